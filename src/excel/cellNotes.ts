import type { CellNote } from '../workbook/grid';
import { cellKey } from '../workbook/grid';
import { isApiSupported } from './excelRun';
import type { Send } from './excelRun';

/** What Excel tells of the comments and notes of a sheet; where they stand is asked for afterwards. */
export interface AskedNotes {
  readonly comments: Excel.CommentCollection;
  /** Notes need ExcelApi 1.18. */
  readonly notes: Excel.NoteCollection | null;
}

/** Asks for the comments of a sheet with their answers, and for its notes where Excel can tell them. */
export function askForNotes(sheet: Excel.Worksheet): AskedNotes {
  return {
    comments: sheet.comments.load('items/content,items/authorName,items/replies/items/content,items/replies/items/authorName'),
    notes: isApiSupported('1.18') ? sheet.notes.load('items/content,items/authorName') : null,
  };
}

/** The comments and notes of each sheet that has any, by cell; one request more where some sheet has. */
export async function placeNotes(send: Send, asked: readonly AskedNotes[]): Promise<ReadonlyMap<AskedNotes, ReadonlyMap<string, readonly CellNote[]>>> {
  const said = asked.flatMap((sheet) => [
    ...sheet.comments.items.map((comment) => ({ sheet, item: comment, texts: [comment, ...comment.replies.items].map(noteOf) })),
    ...(sheet.notes?.items ?? []).map((note) => ({ sheet, item: note, texts: [noteOf(note)] })),
  ]);
  const found = new Map<AskedNotes, Map<string, readonly CellNote[]>>();
  if (said.length === 0) return found;
  const places = await send(() => said.map(({ item }) => item.getLocation().load('rowIndex,columnIndex')));
  said.forEach(({ sheet, texts }, index) => {
    const place = places[index];
    if (place === undefined) return;
    const cells = found.get(sheet) ?? new Map<string, readonly CellNote[]>();
    const key = cellKey(place.rowIndex, place.columnIndex);
    found.set(sheet, cells.set(key, [...(cells.get(key) ?? []), ...texts]));
  });
  return found;
}

const noteOf = ({ authorName, content }: { readonly authorName: string; readonly content: string }): CellNote => ({ author: authorName, text: content });

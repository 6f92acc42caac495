import { strToU8 } from 'fflate';
import { parseArea } from '../../workbook/address';
import type { FileSheet } from './fileContent';
import { xlsxGuid } from './xlsxGuid';
import { attributes, OFFICE, SPREADSHEET, spreadsheetType, type PartCollector } from './xlsxParts';
import { escapeXml } from './xlsxXml';

type Comment = FileSheet['comments'][number];

/** The part with the people who wrote threaded comments; one for the workbook. */
const PERSONS_TYPE = 'http://schemas.microsoft.com/office/2017/10/relationships/person';
const THREADS_TYPE = 'http://schemas.microsoft.com/office/2017/10/relationships/threadedComment';
const THREADS_NAMESPACE = 'http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments';
/** Excel wants a time on every entry of a thread. */
const UNDATED = '2000-01-01T00:00:00.00';
/** What older programs show in a cell with a thread; Excel itself writes the same kind of note. */
const THREAD_NOTE = 'Trådad kommentar';

/** Adds the notes and threads of a sheet; gives the id of the drawing that shows them, or null where there are none. */
export function writeComments(parts: PartCollector, sheetPath: string, comments: readonly Comment[]): string | null {
  if (comments.length === 0) return null;
  const number = parts.number('comments');
  const threads = threadXml(comments, number);
  const notes = oneNoteForEachCell(comments, number);
  const path = `xl/comments${number}.xml`;
  parts.add(path, notesXml(notes), spreadsheetType('comments'));
  parts.relate(sheetPath, `${OFFICE}/comments`, path);
  if (threads !== '') {
    const threadPath = `xl/threadedComments/threadedComment${number}.xml`;
    parts.add(threadPath, threads, 'application/vnd.ms-excel.threadedcomments+xml');
    parts.relate(sheetPath, THREADS_TYPE, threadPath);
  }
  const drawingPath = `xl/drawings/vmlDrawing${number}.vml`;
  parts.add(drawingPath, strToU8(vml(notes, number)));
  return parts.relate(sheetPath, `${OFFICE}/vmlDrawing`, drawingPath);
}

/** Adds the list of authors of threaded comments, where there are any. */
export function writePersons(parts: PartCollector, workbookPath: string, sheets: readonly FileSheet[]): void {
  const authors = new Set(sheets.flatMap(({ comments }) => comments.filter(({ isThreaded }) => isThreaded).map(({ author }) => author)));
  if (authors.size === 0) return;
  const persons = [...authors].map((author) => `<person${attributes({ displayName: author, id: personId(author), userId: author, providerId: 'None' })}/>`);
  parts.add('xl/persons/person.xml', `<personList xmlns="${THREADS_NAMESPACE}" xmlns:x="${SPREADSHEET}">${persons.join('')}</personList>`, 'application/vnd.ms-excel.person+xml');
  parts.relate(workbookPath, PERSONS_TYPE, 'xl/persons/person.xml');
}

const commentId = (sheet: number, index: number): string => xlsxGuid('C0AA', sheet, index + 1);

/** An id that follows from the name alone, so that all sheets and all writings agree on it. */
function personId(author: string): string {
  let hash = 0;
  for (const letter of author) hash = (Math.imul(hash, 31) + (letter.codePointAt(0) ?? 0)) >>> 0;
  return xlsxGuid('9E25', 0, hash);
}

interface Note {
  readonly cell: string;
  readonly author: string;
  readonly text: string;
}

/** A cell shows one note only; the entries of a thread stand in it one after another, several notes likewise. */
function oneNoteForEachCell(comments: readonly Comment[], number: number): readonly Note[] {
  const notes = new Map<string, Note>();
  comments.forEach(({ cell, author, text, isThreaded }, index) => {
    const known = notes.get(cell);
    if (known) notes.set(cell, { ...known, text: `${known.text}\n${text}` });
    // The author "tc=…" is how Excel knows that this note only stands in for the thread of that id.
    else notes.set(cell, isThreaded ? { cell, author: `tc=${commentId(number, index)}`, text: `[${THREAD_NOTE}]\n${text}` } : { cell, author, text });
  });
  return [...notes.values()];
}

function notesXml(notes: readonly Note[]): string {
  const authors = [...new Set(notes.map(({ author }) => author))];
  const items = notes.map(
    ({ cell, author, text }) => `<comment${attributes({ ref: cell, authorId: authors.indexOf(author) })}><text><r><rPr><sz val="9"/><color indexed="81"/><rFont val="Tahoma"/><family val="2"/></rPr><t xml:space="preserve">${escapeXml(text)}</t></r></text></comment>`,
  );
  return `<comments xmlns="${SPREADSHEET}"><authors>${authors.map((author) => `<author>${escapeXml(author)}</author>`).join('')}</authors><commentList>${items.join('')}</commentList></comments>`;
}

function threadXml(comments: readonly Comment[], number: number): string {
  const roots = new Map<string, string>();
  const items = comments.flatMap(({ cell, author, text, isThreaded, date }, index) => {
    if (!isThreaded) return [];
    const id = commentId(number, index);
    const parentId = roots.get(cell);
    if (parentId === undefined) roots.set(cell, id);
    return [`<threadedComment${attributes({ ref: cell, dT: date ?? UNDATED, personId: personId(author), id, parentId })}><text>${escapeXml(text)}</text></threadedComment>`];
  });
  return items.length === 0 ? '' : `<ThreadedComments xmlns="${THREADS_NAMESPACE}" xmlns:x="${SPREADSHEET}">${items.join('')}</ThreadedComments>`;
}

function vml(notes: readonly Note[], number: number): string {
  const shapes = notes.map(({ cell }, index) => {
    const { top: row, left: column } = parseArea(cell) ?? { top: 0, left: 0 };
    return (
      `<v:shape id="_x0000_s${number * 1024 + index + 1}" type="#_x0000_t202" style="position:absolute;margin-left:60pt;margin-top:2pt;width:160pt;height:80pt;z-index:${index + 1};visibility:hidden" fillcolor="#ffffe1" o:insetmode="auto">` +
      '<v:fill color2="#ffffe1"/><v:shadow on="t" color="black" obscured="t"/><v:path o:connecttype="none"/><v:textbox style="mso-direction-alt:auto"><div style="text-align:left"></div></v:textbox>' +
      `<x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/><x:Anchor>${column + 1}, 15, ${row}, 2, ${column + 4}, 15, ${row + 5}, 4</x:Anchor><x:AutoFill>False</x:AutoFill><x:Row>${row}</x:Row><x:Column>${column}</x:Column></x:ClientData></v:shape>`
    );
  });
  return (
    '<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel">' +
    `<o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="${number}"/></o:shapelayout>` +
    '<v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe"><v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>' +
    `${shapes.join('')}</xml>`
  );
}

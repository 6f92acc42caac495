import type { BookChange } from './book';
import { localAddress } from './rangeAddress';

/** One event as the host of office.js sends it. */
export interface EventEntry {
  readonly messageCategory: number;
  readonly messageType: number;
  readonly targetId: string;
  readonly message: string;
}

export type ChangeSource = 'ThisLocalAddin' | 'Unknown';

const EVENT_CATEGORY = 65536;
const WORKBOOK_TARGET = 'Workbook';
/** The older event of the document behind workbook.onSelectionChanged. */
const DOCUMENT_SELECTION = 2;
/** Message types as the library registers its handlers (eventType in its source). */
const messageTypes: Readonly<Record<BookChange['kind'], number>> = {
  edited: 10, rowInserted: 10, rowDeleted: 10, columnInserted: 10, columnDeleted: 10, activated: 11, deactivated: 12, added: 13, selected: 14, deleted: 15, calculated: 16, formatted: 18, renamed: 25, visibility: 26, settings: 102,
};
const changeTypes: Readonly<Partial<Record<BookChange['kind'], string>>> = { edited: 'RangeEdited', rowInserted: 'RowInserted', rowDeleted: 'RowDeleted', columnInserted: 'ColumnInserted', columnDeleted: 'ColumnDeleted' };

/** A change as the events of its sheet and of the collection of sheets. `source` tells whether the add-in itself made it. */
export function eventsOf(change: BookChange, source: ChangeSource): readonly EventEntry[] {
  const args = {
    worksheetId: change.sheet,
    source: 'Local',
    triggerSource: source,
    ...(change.area ? { address: localAddress(change.area) } : {}),
    ...(changeTypes[change.kind] ? { changeType: changeTypes[change.kind] } : {}),
    ...(change.nameBefore === undefined ? {} : { nameBefore: change.nameBefore, nameAfter: change.nameAfter }),
  };
  const entry = (targetId: string): EventEntry => ({ messageCategory: EVENT_CATEGORY, messageType: messageTypes[change.kind], targetId, message: JSON.stringify(args) });
  if (change.kind === 'selected') return [entry(change.sheet), entry(WORKBOOK_TARGET), { messageCategory: EVENT_CATEGORY, messageType: DOCUMENT_SELECTION, targetId: '', message: '{}' }];
  return change.sheet === '' ? [entry(WORKBOOK_TARGET)] : [entry(change.sheet), entry(WORKBOOK_TARGET)];
}

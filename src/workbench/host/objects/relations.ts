import type { Area } from '../../../workbook/address';
import type { Book } from '../book';
import { RangeObject, type RangeRelations } from './range';
import { TableScopedCollectionObject } from './table';
import { WorksheetObject } from './worksheet';

/** Ranges, tables and sheets lead to each other; this is where the circle is closed. */
export const relations: RangeRelations = {
  worksheet: (book, id) => new WorksheetObject(book, id),
  tables: (book, sheet, within) => new TableScopedCollectionObject(book, sheet, within),
};

/** A range that can lead on to its sheet, tables and other objects. */
export function rangeOf(book: Book, sheet: string, area: Area): RangeObject {
  return new RangeObject(book, sheet, area, relations);
}

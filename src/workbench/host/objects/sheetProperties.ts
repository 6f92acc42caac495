import { demandUnprotected, partsOf, type Book } from '../book';
import { invalidArgument } from '../hostError';
import { KeyValueCollectionObject } from './keyValues';

/** Excel.WorksheetCustomPropertyCollection: texts that travel with a sheet. */
export class SheetPropertyCollectionObject extends KeyValueCollectionObject {
  constructor(book: Book, sheet: string) {
    super({
      collectionName: 'WorksheetCustomPropertyCollection',
      itemName: 'WorksheetCustomProperty',
      entries: partsOf(book, sheet).properties,
      ignoresCase: true,
      check: (value) => {
        if (typeof value !== 'string') throw invalidArgument();
        return value;
      },
      demandOpen: () => demandUnprotected(book, sheet),
      onChange: () => undefined,
    });
  }
}

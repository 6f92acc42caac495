import { accessDenied, ExcelRefusal, invalidArgument } from '../hostError';
import { partsOf, type Book } from '../book';
import { CommentCollectionObject } from './comments';
import { HostObject } from './hostObject';
import { KeyValueCollectionObject } from './keyValues';
import { NamedItemCollectionObject } from './names';
import { WorkbookProtectionObject } from './protection';
import type { RangeObject } from './range';
import { RangeAreasObject } from './rangeAreas';
import { rangeOf } from './relations';
import { TableCollectionObject } from './table';
import { WorksheetCollectionObject } from './worksheet';
import { ApplicationObject, RuntimeObject } from './application';

/** Excel.Workbook, the root of every request. */
export class WorkbookObject extends HostObject {
  readonly className = 'Workbook';
  readonly scalars = ['autoSave', 'calculationEngineVersion', 'chartDataPointTrack', 'isDirty', 'name', 'previouslySaved', 'readOnly', 'usePrecisionAsDisplayed'];
  readonly application: ApplicationObject;
  readonly _Runtime: RuntimeObject;
  constructor(private readonly book: Book) {
    super();
    this.application = new ApplicationObject(book);
    this._Runtime = new RuntimeObject();
  }
  get name(): string {
    return this.book.fileName;
  }
  get readOnly(): boolean {
    return this.book.isReadOnly;
  }
  get isDirty(): boolean {
    return true;
  }
  get autoSave(): boolean {
    return false;
  }
  get previouslySaved(): boolean {
    return true;
  }
  get usePrecisionAsDisplayed(): boolean {
    return false;
  }
  get chartDataPointTrack(): boolean {
    return true;
  }
  get calculationEngineVersion(): number {
    return 191029;
  }
  get worksheets(): WorksheetCollectionObject {
    return new WorksheetCollectionObject(this.book);
  }
  get names(): NamedItemCollectionObject {
    return new NamedItemCollectionObject(this.book);
  }
  get tables(): TableCollectionObject {
    return new TableCollectionObject(this.book);
  }
  get comments(): CommentCollectionObject {
    return new CommentCollectionObject(this.book);
  }
  get protection(): WorkbookProtectionObject {
    return new WorkbookProtectionObject(this.book);
  }
  get settings(): KeyValueCollectionObject {
    return new KeyValueCollectionObject({
      collectionName: 'SettingCollection',
      itemName: 'Setting',
      entries: this.book.settings,
      ignoresCase: false,
      check: (value) => {
        if (value === undefined) throw invalidArgument();
        return value;
      },
      demandOpen: () => {
        if (this.book.isReadOnly) throw accessDenied();
      },
      onChange: () => this.book.onChange({ kind: 'settings', sheet: '' }),
    });
  }
  get properties(): DocumentPropertiesObject {
    return new DocumentPropertiesObject(this.book);
  }
  #selected(): RangeObject[] {
    const { selection, furtherSelections } = partsOf(this.book, this.book.activeSheet);
    return [selection, ...furtherSelections].map((area) => rangeOf(this.book, this.book.activeSheet, area));
  }
  getSelectedRange(): RangeObject {
    const [range, ...others] = this.#selected();
    if (!range || others.length > 0) throw new ExcelRefusal('InvalidSelection', 'The current selection is invalid for this operation.');
    return range;
  }
  getSelectedRanges(): RangeAreasObject {
    return new RangeAreasObject(this.#selected());
  }
  getActiveCell(): RangeObject {
    const [range] = this.#selected();
    if (!range) throw new ExcelRefusal('InvalidSelection', 'The current selection is invalid for this operation.');
    return range.getCell(0, 0);
  }
  save(): void {
    if (this.book.isReadOnly) throw accessDenied();
  }
}

class DocumentPropertiesObject extends HostObject {
  readonly className = 'DocumentProperties';
  readonly scalars: readonly string[] = [];
  constructor(private readonly book: Book) {
    super();
  }
  get custom(): KeyValueCollectionObject {
    return new KeyValueCollectionObject({
      collectionName: 'CustomPropertyCollection',
      itemName: 'CustomProperty',
      entries: this.book.customProperties,
      ignoresCase: true,
      check: (value) => {
        if (typeof value === 'object' || value === undefined) throw invalidArgument();
        return typeof value === 'string' ? value.slice(0, 255) : value;
      },
      demandOpen: () => {
        if (this.book.isReadOnly) throw accessDenied();
      },
      onChange: () => undefined,
    });
  }
}

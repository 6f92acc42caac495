import { partsOf, type Book } from '../book';
import { accessDenied, ExcelRefusal } from '../hostError';
import { HostObject } from './hostObject';

const isProtectedAlready = (): ExcelRefusal => new ExcelRefusal('InvalidOperation', "The operation isn't allowed because the sheet or workbook is protected already.");

export class WorksheetProtectionObject extends HostObject {
  readonly className = 'WorksheetProtection';
  readonly scalars = ['options', 'protected'];
  constructor(
    private readonly book: Book,
    private readonly sheet: string,
  ) {
    super();
  }
  get protected(): boolean {
    return partsOf(this.book, this.sheet).isProtected;
  }
  get options(): unknown {
    return this.protected ? { allowAutoFilter: false, allowDeleteColumns: false, allowDeleteRows: false, allowEditObjects: false, allowEditScenarios: false, allowFormatCells: false, allowFormatColumns: false, allowFormatRows: false, allowInsertColumns: false, allowInsertHyperlinks: false, allowInsertRows: false, allowPivotTables: false, allowSort: false, selectionMode: 'Normal' } : null;
  }
  protect(): void {
    if (this.book.isReadOnly) throw accessDenied();
    if (this.protected) throw isProtectedAlready();
    partsOf(this.book, this.sheet).isProtected = true;
  }
  unprotect(): void {
    if (this.book.isReadOnly) throw accessDenied();
    partsOf(this.book, this.sheet).isProtected = false;
  }
}

export class WorkbookProtectionObject extends HostObject {
  readonly className = 'WorkbookProtection';
  readonly scalars = ['protected'];
  constructor(private readonly book: Book) {
    super();
  }
  get protected(): boolean {
    return this.book.isStructureProtected;
  }
  protect(): void {
    if (this.book.isReadOnly) throw accessDenied();
    if (this.protected) throw isProtectedAlready();
    this.book.isStructureProtected = true;
  }
  unprotect(): void {
    if (this.book.isReadOnly) throw accessDenied();
    this.book.isStructureProtected = false;
  }
}

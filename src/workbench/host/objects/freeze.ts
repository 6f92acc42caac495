import type { Area } from '../../../workbook/address';
import { demandUnprotected, partsOf, type Book } from '../book';
import { invalidArgument, itemNotFound } from '../hostError';
import { frozenPane } from '../loadContent';
import { parsePlace, wholeSheet } from '../rangeAddress';
import { HostObject } from './hostObject';
import { RangeObject } from './range';
import { rangeOf } from './relations';

export class FreezePanesObject extends HostObject {
  readonly className = 'WorksheetFreezePanes';
  readonly scalars: readonly string[] = [];
  constructor(
    private readonly book: Book,
    private readonly sheet: string,
  ) {
    super();
  }
  #freeze(rows: number, columns: number): void {
    demandUnprotected(this.book, this.sheet);
    partsOf(this.book, this.sheet).frozen = { rows, columns };
    this.book.engine.execute('sheet.mutation.set-frozen', { subUnitId: this.sheet, ...frozenPane(rows, columns) });
  }
  freezeRows(count: unknown): void {
    this.#freeze(lines(count), 0);
  }
  freezeColumns(count: unknown): void {
    this.#freeze(0, lines(count));
  }
  freezeAt(frozen: unknown): void {
    const area: Area | undefined = frozen instanceof RangeObject ? frozen.area : typeof frozen === 'string' ? parsePlace(this.book, frozen, this.sheet)?.area : undefined;
    if (!area) throw invalidArgument();
    this.#freeze(area.bottom === wholeSheet.bottom ? 0 : area.bottom + 1, area.right === wholeSheet.right ? 0 : area.right + 1);
  }
  unfreeze(): void {
    this.#freeze(0, 0);
  }
  getLocationOrNullObject(): RangeObject | null {
    const { rows, columns } = partsOf(this.book, this.sheet).frozen;
    if (rows === 0 && columns === 0) return null;
    return rangeOf(this.book, this.sheet, { top: 0, left: 0, bottom: rows === 0 ? wholeSheet.bottom : rows - 1, right: columns === 0 ? wholeSheet.right : columns - 1 });
  }
  getLocation(): RangeObject {
    const range = this.getLocationOrNullObject();
    if (!range) throw itemNotFound();
    return range;
  }
}

function lines(count: unknown): number {
  if (count === undefined || count === null) return 1;
  if (typeof count !== 'number' || !Number.isInteger(count) || count < 1) throw invalidArgument();
  return count;
}

import type { Area } from '../../../workbook/address';
import { demandUnprotected, partsOf, type Book } from '../book';
import { invalidArgument, itemNotFound } from '../hostError';
import { isWholeColumns, isWholeRows, localAddress, parseLocal, parsePlace } from '../rangeAddress';
import { MAX_COLUMN, MAX_ROW } from '../sheetLimits';
import { bagPart, bagText } from './bag';
import { BagObject, type BagDefinition } from './bagObject';
import { HostCollection, HostObject } from './hostObject';
import { RangeObject } from './range';
import { rangeOf } from './relations';

const sides: BagDefinition = { className: 'HeaderFooter', scalars: { centerFooter: '', centerHeader: '', leftFooter: '', leftHeader: '', rightFooter: '', rightHeader: '' } };
const headersFooters: BagDefinition = {
  className: 'HeaderFooterGroup',
  scalars: { state: 'Default', useSheetMargins: true, useSheetScale: true },
  parts: { defaultForAllPages: sides, evenPages: sides, firstPage: sides, oddPages: sides },
};
/** Margins in points: 0.7 and 0.75 inch, as Excel starts. */
const definition: BagDefinition = {
  className: 'PageLayout',
  scalars: {
    blackAndWhite: false, bottomMargin: 54, centerHorizontally: false, centerVertically: false, draftMode: false, firstPageNumber: '', footerMargin: 21.6, headerMargin: 21.6, leftMargin: 50.4, orientation: 'Portrait', paperSize: 'A4',
    printComments: 'NoComments', printErrors: 'AsDisplayed', printGridlines: false, printHeadings: false, printOrder: 'DownThenOver', rightMargin: 50.4, topMargin: 54, zoom: { scale: 100 },
  },
  parts: { headersFooters },
};
const orientations = ['Portrait', 'Landscape'];
const zoomNames = ['scale', 'horizontalFitToPages', 'verticalFitToPages'];
const inPoints: Readonly<Record<string, number>> = { Points: 1, Inches: 72, Centimeters: 72 / 2.54 };

/** Excel.PageLayout: a bag of settings, and the areas to print and to repeat. */
export class PageLayoutObject extends HostObject {
  readonly className = 'PageLayout';
  readonly scalars = Object.keys(definition.scalars);
  readonly #bag: BagObject;
  constructor(
    private readonly book: Book,
    private readonly sheet: string,
  ) {
    super();
    this.#bag = new BagObject(partsOf(book, sheet).page, definition, () => demandUnprotected(book, sheet));
  }
  override read(member: string): unknown {
    return this.#bag.read(member);
  }
  override write(member: string, value: unknown): void {
    if (member === 'orientation' && !orientations.includes(String(value))) throw invalidArgument();
    if (member === 'zoom' && (value === null || typeof value !== 'object' || Object.keys(value).some((name) => !zoomNames.includes(name)))) throw invalidArgument();
    if (member.endsWith('Margin') && (typeof value !== 'number' || value < 0)) throw invalidArgument();
    this.#bag.write(member, value);
  }
  #areaOf(input: unknown): Area {
    const area = input instanceof RangeObject ? input.area : typeof input === 'string' ? (parseLocal(input) ?? parsePlace(this.book, input, this.sheet)?.area) : undefined;
    if (!area) throw invalidArgument();
    return area;
  }
  #keep(name: string, area: Area): void {
    demandUnprotected(this.book, this.sheet);
    bagPart(partsOf(this.book, this.sheet).page, 'areas').values[name] = localAddress(area);
  }
  #kept(name: string): RangeObject | null {
    const area = parseLocal(bagText(partsOf(this.book, this.sheet).page.parts['areas'], name) ?? '');
    return area ? rangeOf(this.book, this.sheet, area) : null;
  }
  setPrintArea(area: unknown): void {
    this.#keep('print', this.#areaOf(area));
  }
  setPrintTitleRows(rows: unknown): void {
    const area = this.#areaOf(rows);
    if (typeof rows === 'string' && !isWholeRows(area)) throw invalidArgument();
    this.#keep('titleRows', { ...area, left: 0, right: MAX_COLUMN });
  }
  setPrintTitleColumns(columns: unknown): void {
    const area = this.#areaOf(columns);
    if (typeof columns === 'string' && !isWholeColumns(area)) throw invalidArgument();
    this.#keep('titleColumns', { ...area, top: 0, bottom: MAX_ROW });
  }
  getPrintAreaOrNullObject(): RangeObject | null {
    return this.#kept('print');
  }
  getPrintTitleRowsOrNullObject(): RangeObject | null {
    return this.#kept('titleRows');
  }
  getPrintTitleColumnsOrNullObject(): RangeObject | null {
    return this.#kept('titleColumns');
  }
  setPrintMargins(unit: unknown, margins: unknown): void {
    const factor = inPoints[String(unit)];
    if (factor === undefined || margins === null || typeof margins !== 'object') throw invalidArgument();
    for (const [name, value] of Object.entries(margins)) {
      if (typeof value !== 'number' || !['top', 'bottom', 'left', 'right', 'header', 'footer'].includes(name)) throw invalidArgument();
      this.#bag.write(`${name}Margin`, value * factor);
    }
  }
}

class PageBreakObject extends HostObject {
  readonly className = 'PageBreak';
  readonly scalars = ['columnIndex', 'rowIndex'];
  constructor(
    private readonly lines: number[],
    private readonly axis: 'row' | 'column',
    private readonly line: number,
  ) {
    super();
  }
  override wireIds(): Readonly<Record<string, unknown>> {
    return { _Id: this.line };
  }
  get rowIndex(): number {
    return this.axis === 'row' ? this.line : 0;
  }
  get columnIndex(): number {
    return this.axis === 'column' ? this.line : 0;
  }
  delete(): void {
    this.lines.splice(this.lines.indexOf(this.line), 1);
  }
}

/** Excel.PageBreakCollection: a page starts above the row (or left of the column) of a break. */
export class PageBreakCollectionObject extends HostCollection {
  readonly className = 'PageBreakCollection';
  constructor(
    private readonly book: Book,
    private readonly sheet: string,
    private readonly axis: 'row' | 'column',
  ) {
    super();
  }
  #lines(): number[] {
    const parts = partsOf(this.book, this.sheet);
    return this.axis === 'row' ? parts.rowBreaks : parts.columnBreaks;
  }
  items(): readonly PageBreakObject[] {
    return this.#lines().map((line) => new PageBreakObject(this.#lines(), this.axis, line));
  }
  add(range: unknown): PageBreakObject {
    demandUnprotected(this.book, this.sheet);
    const area = range instanceof RangeObject ? range.area : typeof range === 'string' ? parsePlace(this.book, range, this.sheet)?.area : undefined;
    if (!area) throw invalidArgument();
    const line = this.axis === 'row' ? area.top : area.left;
    if (!this.#lines().includes(line)) this.#lines().push(line);
    return new PageBreakObject(this.#lines(), this.axis, line);
  }
  getItem(index: unknown): PageBreakObject {
    const item = this.items()[Number(index)];
    if (!item) throw itemNotFound();
    return item;
  }
  removePageBreaks(): void {
    demandUnprotected(this.book, this.sheet);
    this.#lines().splice(0);
  }
}

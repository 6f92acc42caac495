import { columnIndex } from '../../workbook/address';
import type { FilePrint } from './fileContent';
import { compact } from './xlsxStyles';
import { child, childrenOf, isOn, type XmlElement } from './xlsxXml';

type Band = readonly [number, number];
type Thirds = NonNullable<FilePrint['header']>;

/** A sheet's own elements by name, the first of each. */
export type SheetElements = ReadonlyMap<string, readonly XmlElement[]>;

const ORIENTATIONS = ['portrait', 'landscape'] as const;
const PAPERS: Readonly<Record<string, FilePrint['paper']>> = { '1': 'letter', '8': 'a3', '9': 'a4' };

/** How a sheet prints. `area` and `titles` are the formulas of its names _xlnm.Print_Area and _xlnm.Print_Titles. */
export function readPrint(elements: SheetElements, area: string | undefined, titles: string | undefined): FilePrint {
  const first = (name: string): XmlElement | undefined => elements.get(name)?.[0];
  const setup = first('pageSetup')?.attributes ?? {};
  const margins = first('pageMargins')?.attributes;
  const isFitted = isOn(child(first('sheetPr'), 'pageSetUpPr')?.attributes.fitToPage);
  const breaks = childrenOf(first('rowBreaks'), 'brk').map(({ attributes }) => Number(attributes.id));
  const orientation = ORIENTATIONS.find((one) => one === setup.orientation);
  return compact({
    orientation,
    paper: PAPERS[setup.paperSize ?? ''],
    scale: isFitted || setup.scale === undefined || setup.scale === '100' ? undefined : Number(setup.scale),
    fitWidth: isFitted ? Number(setup.fitToWidth ?? 1) : undefined,
    fitHeight: isFitted ? Number(setup.fitToHeight ?? 1) : undefined,
    area: readArea(area),
    ...readTitles(titles),
    header: readThirds(child(first('headerFooter'), 'oddHeader')?.text),
    footer: readThirds(child(first('headerFooter'), 'oddFooter')?.text),
    rowBreaks: breaks.length > 0 ? breaks : undefined,
    margins: margins && { left: Number(margins.left ?? 0.7), right: Number(margins.right ?? 0.7), top: Number(margins.top ?? 0.75), bottom: Number(margins.bottom ?? 0.75) },
    centerHorizontally: isOn(first('printOptions')?.attributes.horizontalCentered) || undefined,
  });
}

/** "'Blad 1'!$A$1:$F$40,'Blad 1'!$H$1:$J$9" → "A1:F40,H1:J9". */
function withoutSheets(formula: string): string {
  return formula.replace(/(?:'(?:[^']|'')*'|[^',!()]+)!/g, '').replaceAll('$', '');
}

/** Areas only: a print area may also be a formula or point nowhere, and such a one is left out. */
function readArea(formula: string | undefined): string | undefined {
  const area = formula === undefined ? '' : withoutSheets(formula);
  return /^[A-Z0-9:,]+$/i.test(area) ? area : undefined;
}

/** "'Blad 1'!$A:$B,'Blad 1'!$3:$4" → rows 2–3, columns 0–1. */
function readTitles(formula: string | undefined): { readonly titleRows?: Band | undefined; readonly titleColumns?: Band | undefined } {
  const parts = formula === undefined ? [] : withoutSheets(formula).split(',');
  const rows = parts.map((part) => /^(\d+):(\d+)$/.exec(part)).find((match) => match !== null);
  const columns = parts.map((part) => /^([A-Z]+):([A-Z]+)$/i.exec(part)).find((match) => match !== null);
  return {
    titleRows: rows ? [Number(rows[1]) - 1, Number(rows[2]) - 1] : undefined,
    titleColumns: columns ? [columnIndex(columns[1] ?? ''), columnIndex(columns[2] ?? '')] : undefined,
  };
}

/** "&LVon&CSida &P" → { left: "Von", center: "Sida &P" }. */
function readThirds(text: string | undefined): Thirds | undefined {
  if (text === undefined || text === '') return undefined;
  const names = { L: 'left', C: 'center', R: 'right' } as const;
  const thirds: { left?: string; center?: string; right?: string } = {};
  // "&&" is an ampersand of the text, so "R&&L" does not begin a left third.
  for (const [, letter = '', part = ''] of `${/^&[LCR]/.test(text) ? '' : '&C'}${text}`.matchAll(/&([LCR])((?:&&|&(?![LCR])|[^&])*)/g)) {
    const name = names[letter as keyof typeof names];
    thirds[name] = (thirds[name] ?? '') + part;
  }
  return thirds;
}

import type { Area } from '../../workbook/address';
import { mapReferences, referenceText } from '../../workbook/write/formulaReferences';
import { partsOf, sheetOf, sheetsOf, type Book } from './book';
import { columnLeft, rowTop } from './lines';
import { shiftArea, type Shift } from './shift';

/** The series of every chart follow the lines of the sheet that they show. */
export function shiftSeries(book: Book, sheet: string, shift: Shift): void {
  const name = sheetOf(book, sheet).getName();
  const follow = (text: string): string => mapReferences(text, (reference) => {
    if (reference.sheet !== name) return reference.text;
    const area = shiftArea(reference.area, shift);
    return area === null ? '#REF!' : referenceText(reference, area);
  });
  for (const series of sheetsOf(book).flatMap((each) => partsOf(book, each.getSheetId()).charts).flatMap((chart) => chart.series)) {
    series.values = follow(series.values);
    series.categories = follow(series.categories);
  }
}

/** The place of a band of lines in points from the edge of the sheet. */
export function bandOf(book: Book, sheet: string, area: Area, axis: 'row' | 'column'): { readonly start: number; readonly end: number } {
  const [edge, first, last] = axis === 'row' ? [rowTop, area.top, area.bottom] : [columnLeft, area.left, area.right];
  return { start: edge(book, sheet, first), end: edge(book, sheet, last + 1) };
}

/** Charts stand on their cells: they move and grow with what comes in over or under them, and shrink with what goes. */
export function shiftFrames(book: Book, sheet: string, axis: 'row' | 'column', band: { readonly start: number; readonly end: number }, isInsert: boolean): void {
  const size = band.end - band.start;
  const follow = (edge: number): number => (isInsert ? (edge < band.start ? edge : edge + size) : edge <= band.start ? edge : Math.max(band.start, edge - size));
  for (const chart of partsOf(book, sheet).charts) {
    const { left, top, width, height } = chart.frame;
    if (axis === 'row') chart.frame = { ...chart.frame, top: follow(top), height: follow(top + height) - follow(top) };
    else chart.frame = { ...chart.frame, left: follow(left), width: follow(left + width) - follow(left) };
  }
}

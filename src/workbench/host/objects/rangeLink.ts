import type { Area } from '../../../workbook/address';
import { demandUnprotected, partsOf, type Book } from '../book';
import { patchStyles, readCell, writeCells } from '../cells';
import { invalidArgument } from '../hostError';

const LINK_COLOR = '#0563C1';

/** Excel.RangeHyperlink of the upper left cell; null where there is none. */
export function readLink(book: Book, sheet: string, { top, left }: Area): Readonly<Record<string, string>> | null {
  const link = partsOf(book, sheet).links.find((item) => item.row === top && item.column === left);
  if (!link) return null;
  const { value } = readCell(book, sheet, top, left);
  return {
    ...(link.address === undefined ? {} : { address: link.address }),
    ...(link.reference === undefined ? {} : { documentReference: link.reference }),
    ...(link.tip === undefined ? {} : { screenTip: link.tip }),
    textToDisplay: value === null ? '' : typeof value === 'object' ? value.error : String(value),
  };
}

/** Sets a link on every cell of the area, with its text and the look of a link. */
export function writeLink(book: Book, sheet: string, area: Area, input: unknown): void {
  demandUnprotected(book, sheet);
  if (typeof input !== 'object' || input === null) throw invalidArgument();
  const { address, documentReference, screenTip, textToDisplay, ...unknown } = input as Record<string, unknown>;
  const texts = [address, documentReference, screenTip, textToDisplay];
  if (Object.keys(unknown).length > 0 || texts.some((text) => text !== undefined && text !== null && typeof text !== 'string')) throw invalidArgument();
  if (typeof address !== 'string' && typeof documentReference !== 'string') throw invalidArgument();
  const { links } = partsOf(book, sheet);
  for (let row = area.top; row <= area.bottom; row += 1) {
    for (let column = area.left; column <= area.right; column += 1) {
      removeLinks(book, sheet, { top: row, left: column, bottom: row, right: column });
      links.push({ row, column, ...(typeof address === 'string' ? { address } : {}), ...(typeof documentReference === 'string' ? { reference: documentReference } : {}), ...(typeof screenTip === 'string' ? { tip: screenTip } : {}) });
      if (typeof textToDisplay === 'string') writeCells(book, sheet, row, column, [[{ value: textToDisplay }]]);
    }
  }
  patchStyles(book, sheet, area, { font: { underline: true, color: LINK_COLOR } });
}

/** Takes away the links whose cell lies in an area. */
export function removeLinks(book: Book, sheet: string, area: Area): void {
  const { links } = partsOf(book, sheet);
  for (let index = links.length - 1; index >= 0; index -= 1) {
    const link = links[index];
    if (link && link.row >= area.top && link.row <= area.bottom && link.column >= area.left && link.column <= area.right) links.splice(index, 1);
  }
}

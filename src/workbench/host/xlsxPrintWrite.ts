import { columnLetters, quoteSheetName } from '../../workbook/address';
import type { FilePrint } from './fileContent';
import { MAX_COLUMN } from './sheetLimits';
import { attributes } from './xlsxParts';
import { escapeXml } from './xlsxXml';

const PAPER_NUMBERS = { letter: 1, a3: 8, a4: 9 } as const;
const MARGINS = { left: 0.7, right: 0.7, top: 0.75, bottom: 0.75 };

/** The elements of a sheet's print set-up, in the order they stand in; the row breaks follow them. */
export function printXml(print: FilePrint): string {
  const margins = print.margins ?? MARGINS;
  const setup = attributes({
    paperSize: print.paper && PAPER_NUMBERS[print.paper],
    scale: print.scale,
    fitToWidth: print.fitWidth === 1 ? undefined : print.fitWidth,
    fitToHeight: print.fitHeight === 1 ? undefined : print.fitHeight,
    orientation: print.orientation,
  });
  const headerFooter = third('oddHeader', print.header) + third('oddFooter', print.footer);
  return (
    (print.centerHorizontally ? '<printOptions horizontalCentered="1"/>' : '') +
    (print.margins || setup !== '' ? `<pageMargins${attributes({ ...margins, header: 0.3, footer: 0.3 })}/>` : '') +
    (setup === '' ? '' : `<pageSetup${setup}/>`) +
    (headerFooter === '' ? '' : `<headerFooter>${headerFooter}</headerFooter>`) +
    breaks(print.rowBreaks ?? [])
  );
}

/** Whether the sheet is shrunk to a number of pages; that stands among the sheet's properties. */
export const isFitted = (print: FilePrint): boolean => print.fitWidth !== undefined || print.fitHeight !== undefined;

function third(name: string, texts: FilePrint['header']): string {
  const { left, center, right } = texts ?? {};
  const text = (left ? `&L${left}` : '') + (center ? `&C${center}` : '') + (right ? `&R${right}` : '');
  return text === '' ? '' : `<${name}>${escapeXml(text)}</${name}>`;
}

function breaks(rows: readonly number[]): string {
  if (rows.length === 0) return '';
  const items = rows.map((row) => `<brk id="${row}" max="${MAX_COLUMN}" man="1"/>`);
  return `<rowBreaks count="${rows.length}" manualBreakCount="${rows.length}">${items.join('')}</rowBreaks>`;
}

/** The formula of a sheet's print area: ("Blad 1", "A1:F40,H1:J9") → "'Blad 1'!$A$1:$F$40,'Blad 1'!$H$1:$J$9". Excel wants the sheet quoted. */
export function printAreaFormula(sheet: string, area: string): string {
  return area
    .split(',')
    .map((part) => `${quoteSheetName(sheet)}!${part.replaceAll('$', '').replace(/[A-Za-z]+|\d+/g, (piece) => `$${piece}`)}`)
    .join(',');
}

/** The formula of the rows and columns that every page repeats; undefined where there are none. */
export function printTitlesFormula(sheet: string, { titleRows, titleColumns }: FilePrint): string | undefined {
  const parts = [
    ...(titleColumns ? [`$${columnLetters(titleColumns[0])}:$${columnLetters(titleColumns[1])}`] : []),
    ...(titleRows ? [`$${titleRows[0] + 1}:$${titleRows[1] + 1}`] : []),
  ];
  return parts.length === 0 ? undefined : parts.map((part) => `${quoteSheetName(sheet)}!${part}`).join(',');
}

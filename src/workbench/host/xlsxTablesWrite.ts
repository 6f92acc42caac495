import { cellAddress, parseArea } from '../../workbook/address';
import type { FileCell, FileSheet } from './fileContent';
import { formulaToFile } from './xlsxFormulasWrite';
import { attributes, OFFICE, SPREADSHEET, spreadsheetType, type PartCollector } from './xlsxParts';
import { escapeXml } from './xlsxXml';

type Table = FileSheet['tables'][number];
type CellAt = (row: number, column: number) => FileCell | undefined;

/** Adds the table parts of a sheet; gives the ids the sheet points with. */
export function writeTables(parts: PartCollector, sheetPath: string, { tables, cells }: FileSheet): readonly string[] {
  if (tables.length === 0) return [];
  const byAddress = new Map(cells.map((cell) => [cellAddress(cell.row, cell.column), cell]));
  const cellAt: CellAt = (row, column) => byAddress.get(cellAddress(row, column));
  return tables.flatMap((table) => {
    const number = parts.number('table');
    const xml = tableXml(table, number, cellAt);
    if (xml === null) return [];
    const path = `xl/tables/table${number}.xml`;
    parts.add(path, xml, spreadsheetType('table'));
    return [parts.relate(sheetPath, `${OFFICE}/table`, path)];
  });
}

function tableXml(table: Table, id: number, cellAt: CellAt): string | null {
  const area = parseArea(table.range);
  if (!area) return null;
  const taken = new Set<string>();
  const columns = Array.from({ length: area.right - area.left + 1 }, (_, index) => {
    // Excel calls a file damaged whose column names differ from the text of the heading cells.
    const heading = table.hasHeader ? cellAt(area.top, area.left + index)?.value : undefined;
    const name = freeName(typeof heading === 'string' && heading !== '' ? heading : (table.columns[index] ?? ''), index, taken);
    return `<tableColumn${attributes({ id: index + 1 })} name="${columnName(name)}"${totalXml(table.hasTotals ? cellAt(area.bottom, area.left + index) : undefined)}`;
  });
  const filterArea = { ...area, bottom: table.hasTotals ? area.bottom - 1 : area.bottom };
  const head = attributes({ id, name: table.name, displayName: table.name, ref: table.range, headerRowCount: table.hasHeader ? undefined : 0, totalsRowCount: table.hasTotals ? 1 : undefined, totalsRowShown: table.hasTotals ? undefined : false });
  const filter = table.hasHeader ? `<autoFilter ref="${cellAddress(filterArea.top, filterArea.left)}:${cellAddress(filterArea.bottom, filterArea.right)}"/>` : '';
  const look = attributes({ name: table.style, showFirstColumn: false, showLastColumn: false, showRowStripes: table.showBandedRows ?? false, showColumnStripes: false });
  return `<table xmlns="${SPREADSHEET}"${head}>${filter}<tableColumns count="${columns.length}">${columns.join('')}</tableColumns><tableStyleInfo${look}/></table>`;
}

/** Line breaks in column names have a spelling of their own. */
const columnName = (name: string): string => escapeXml(name).replaceAll('&#10;', '_x000a_');

function freeName(wanted: string, index: number, taken: Set<string>): string {
  const base = wanted === '' ? `Kolumn${index + 1}` : wanted;
  let name = base;
  for (let count = 2; taken.has(name.toLowerCase()); count += 1) name = `${base}${count}`;
  taken.add(name.toLowerCase());
  return name;
}

/** What a column says about its cell in the totals row: a word, or a formula. */
function totalXml(cell: FileCell | undefined): string {
  const formula = cell?.formula === undefined ? null : formulaToFile(cell.formula);
  if (formula !== null) return ` totalsRowFunction="custom"><totalsRowFormula>${escapeXml(formula)}</totalsRowFormula></tableColumn>`;
  return `${attributes({ totalsRowLabel: typeof cell?.value === 'string' ? cell.value : undefined })}/>`;
}

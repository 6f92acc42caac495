import { cellAddress } from '../../workbook/address';
import type { FileCell, FileSheet, FileValue } from './fileContent';
import { formulaToFile } from './xlsxFormulasWrite';
import type { RowHeight } from './xlsxRowHeights';
import { attributes } from './xlsxParts';
import { escapeXml } from './xlsxXml';

/** What the sheets of a workbook share while they are written. */
export interface CellRegisters {
  stringId(text: string): number;
  /** Called when a spilled formula is written: the workbook then needs the part that tells Excel what the mark means. */
  onSpill(): void;
}

/** The rows and cells of a sheet, in rising order whatever order they came in. `styleIds` are the numbers of the sheet's styles in the file; `fittingHeight` is asked where nobody set a height. */
export function sheetDataXml(sheet: FileSheet, styleIds: readonly number[], fittingHeight: RowHeight, registers: CellRegisters): string {
  const byRow = new Map<number, FileCell[]>();
  for (const cell of sheet.cells) {
    const known = byRow.get(cell.row);
    if (known) known.push(cell);
    else byRow.set(cell.row, [cell]);
  }
  const rowNumbers = [...new Set([...byRow.keys(), ...sheet.rows.keys()])].sort((one, other) => one - other);
  const rows = rowNumbers.map((row) => {
    const { height, hidden, level, collapsed, style } = sheet.rows.get(row) ?? {};
    const styleId = style === undefined ? undefined : styleIds[style];
    const look = attributes({ s: styleId, customFormat: styleId === undefined ? undefined : true, ht: height ?? fittingHeight(row, byRow.get(row) ?? []), customHeight: height === undefined ? undefined : true, hidden, outlineLevel: level, collapsed });
    const cells = (byRow.get(row) ?? []).sort((one, other) => one.column - other.column).map((cell) => cellXml(cell, styleIds, registers));
    return `<row r="${row + 1}"${look}${cells.length === 0 ? '/>' : `>${cells.join('')}</row>`}`;
  });
  return rows.length === 0 ? '<sheetData/>' : `<sheetData>${rows.join('')}</sheetData>`;
}

function cellXml(cell: FileCell, styleIds: readonly number[], registers: CellRegisters): string {
  const style = cell.style === undefined ? 0 : (styleIds[cell.style] ?? 0);
  const start = `<c r="${cellAddress(cell.row, cell.column)}"${style === 0 ? '' : ` s="${style}"`}`;
  const formula = formulaXml(cell, registers);
  if (formula === null) return cell.value === null ? `${start}/>` : `${start}${valueXml(cell.value, registers)}`;
  const mark = cell.spill === undefined ? '' : ' cm="1"';
  return `${start}${mark}${resultXml(cell.value, formula)}`;
}

function formulaXml({ formula, spill, array }: FileCell, registers: CellRegisters): string | null {
  if (formula === undefined) return null;
  const text = formulaToFile(formula);
  if (text === null) return null;
  if (spill !== undefined) registers.onSpill();
  const area = spill ?? array;
  return `<f${attributes({ t: area === undefined ? undefined : 'array', ref: area })}>${escapeXml(text)}</f>`;
}

function valueXml(value: Exclude<FileValue, null>, registers: CellRegisters): string {
  return typeof value === 'string' ? ` t="s"><v>${registers.stringId(value)}</v></c>` : resultXml(value, '');
}

/** The rest of a cell: type, formula and the result Excel shows until it computes again. */
function resultXml(value: FileValue, formula: string): string {
  if (value === null) return `>${formula}</c>`;
  if (typeof value === 'string') return ` t="str">${formula}<v>${escapeXml(value)}</v></c>`;
  if (typeof value === 'boolean') return ` t="b">${formula}<v>${Number(value)}</v></c>`;
  if (typeof value === 'number') return Number.isFinite(value) ? `>${formula}<v>${value}</v></c>` : ` t="e">${formula}<v>#NUM!</v></c>`;
  return ` t="e">${formula}<v>${escapeXml(value.error)}</v></c>`;
}

import type { CellStyle, CellValue } from '../workbook/grid';

/** What `getCellProperties` is asked for: only what a CellStyle holds, since each cell's answer travels on its own. */
export const STYLE_QUERY: Excel.CellPropertiesLoadOptions = {
  format: { fill: { color: true, pattern: true }, font: { bold: true, italic: true }, borders: { style: true }, indentLevel: true },
};

/** A cell's value from Excel's two answers: "" is empty, and an error is told from a text that looks like one by its type. */
export function cellValueOf(value: unknown, type: unknown): CellValue {
  if (value === '' || value === null || value === undefined) return null;
  if (type === 'Error') return { error: String(value) };
  return typeof value === 'number' || typeof value === 'boolean' ? value : String(value);
}

/** The formula of a cell, or null. A text that begins with "=" is its own value, which no formula's result is. */
export function formulaOf(formula: unknown, value: unknown): string | null {
  return typeof formula === 'string' && formula.startsWith('=') && formula !== value ? formula : null;
}

/** The marks of a cell that help to read it; null when it has none. Excel tells an unfilled cell as white. */
export function cellStyleOf(properties: Excel.CellProperties): CellStyle | null {
  const format = properties.format ?? {};
  const fill = format.fill?.pattern === 'None' ? '' : (format.fill?.color ?? '').toUpperCase();
  const style: CellStyle = {
    ...(format.font?.bold ? { bold: true } : {}),
    ...(format.font?.italic ? { italic: true } : {}),
    ...(format.indentLevel ? { indent: format.indentLevel } : {}),
    ...(fill !== '' && fill !== '#FFFFFF' ? { fill } : {}),
    ...(hasLine(format.borders?.top) ? { topBorder: true } : {}),
    ...(hasLine(format.borders?.bottom) ? { bottomBorder: true } : {}),
  };
  return Object.keys(style).length > 0 ? style : null;
}

function hasLine(border: Excel.CellBorder | undefined): boolean {
  return border?.style !== undefined && border.style !== 'None';
}

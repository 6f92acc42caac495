import type { FileContent, FileStyle } from '../../src/workbench/host/fileContent';

type Styled = { readonly style?: number };

/** The content with every style number replaced by the style itself: two files say the same whatever order their styles and cells stand in. */
export function comparableContent(content: FileContent): unknown {
  return {
    ...content,
    sheets: content.sheets.map((sheet) => ({
      ...sheet,
      styles: undefined,
      cells: [...sheet.cells].sort((one, other) => one.row - other.row || one.column - other.column).map((cell) => resolved(cell, sheet.styles)),
      columns: [...sheet.columns].map(([index, column]) => [index, resolved(column, sheet.styles)]),
      rows: [...sheet.rows].map(([index, row]) => [index, resolved(row, sheet.styles)]),
    })),
  };
}

function resolved<T extends Styled>(item: T, styles: readonly FileStyle[]): Omit<T, 'style'> & { readonly style?: FileStyle | undefined } {
  const { style, ...rest } = item;
  return style === undefined ? rest : { ...rest, style: plain(styles[style]) };
}

/** A cell that says nothing of its height stands at the bottom. */
function plain(style: FileStyle | undefined): FileStyle | undefined {
  if (style?.vertical !== 'bottom') return style;
  const { vertical: _bottom, ...rest } = style;
  return rest;
}

import type { RowKind } from '../report';

export interface LevelRow {
  readonly indent: number;
  readonly hasDash: boolean;
  readonly isPart: boolean;
  readonly kind: RowKind;
  readonly isSum: boolean;
}

/**
 * How deep each row stands, 0 outermost: by its indent among the indents that occur, by the section it stands in where the sheet does not
 * indent, one deeper for varav and dash rows that are not indented.
 */
export function rowLevels(rows: readonly LevelRow[]): readonly number[] {
  const steps = [...new Set(rows.map((row) => row.indent))].sort((a, b) => a - b);
  const depth = new Map(steps.map((indent, index) => [indent, index]));
  // Where rows below a section are indented deeper than it, the indents already tell the sections.
  const indentsSections = rows.some((row, index) => row.kind === 'section' && (rows[index + 1]?.indent ?? 0) > row.indent && !rows[index + 1]?.isPart);
  let isInSection = false;
  let dashBase = 0;
  return rows.map((row, index) => {
    const own = depth.get(row.indent) ?? 0;
    const next = rows[index + 1];
    if (row.kind === 'section' && !(next?.hasDash && isInSection)) isInSection = false;
    if (row.kind === 'sum') isInSection = false;
    const inside = isInSection && !indentsSections ? 1 : 0;
    const above = rows[index - 1];
    const isShallowPart = row.isPart && row.indent <= (above?.indent ?? 0) && !above?.isPart;
    if (!row.hasDash) dashBase = own + inside;
    if (row.kind === 'section' && !next?.hasDash) isInSection = true;
    if (row.hasDash) return dashBase + 1;
    if (isShallowPart || (row.isPart && above?.isPart && row.indent === above.indent && own === 0)) return own + inside + 1;
    return own + inside;
  });
}

import { formulaAt } from '../grid';
import { heldPrint } from './keptCell';
import { shownValue, type OwnRow, type OwnSheetReading } from './ownSheet';
import { PLAN_COLUMN } from './planColumns';
import { freeLineKey, GROUP_BLOCK } from './planLayout';
import { readMark, readPrint, writePrint } from './rowMark';

/**
 * Takes the rows that the user has put among the measures of a verksamhet for rows of the plan: each gets a key of its own, so that it is
 * read as a measure and gets the formulas of one. A row outside the measures, or without a name, stays the user's own.
 * @returns any other sheet as it is
 */
export function adoptPlanRows(own: OwnSheetReading): OwnSheetReading {
  if (own.kind !== 'atgardsplan') return own;
  const taken = new Set(own.rows.map(({ mark }) => mark.key));
  const adopted: OwnRow[] = [];
  for (const row of own.userRows) {
    const above = own.rows.filter((candidate) => candidate.row < row).at(-1);
    const isAmongMeasures = above !== undefined && above.mark.block.startsWith(GROUP_BLOCK) && (above.mark.kind === 'body' || above.mark.kind === 'head');
    if (!isAmongMeasures || !isNamed(own, row)) continue;
    const key = freeLineKey(above.mark.block.slice(GROUP_BLOCK.length), taken);
    taken.add(key);
    adopted.push({ row, mark: { ...above.mark, kind: 'body', key, prints: printsOf(own, row, above) } });
  }
  if (adopted.length === 0) return own;
  const rows = new Set(adopted.map(({ row }) => row));
  return {
    ...own,
    rows: [...own.rows, ...adopted].sort((a, b) => a.row - b.row),
    userRows: own.userRows.filter((row) => !rows.has(row)),
  };
}

function isNamed(own: OwnSheetReading, row: number): boolean {
  const column = own.columns.get(PLAN_COLUMN.name);
  const name = column === undefined ? null : shownValue(own.grid, row, column);
  return typeof name === 'string' && name.trim() !== '';
}

/**
 * What is taken for written by us: formulas that a measure of the sheet has too, and of a copied row all that it brought along. The rest
 * is the user's.
 */
function printsOf(own: OwnSheetReading, row: number, above: OwnRow): readonly string[] {
  const key = own.columns.get(own.printedCount);
  const copied = key === undefined ? null : readMark(shownValue(own.grid, row, key));
  const model = copied ?? modelOf(own, above);
  return Array.from({ length: own.printedCount }, (_, column) => {
    const at = own.columns.get(column);
    const print = readPrint(model?.prints[column]);
    const isOurs = at !== undefined && (copied !== null || formulaAt(own.grid, row, at) !== null) && heldPrint(own, { row, mark: above.mark }, at) !== '';
    return writePrint({ isUsers: false, content: isOurs ? print.content : '', look: copied === null ? '' : print.look, style: copied === null ? '' : print.style });
  });
}

/** A measure of the same verksamhet, whose formulas tell what ours look like. */
function modelOf(own: OwnSheetReading, above: OwnRow): OwnRow['mark'] | null {
  return own.rows.find(({ mark }) => mark.block === above.mark.block && mark.kind === 'body')?.mark ?? null;
}

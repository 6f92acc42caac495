import { readPrint, writePrint } from './rowMark';
import type { Head, OwnRow, OwnSheetReading } from './ownSheet';
import { keyColumn, type SheetDraft } from './sheetDraft';
import { draftHeads, draftWidth } from './specBuilder';

/**
 * Numbers the columns of a sheet as a fresh draft with another number of columns does: a Handlingsplan gets a column with each reporting
 * point, and what the user wrote right of it must go along. Columns are known by their headings, in their order; one whose heading is gone
 * gets a number beyond the draft's.
 * @returns the reading as it is where the number of printed columns is the same: a heading that has changed is then the same column
 */
export function inColumnsOf(fresh: SheetDraft, own: OwnSheetReading): OwnSheetReading {
  if (own.printedCount === fresh.columns.length) return own;
  const numbers = newNumbers(fresh, own);
  const olds = new Map([...numbers].map(([old, number]) => [number, old]));
  return {
    ...own,
    columns: new Map([...own.columns].map(([old, at]) => [numbers.get(old) ?? old, at])),
    rows: own.rows.map((row) => renumbered(row, numbers, own.printedCount, keyColumn(fresh))),
    printedCount: keyColumn(fresh),
    written: { row: own.written.row, column: (number) => own.written.column(olds.get(number) ?? number) },
  };
}

function newNumbers(fresh: SheetDraft, own: OwnSheetReading): ReadonlyMap<number, number> {
  const [printed, width] = [keyColumn(fresh), draftWidth(fresh)];
  const pairs = new Map(commonHeadings(own.heads, draftHeads(fresh), own.printedCount, printed));
  const last = Math.max(own.printedCount, ...own.columns.keys());
  const gone = Math.max(width, printed + 1 + last - own.printedCount);
  return new Map(Array.from({ length: last + 1 }, (_, old) => {
    if (old >= own.printedCount) return [old, printed + old - own.printedCount] as const;
    return [old, pairs.get(old) ?? gone + old] as const;
  }));
}

/** The longest row of columns that stand under the same headings before and after, first those of the left. */
function commonHeadings(before: readonly Head[], after: readonly Head[], oldCount: number, newCount: number): readonly (readonly [number, number])[] {
  const pairs = before.flatMap(([block, key, texts]) => after.flatMap((head) => (head[0] === block && head[1] === key ? [[texts, head[2]] as const] : [])));
  const isSame = (old: number, now: number): boolean => pairs.length > 0 && pairs.every(([texts, wanted]) => (texts[old] ?? '') === (wanted[now] ?? ''));
  const lengths = Array.from({ length: oldCount + 1 }, () => Array.from({ length: newCount + 1 }, () => 0));
  const lengthAt = (old: number, now: number): number => lengths[old]?.[now] ?? 0;
  for (let old = oldCount - 1; old >= 0; old -= 1) {
    for (let now = newCount - 1; now >= 0; now -= 1) {
      const row = lengths[old];
      if (row) row[now] = isSame(old, now) ? lengthAt(old + 1, now + 1) + 1 : Math.max(lengthAt(old + 1, now), lengthAt(old, now + 1));
    }
  }
  const found: (readonly [number, number])[] = [];
  let [old, now] = [0, 0];
  while (old < oldCount && now < newCount) {
    if (isSame(old, now)) {
      found.push([old, now]);
      old += 1;
      now += 1;
    } else if (lengthAt(old + 1, now) >= lengthAt(old, now + 1)) old += 1;
    else now += 1;
  }
  return found;
}

/** The prints follow their columns; the key column has none. */
function renumbered({ row, mark }: OwnRow, numbers: ReadonlyMap<number, number>, oldKey: number, newKey: number): OwnRow {
  const placed = new Map(mark.prints.map((print, index) => {
    const number = numbers.get(index < oldKey ? index : index + 1) ?? index;
    return [number < newKey ? number : number - 1, print] as const;
  }));
  const prints = Array.from({ length: Math.max(0, ...placed.keys()) + 1 }, (_, index) => placed.get(index) ?? writePrint(readPrint(undefined)));
  return { row, mark: { ...mark, prints } };
}

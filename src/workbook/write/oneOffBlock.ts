import { structuralResult } from '../../core/structuralResult';
import { cellAddress } from '../address';
import { AVVIKELSE_COLUMN as AT } from './avvikelseBlock';
import type { AvvikelseLine } from './avvikelseLine';
import type { PlacedTable } from './avvikelseanalys';
import { blockHeading, extraHead, figureCell } from './extraRow';
import type { DraftBlock, DraftCell, DraftRow } from './sheetDraft';
import { avvikelseFormat, LOOK, styled } from './sheetStyle';
import { formula } from './sourceReference';

/** Words by which a controller marks what will not come again. */
const ONE_OFF = /engångs|tillfällig|jämförelsestörande|av engångskaraktär/i;

/**
 * The budgetavvikelse without one-off items, in the first table that has such rows and a total. The rows that the user marked decide;
 * in a workbook without any, those that the source calls one-off.
 * @param marks row keys
 * @returns null where there is no such row
 */
export function oneOffBlock(placed: readonly PlacedTable[], marks: ReadonlySet<string>, top: number): DraftBlock | null {
  const isMarked = (line: AvvikelseLine): boolean => line.avvikelse !== null && marks.has(line.key);
  const withTotal = placed.filter(({ table }) => table.total !== null);
  const isOfUser = withTotal.some(({ table }) => table.lines.some(isMarked));
  const found = withTotal.map((place) => ({ place, marked: place.table.lines.filter(isOfUser ? isMarked : isCalledOneOff) })).find(({ marked }) => marked.length > 0);
  const total = found?.place.table.total?.line;
  if (found === undefined || total === undefined) return null;
  const { place, marked } = found;
  const { unit } = place.table.chosen;
  const format = avvikelseFormat(unit);
  const heading = [
    ...blockHeading(`Resultat utan engångsposter, ${place.table.heading}`, `${isOfUser ? 'Rader som är markerade som engångsposter.' : 'Rader som källan kallar tillfälliga eller engångs.'} Budgetavvikelse i ${unit}, + överskott, − underskott.`),
    extraHead(['Post', '', '', '', 'Avvikelse'], { right: [AT.avvikelse] }),
  ];
  const first = top + heading.length;
  const reference = (line: AvvikelseLine): string => `N(${cellAddress(place.rows.get(line.key) ?? 0, AT.avvikelse)})`;
  const row = (key: string, kind: DraftRow['kind'], label: string, cell: DraftCell, look = {}): DraftRow => {
    const blank: DraftCell = { value: null, style: styled(LOOK.item, look) };
    return { key, kind, cells: [{ value: label, style: styled(LOOK.itemText, look) }, blank, blank, blank, cell] };
  };
  const amounts = marked.map((line) => line.avvikelse ?? 0);
  const oneOff = amounts.reduce((sum, amount) => sum + amount, 0);
  const last = first + marked.length;
  return {
    id: 'oneOff',
    rows: [
      ...heading,
      row('total', 'sum', `${total.label}, budgetavvikelse`, figureCell(formula(reference(total)), total.avvikelse ?? 0, format)),
      ...marked.map((line, index) => row(line.key, 'body', `varav ${line.label}`, figureCell(formula(reference(line)), amounts[index] ?? 0, format))),
      row(
        'without',
        'sum',
        'Utan engångsposter',
        figureCell(formula(`${cellAddress(first, AT.avvikelse)}-SUM(${cellAddress(first + 1, AT.avvikelse)}:${cellAddress(last, AT.avvikelse)})`), structuralResult(total.avvikelse ?? 0, oneOff), format, LOOK.sum),
        LOOK.sum,
      ),
    ],
  };
}

function isCalledOneOff(line: AvvikelseLine): boolean {
  const texts = Object.values(line.row.texts ?? {});
  return line.row.kind === 'item' && line.avvikelse !== null && [line.label, ...texts].some((text) => ONE_OFF.test(text));
}

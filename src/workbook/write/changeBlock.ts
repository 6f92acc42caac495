import { kronorPer } from '../../core/amount';
import { thresholdAmount } from '../../core/threshold';
import { cellAddress } from '../address';
import { AVVIKELSE_COLUMN as AT } from './avvikelseBlock';
import type { PlacedTable } from './avvikelseanalys';
import { blockHeading, extraHead, figureCell } from './extraRow';
import { momentText } from './sheetHead';
import type { DraftBlock, DraftRow } from './sheetDraft';
import { avvikelseFormat, LOOK, styled } from './sheetStyle';
import { formula } from './sourceReference';
import type { WritingInput } from './writingInput';

/**
 * What has changed since the version before: rows whose avvikelse has moved by at least the threshold's amount, and the totals. Null
 * without an earlier version or where nothing has moved that much.
 */
export function changeBlock(input: WritingInput, placed: readonly PlacedTable[], top: number): DraftBlock | null {
  const { previousVersion: before } = input;
  if (before === undefined) return null;
  const heading = [
    ...blockHeading(`Ändrat sedan ${before.name}`, `Budgetavvikelse då (skriven ${momentText(before.writtenAt)}) och nu. Rader som har ändrats med minst tröskelns belopp, och totaler.`),
    extraHead(['Rad', 'Då', 'Nu', 'Förändring'], { right: [1, 2, 3] }),
  ];
  const moved = placed.flatMap(({ table, rows }) => {
    const { unit } = table.chosen;
    return table.lines.flatMap((line) => {
      const then = before.avvikelseKr.get(`${table.id}/${line.key}`);
      if (then === undefined || line.avvikelse === null) return [];
      const was = then / kronorPer(unit);
      const isTotal = line === table.total?.line;
      const change = line.avvikelse - was;
      return Math.abs(change) >= thresholdAmount(input.threshold, unit) || isTotal ? [{ line, was, now: line.avvikelse, isTotal, unit, table, sheetRow: rows.get(line.key) ?? 0 }] : [];
    });
  });
  if (moved.every(({ was, now }) => Math.abs(now - was) < 1e-9)) return null;
  const hasUnits = new Set(moved.map(({ unit }) => unit)).size > 1;
  const rows = moved.map(({ line, was, now, isTotal, unit, table, sheetRow }, index): DraftRow => {
    const at = top + heading.length + index;
    const format = avvikelseFormat(unit);
    const look = isTotal ? LOOK.part : {};
    return {
      key: `${table.id}/${line.key}`,
      kind: 'body',
      cells: [
        { value: `${line.label}${placed.length > 1 ? `, ${table.heading}` : ''}${hasUnits ? ` (${unit})` : ''}`, style: styled(LOOK.itemText, look) },
        { value: was, style: styled(LOOK.item, look, { horizontal: 'right', numberFormat: format }) },
        figureCell(formula(cellAddress(sheetRow, AT.avvikelse)), now, format, look),
        figureCell(formula(`${cellAddress(at, 2)}-${cellAddress(at, 1)}`), now - was, format, styled(look, { bold: true })),
      ],
    };
  });
  return { id: 'changes', rows: [...heading, ...rows] };
}

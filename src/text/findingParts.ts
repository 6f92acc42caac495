import type { Finding } from '../workbook/report';
import type { Language } from './language';
import { formatNumber, MISSING } from './numbers';

const AND: Readonly<Record<Language, string>> = { sv: 'och', en: 'and' };
const MORE_CELLS: Readonly<Record<Language, (count: number) => string>> = { sv: (count) => `${count} celler till`, en: (count) => `${count} more cells` };

/** A figure of a finding with its own decimals; as percent where the finding is about one. */
export function figure(finding: Finding, value: number | string | null | undefined, language: Language = 'sv'): string {
  if (typeof value === 'string') return value;
  if (value === null || value === undefined) return MISSING;
  const isShare = finding.code === 'percent-mismatch' && Math.abs(value) < 20;
  if (isShare) return `${formatNumber(value * 100, 1, { language })}\u00a0%`;
  return formatNumber(value, shownDecimals(finding, value), { language });
}

/** What a text is read as: a percent in it is read as a share, but shown as the percent it is. */
export function textFigure(finding: Finding, text: string, language: Language = 'sv'): string {
  if (!text.includes('%') || typeof finding.printed !== 'number') return figure(finding, finding.printed, language);
  const percent = finding.printed * 100;
  return `${formatNumber(percent, Math.min(decimalsIn(percent), 3), { language })}\u00a0%`;
}

/** Cells below or beside each other as one range; else one by one, at most four of them. */
export function span(cells: readonly string[], language: Language = 'sv'): string {
  const [first = '', ...rest] = cells;
  const last = rest[rest.length - 1];
  if (last === undefined) return first;
  const places = cells.map((cell) => /^([A-Z]+)(\d+)$/.exec(cell));
  const isColumn = places.every((place, index) => place !== null && place[1] === places[0]?.[1] && Number(place[2]) === Number(places[0]?.[2]) + index);
  const isRow = places.every((place) => place !== null && place[2] === places[0]?.[2]) && cells.length > 4;
  if (isColumn || isRow) return `${first}:${last}`;
  return listed(cells.length > 5 ? [...cells.slice(0, 3), MORE_CELLS[language](cells.length - 3)] : cells, language);
}

/** "A, B och C". */
export function listed(items: readonly string[], language: Language = 'sv'): string {
  const last = items[items.length - 1] ?? '';
  return items.length < 2 ? last : `${items.slice(0, -1).join(', ')} ${AND[language]} ${last}`;
}

/** The cause of a finding, without the sheet where it is the finding's own. */
export function localCause(finding: Finding): string | null {
  if (finding.cause === undefined) return null;
  return finding.cause.startsWith(`${finding.sheet}!`) ? finding.cause.slice(finding.sheet.length + 1) : finding.cause;
}

/** The decimals of the printed figure; a computed one gets one more at most, so that its difference shows. */
function shownDecimals(finding: Finding, value: number): number {
  const own = decimalsIn(value);
  if (value === finding.printed || typeof finding.printed !== 'number') return Math.min(own, 3);
  const printed = decimalsIn(finding.printed);
  return own <= printed ? printed : Math.min(own, Math.max(printed, 1));
}

function decimalsIn(value: number): number {
  return (Number(value.toPrecision(12)).toString().split('.')[1] ?? '').length;
}

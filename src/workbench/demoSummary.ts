import { kronorPer } from '../core/amount';
import { columnIndex, columnLetters } from '../workbook/address';
import type { LeftOutTable, Reading, WritingOutcome } from '../app/session';
import type { Finding, Report, ReportTable } from '../workbook/report';
import { formatAmountWithUnit } from '../text/numbers';
import { svDemo } from '../text/svDemo';

const SHOWN_VARIANCES = 5;
const SHOWN_FINDINGS = 5;
/** Kinds whose rows are costs and revenue. */
const HAS_RULE: ReadonlySet<ReportTable['kind']> = new Set(['budget', 'ledger']);

/** What was found, in a few Swedish lines: tables, largest deviations, findings. */
export function readingSummary(reading: Pick<Reading, 'grid' | 'ownSheets'>, report: Report): readonly string[] {
  const { tables, findings } = report;
  const sheets = reading.grid.sheets.length - reading.ownSheets.length;
  const heading = tables.length === 0 ? [] : [svDemo.tables(tables.length, sheets)];
  const lines = tables.map((table) => svDemo.table(`${table.sheet}!${table.range}`, svDemo.kinds[table.kind], [table.unit ?? svDemo.noUnit, ...(HAS_RULE.has(table.kind) ? [ruleText(table)] : [])].join(', ')));
  return [
    ...heading,
    ...lines.filter((_line, index) => tables[index]?.kind !== 'other'),
    ...(tables.some((table) => table.kind === 'budget') ? [] : [svDemo.noTables]),
    ...varianceLines(tables),
    ...findingLines(findings),
  ];
}

function ruleText(table: ReportTable): string {
  return table.signRule === null ? svDemo.noRule : svDemo.rules[table.signRule];
}

/** Items only: a sum would stand beside its own parts. */
function varianceLines(tables: readonly ReportTable[]): readonly string[] {
  const rows = tables
    .filter((table) => table.kind === 'budget')
    .flatMap((table) => {
      const unit = table.unit;
      const cell = table.comparisons?.[0]?.compared;
      return unit === null || cell === undefined
        ? []
        : table.rows.filter((row) => row.kind === 'item' && row.variance !== undefined).map((row) => ({ label: row.label, variance: row.variance ?? 0, unit, place: `${table.sheet}!${columnLetters(columnIndex(cell))}${row.row}` }));
    })
    .sort((one, other) => Math.abs(other.variance) * kronorPer(other.unit) - Math.abs(one.variance) * kronorPer(one.unit))
    .slice(0, SHOWN_VARIANCES);
  return rows.length === 0 ? [] : [svDemo.largest, ...rows.map((row) => svDemo.variance(row.label, formatAmountWithUnit(row.variance, row.unit, { signed: true }), row.place))];
}

function findingLines(findings: readonly Finding[]): readonly string[] {
  const of = (severity: Finding['severity']): readonly Finding[] => findings.filter((finding) => finding.severity === severity);
  const errors = of('error');
  return [
    svDemo.findings(errors.length, of('warning').length, of('rounding').length),
    ...errors.slice(0, SHOWN_FINDINGS).map((finding) => svDemo.finding(`${finding.sheet}!${finding.cell}`, finding.message ?? '')),
    ...(errors.length > SHOWN_FINDINGS ? [svDemo.more(errors.length - SHOWN_FINDINGS)] : []),
  ];
}

/** What was written and where, and what the copy lacks. */
export function writingSummary(outcome: WritingOutcome, file: string, dropped: readonly string[]): readonly string[] {
  const wrong = outcome.check === null ? [] : [...outcome.check.errorCells, ...outcome.check.wrongCells];
  const checked = outcome.check === null ? svDemo.unchecked : wrong.length === 0 ? svDemo.checked : svDemo.wrong(wrong);
  return [
    ...leftOutLines(outcome.leftOut),
    ...outcome.skipped.map((kind) => svDemo.skipped[kind]),
    ...(outcome.written.length === 0 ? [svDemo.nothingWritten] : [svDemo.written(outcome.written.map(({ sheet }) => sheet), file), checked]),
    ...(dropped.length === 0 ? [] : [svDemo.dropped(dropped)]),
  ];
}

/** A line for each table that is not on the written sheets, with the reason. */
export function leftOutLines(leftOut: readonly LeftOutTable[]): readonly string[] {
  return leftOut.map(({ key, reason }) => svDemo.leftOut[reason](key));
}

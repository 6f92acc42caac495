import { columnIndex, parseArea } from '../../src/workbook/address';
import type { WorkbookGrid } from '../../src/workbook/grid';
import type { Finding, Report, ReportTable } from '../../src/workbook/report';

const words = (text: string): ReadonlySet<unknown> => new Set(text.split(' '));
const closed = {
  kind: words('budget measures requirements volumes indicators series ledger other'),
  unit: words('kr tkr mnkr'),
  signRule: words('costs-negative costs-positive'),
  field: words(
    'label code area unit month comment status responsible other previous budget budgetToDate actual actualToDate forecast variance variancePercent share remaining budgetOriginal budgetChange '
      + 'volumeBudget volumeActual volumeForecast volumeVariance volumeEffect measure description analysis consequence start end date effectYear effectFullYear savingPlanned savingRealised followUp '
      + 'probability ramp oneOffCost inForecast realised requirement target current direction responsibility activity account project object counterpart period amount',
  ),
  part: words('costs revenue net total'),
  rowKind: words('item sum section note'),
  code: words(
    'variance-mismatch percent-mismatch sum-mismatch row-outside-sum cross-table-mismatch sign-mismatch effect-mismatch text-number missing-month sign-rule-uncertain unit-unknown header-uncertain '
      + 'cell-error',
  ),
  severity: words('error warning rounding info'),
};
const isRising = (numbers: readonly number[]): boolean => numbers.every((number, index) => Number.isInteger(number) && (index === 0 || number > (numbers[index - 1] ?? 0)));

/** What of a report is not as the format von-report/1 says; empty when all is. */
export function reportFaults(report: Report, grid: WorkbookGrid): readonly string[] {
  return [
    ...(report.schema === 'von-report/1' ? [] : [`schema ${report.schema}`]),
    ...notFinite(report, 'report'),
    ...report.tables.flatMap((table) => tableFaults(table, grid).map((fault) => `${table.sheet}!${table.range}: ${fault}`)),
    ...report.findings.flatMap((finding) => findingFaults(finding, report, grid).map((fault) => `${finding.sheet}!${finding.cell} ${finding.code}: ${fault}`)),
  ];
}

function tableFaults(table: ReportTable, grid: WorkbookGrid): readonly string[] {
  const sheet = grid.sheets.find(({ name }) => name === table.sheet);
  const area = parseArea(table.range);
  if (sheet === undefined || area === null) return ['no such place'];
  const faults: string[] = [];
  const demand = (holds: boolean, fault: string): void => {
    if (!holds) faults.push(fault);
  };
  const isInside = (row: number): boolean => row > area.top && row <= area.bottom + 1;
  demand(area.bottom < sheet.top + sheet.rowCount && area.right < sheet.left + sheet.columnCount, 'reaches outside the sheet');
  demand(closed.kind.has(table.kind), `kind ${table.kind}`);
  demand(table.unit === null || closed.unit.has(table.unit), `unit ${table.unit}`);
  demand(table.signRule === null || closed.signRule.has(table.signRule), `sign rule ${table.signRule}`);
  demand(isRising(table.headerRows) && table.headerRows.every(isInside), `heading rows ${table.headerRows.join()}`);
  const columns = table.columns.map(({ column }) => columnIndex(column));
  demand(isRising(columns) && columns.every((column) => column >= area.left && column <= area.right), 'columns out of order or outside');
  for (const { column, field, part, unit } of table.columns) demand(closed.field.has(field) && (part === undefined || closed.part.has(part)) && (unit === undefined || closed.unit.has(unit)), `column ${column}`);
  const rows = table.rows.map(({ row }) => row);
  demand(isRising(rows) && rows.every((row) => isInside(row) && !table.headerRows.includes(row)), 'rows out of order, outside or among the headings');
  const letters = new Set(table.columns.map(({ column }) => column));
  for (const { row, kind, level, values, parts = [] } of table.rows) {
    demand(closed.rowKind.has(kind) && Number.isInteger(level) && level >= 0, `row ${row}: ${kind} ${level}`);
    demand(Object.keys(values).every((column) => letters.has(column)), `row ${row}: a figure in no column`);
    demand(parts.every((part) => part !== row && rows.includes(part)), `row ${row}: parts ${parts.join()}`);
  }
  return faults;
}

function findingFaults(finding: Finding, report: Report, grid: WorkbookGrid): readonly string[] {
  const { code, severity, sheet, cell, cause, message = '' } = finding;
  return [
    ...(closed.code.has(code) && closed.severity.has(severity) ? [] : [`${severity} ${code}`]),
    ...(parseArea(cell) !== null && grid.sheets.some(({ name }) => name === sheet) ? [] : ['no such place']),
    ...(/^[A-ZÅÄÖ−\d"”].*[.?]$/su.test(message) && !/undefined|null|NaN|\[object/.test(message) ? [] : [`message "${message}"`]),
    ...(cause === undefined || report.findings.some((other) => `${other.sheet}!${other.cell}` === cause) ? [] : [`caused by ${cause}, which is no finding`]),
  ];
}

/** Numbers that JSON cannot hold. */
function notFinite(value: unknown, path: string): readonly string[] {
  if (typeof value === 'number') return Number.isFinite(value) ? [] : [`${path} is ${value}`];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inside]) => notFinite(inside, `${path}.${key}`));
}

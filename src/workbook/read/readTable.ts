import { areaAddress, columnLetters } from '../address';
import type { ReportColumn, ReportRow, ReportTable, SignPart } from '../report';
import { calculateVariances, type TableVariances } from './calculateVariances';
import { correctDraft, correctRows, correctSign, type Correction } from './correction';
import { printedDeviations, type PrintedDeviation } from './comparisons';
import { conventionOf, detectSignRule, type SignReading } from './detectSignRule';
import type { DraftRow } from './draftRow';
import { ledgerTotals } from './ledgerRows';
import type { PartSign } from './partSigns';
import { readRows } from './readRows';
import type { MoneySide } from './rowLabels';
import { rowSides } from './rowSides';
import type { TableDraft } from './tableDraft';

/** A table with everything read out of it that the checks build on. */
export interface ReadTable {
  readonly draft: TableDraft;
  readonly rows: readonly DraftRow[];
  readonly sides: ReadonlyMap<number, MoneySide>;
  readonly deviations: readonly PrintedDeviation[];
  readonly sign: SignReading;
  readonly variances: TableVariances;
  /** Of a table that lies on its side: the same table stood up. */
  readonly upright?: ReadTable;
}

/** Reads rows, sums, sign rule and deviations of a table whose columns are read, with what the user has corrected. */
export function readTable(found: TableDraft, correction: Correction = {}): ReadTable {
  const draft = correctDraft(found, correction);
  const rows = correctRows(readRows(draft), correction);
  const sides = rowSides(draft, rows);
  const deviations = printedDeviations(draft, rows);
  const sign = correctSign(detectSignRule(draft, rows, deviations, sides), correction);
  const upright = draft.upright === undefined ? undefined : readTable(draft.upright, { ...(correction.signRule && { signRule: correction.signRule }), ...(correction.unit && { unit: correction.unit }) });
  return { draft, rows, sides, deviations, sign: upright === undefined || draft.kind !== 'budget' ? sign : { ...upright.sign, turnedRows: new Set(), parts: new Map() }, variances: calculateVariances(draft, rows, deviations, sign), ...(upright === undefined ? {} : { upright }) };
}

/** A table as the report shows it. */
export function reportTable(table: ReadTable): ReportTable {
  const { draft, sign, variances } = table;
  const parts = [...new Set(sign.parts.values())].filter((part) => part.isRevenue !== true);
  const totals = draft.kind === 'ledger' ? ledgerTotals(draft) : null;
  const comparisons = variances.comparisons.map(({ budget, compared, basis }) => ({ budget: columnLetters(budget.index), compared: columnLetters(compared.index), basis }));
  return {
    sheet: draft.grid.name,
    range: areaAddress(draft.area),
    headerRows: draft.headerRows.map((row) => row + 1),
    kind: draft.kind,
    unit: draft.unit,
    signRule: sign.rule,
    ...(table.upright?.draft.kind === draft.kind ? { upright: { ...reportTable(table.upright), range: areaAddress(draft.area), isTurned: true as const } } : {}),
    ...(sign.evidence ? { signEvidence: sign.evidence } : {}),
    ...(sign.isPlusWorse ? { printedVariance: 'plus-worse' as const } : {}),
    ...(parts.length === 0 ? {} : { signParts: parts.map(reportPart) }),
    columns: draft.columns.map(reportColumn),
    rows: table.rows.map((row) => reportRow(row, table)),
    ...(draft.title === '' ? {} : { title: draft.title }),
    ...(draft.unitCell === undefined ? {} : { unitCell: draft.unitCell }),
    ...(draft.kind === 'budget' && comparisons.length > 0 ? { comparisons } : {}),
    ...(totals ? { pivot: totals.pivot } : {}),
  };
}

const reportPart = (part: PartSign): SignPart => ({
  rows: part.rows.map((row) => row + 1),
  signRule: part.rule,
  signEvidence: part.evidence,
  ...(part.isPlusWorse ? { printedVariance: 'plus-worse' as const } : {}),
});

const reportColumn = (column: TableDraft['columns'][number]): ReportColumn => ({
  column: columnLetters(column.index),
  header: column.header,
  field: column.field,
  ...(column.year === undefined ? {} : { year: column.year }),
  ...(column.part === undefined ? {} : { part: column.part }),
  ...(column.asOf === undefined ? {} : { asOf: column.asOf }),
  ...(column.unit === undefined ? {} : { unit: column.unit }),
  confidence: column.confidence,
  reason: column.reason,
  ...(column.hidden ? { hidden: true as const } : {}),
});

function reportRow(row: DraftRow, table: ReadTable): ReportRow {
  const variance = table.variances.byRow.get(row.row);
  const toDate = table.variances.toDateByRow.get(row.row);
  // A row without a forecast may still have an outcome to date, which is signed the same way.
  const isCompared = variance !== undefined || table.variances.comparisons.some(({ budget, compared }) => row.values.has(budget.index) && row.values.has(compared.index));
  return {
    row: row.row + 1,
    label: row.label,
    code: row.code,
    kind: row.kind,
    level: row.level,
    values: byLetters(row.values),
    ...(row.texts.size === 0 ? {} : { texts: byLetters(row.texts) }),
    ...(variance === undefined ? {} : { variance: variance.variance }),
    ...(variance?.variancePercent === undefined ? {} : { variancePercent: variance.variancePercent }),
    ...(toDate === undefined ? {} : { varianceToDate: toDate }),
    ...(!isCompared || table.sign.rule === null || !table.sign.turnedRows.has(row.row) ? {} : { signRule: conventionOf(table.sign, table.sign.rule, row.row).rule }),
    ...(row.unit === undefined ? {} : { unit: row.unit }),
    ...(row.isHidden ? { hidden: true as const } : {}),
    ...(row.sum === undefined ? {} : { parts: row.sum.parts.map((part) => part.row + 1) }),
  };
}

const byLetters = <T>(cells: ReadonlyMap<number, T>): Readonly<Record<string, T>> => Object.fromEntries([...cells].map(([column, value]) => [columnLetters(column), value]));

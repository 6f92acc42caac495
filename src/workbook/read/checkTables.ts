import type { WorkbookGrid } from '../grid';
import type { Finding, Severity } from '../report';
import { parseArea } from '../address';
import { checkCells } from './checks/checkCells';
import { checkEffects } from './checks/checkEffects';
import { checkFormulas } from './checks/checkFormulas';
import { checkLedger } from './checks/checkLedger';
import { checkMonths } from './checks/checkMonths';
import { checkPercents } from './checks/checkPercents';
import { checkPlausibility } from './checks/checkPlausibility';
import { checkQuestions } from './checks/checkQuestions';
import { checkSameFigures } from './checks/checkSameFigures';
import { checkSources } from './checks/checkSources';
import { checkTieOut } from './checks/checkTieOut';
import { checkUnreadColumns } from './checks/checkUnreadColumns';
import { checkUpright } from './checks/checkUpright';
import type { ReadTable } from './readTable';

/** How many figures were recomputed, and how they came out. */
export interface CheckCounts {
  readonly total: number;
  readonly ok: number;
  readonly rounding: number;
  readonly warning: number;
  readonly error: number;
}

export interface TableChecks {
  readonly findings: readonly Finding[];
  readonly counts: CheckCounts;
}

/**
 * Answers "Stämmer tabellen?" for all tables of a workbook: recomputes what they print, compares what stands in two places, and points out
 * what formulas would miss. A finding that another explains names it as its `cause`.
 */
export function checkTables(tables: readonly ReadTable[], workbook: WorkbookGrid): TableChecks {
  const counted = tables.flatMap((table) => [checkTieOut(table), checkPercents(table), checkEffects(table), checkLedger(table), checkUnreadColumns(table), checkUpright(table)]);
  const single = tables.flatMap((table) => [...checkFormulas(table, workbook), ...checkCells(table), ...checkMonths(table), ...checkPlausibility(table), ...checkQuestions(table)]);
  const findings = withCauses(withoutRepeats([...counted.flatMap((result) => result.findings), ...checkSources(tables), ...single, ...checkSameFigures(tables)]));
  const checked = counted.reduce((sum, result) => sum + result.checked, 0);
  return { findings, counts: countOutcomes(findings, checked) };
}

const rank: Readonly<Record<Severity, number>> = { error: 0, warning: 1, rounding: 2, info: 3 };

/** One error a cell: the first check that found it knows most. A doubt about a cell that is known to be wrong adds nothing. */
function withoutRepeats(findings: readonly Finding[]): readonly Finding[] {
  const placeOf = (finding: Finding): string => `${finding.sheet}!${finding.cell}`;
  const errors = new Map<string, Finding>();
  for (const finding of findings) if (finding.severity === 'error' && !errors.has(placeOf(finding))) errors.set(placeOf(finding), finding);
  const rounded = new Set(findings.filter((finding) => finding.severity === 'rounding').map(placeOf));
  for (const [place, error] of errors) {
    // Typed beside formulas, but no further off than rounding explains.
    if (error.basis?.likely === 'typed-over-formula' && rounded.has(place)) errors.delete(place);
  }
  const seen = new Set<string>();
  return findings.filter((finding) => {
    const error = errors.get(placeOf(finding));
    if (finding.severity === 'error' && error === undefined) return false;
    if (error !== undefined && error !== finding && finding.code !== 'text-number') return false;
    // The same figure beside one that is wrong is no doubt of its own.
    if (finding.severity === 'warning' && finding.basis?.operation === 'same' && finding.basis.cells.some((cell) => errors.has(cell))) return false;
    const key = `${placeOf(finding)} ${finding.code} ${finding.severity}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

/** A percentage, or a figure that stands in two tables, follows from a figure that is wrong itself: one it is computed from, or the deviation beside it. */
function withCauses(findings: readonly Finding[]): readonly Finding[] {
  const roots = findings.filter((finding) => finding.severity === 'error' && finding.cause === undefined && finding.code !== 'percent-mismatch');
  const places = new Set(roots.map((finding) => `${finding.sheet}!${finding.cell}`));
  const deviations = roots.filter((finding) => finding.code === 'variance-mismatch' || finding.code === 'sign-mismatch');
  const byRow = new Map(deviations.map((finding) => [rowOf(finding), `${finding.sheet}!${finding.cell}`]));
  return findings
    .map((finding) => {
      if (finding.severity !== 'error' || finding.cause !== undefined || (finding.code !== 'percent-mismatch' && finding.code !== 'cross-table-mismatch')) return finding;
      const source = (finding.basis?.cells ?? []).map((cell) => (cell.includes('!') ? cell : `${finding.sheet}!${cell}`)).find((place) => places.has(place));
      const cause = source ?? (finding.code === 'percent-mismatch' ? byRow.get(rowOf(finding)) : undefined);
      return cause === undefined ? finding : { ...finding, cause };
    })
    .sort((a, b) => rank[a.severity] - rank[b.severity]);
}

const rowOf = (finding: Finding): string => `${finding.sheet}!${String(parseArea(finding.cell)?.top)}`;

function countOutcomes(findings: readonly Finding[], checked: number): CheckCounts {
  const of = (severity: Severity): number => findings.filter((finding) => finding.severity === severity).length;
  const [error, warning, rounding] = [of('error'), of('warning'), of('rounding')];
  const recomputed = findings.filter((finding) => finding.expected !== undefined && finding.expected !== null).length;
  return { total: checked, ok: Math.max(0, checked - recomputed), rounding, warning, error };
}

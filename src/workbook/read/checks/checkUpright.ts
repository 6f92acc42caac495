import { cellAddress, parseArea } from '../../address';
import type { Finding, FindingBasis } from '../../report';
import type { ReadTable } from '../readTable';
import { checkEffects } from './checkEffects';
import { checkPercents } from './checkPercents';
import { checkTieOut, type CheckResult } from './checkTieOut';

/** Recomputes a table that lies on its side as it stands upright, and names the cells where they are. */
export function checkUpright({ upright }: ReadTable): CheckResult {
  if (upright === undefined) return { findings: [], checked: 0 };
  const results = [checkTieOut(upright), checkPercents(upright), checkEffects(upright)];
  return { findings: results.flatMap((result) => result.findings).map(turnedBack), checked: results.reduce((sum, result) => sum + result.checked, 0) };
}

function turnedBack(finding: Finding): Finding {
  const { basis, cause, ...rest } = finding;
  return {
    ...rest,
    // What is outside the sum is a column here.
    code: finding.code === 'row-outside-sum' ? 'sum-mismatch' : finding.code,
    cell: turnedCell(finding.cell),
    ...(basis === undefined ? {} : { basis: turnedBasis(basis) }),
    ...(cause === undefined ? {} : { cause: turnedCell(cause) }),
  };
}

function turnedBasis({ row, likely, ...basis }: FindingBasis): FindingBasis {
  return { ...basis, cells: basis.cells.map(turnedCell), ...(likely === undefined || row !== undefined ? {} : { likely }) };
}

/** "Blad1!C5" ↔ "Blad1!E3": the cell in the sheet whose rows and columns have changed places. */
function turnedCell(address: string): string {
  const area = parseArea(address);
  if (area === null) return address;
  return `${address.slice(0, address.lastIndexOf('!') + 1)}${cellAddress(area.left, area.top)}`;
}

import type { FindingBasis } from '../../report';
import type { Relation } from './relations';

/** A likely cause of a sum that does not hold, with the row it concerns. */
export interface SumCause {
  readonly likely: NonNullable<FindingBasis['likely']>;
  /** 0-based row that is missing from, or doubled in, the sum, or whose sign is turned. */
  readonly row?: number;
}

/**
 * Looks for what explains the difference between a printed figure and what its parts give: one row left out or taken twice, one sign
 * turned, a factor 1 000 or 10, two digits swapped. The first that fits, or null.
 */
export function causeOf(relation: Relation): SumCause | null {
  const { residual, total, expected, terms } = relation;
  const room = 1e-9 * Math.max(1, Math.abs(total.value) + Math.abs(expected));
  if (relation.kind === 'sum' || relation.kind === 'net') {
    const contributing = terms.filter((term) => term.value !== 0);
    const fits = (factor: number): readonly Relation['terms'][number][] => contributing.filter((term) => Math.abs(residual - factor * term.sign * term.value) <= room);
    for (const [factor, likely] of [[-1, 'row-outside-sum'], [1, 'row-twice'], [-2, 'sign-turned']] as const) {
      const [only, ...others] = fits(factor);
      if (only !== undefined && others.length === 0 && terms.length > 1) return { likely, row: only.row };
    }
  }
  return figureCause(total.value, expected);
}

/** What one digit slip, a turned sign or a wrong unit would make of a figure. */
export function figureCause(printed: number, expected: number): SumCause | null {
  if (expected === 0 || printed === 0) return null;
  const near = (a: number, b: number): boolean => Math.abs(a - b) <= 0.002 * Math.abs(b);
  if (Math.abs(printed + expected) <= 1e-9 * Math.abs(printed)) return { likely: 'sign-turned' };
  if (near(printed, expected * 1000) || near(printed * 1000, expected)) return { likely: 'factor-1000' };
  if (near(printed, expected * 10) || near(printed * 10, expected)) return { likely: 'factor-10' };
  return hasSwappedDigits(printed, expected) ? { likely: 'swapped-digits' } : null;
}

/** Whether two figures are the same but for two neighbouring digits: 7674 and 7764. */
function hasSwappedDigits(a: number, b: number): boolean {
  const one = Number(Math.abs(a).toPrecision(12)).toString();
  const two = Number(Math.abs(b).toPrecision(12)).toString();
  if (one.length !== two.length || one === two) return false;
  const at = [...one].findIndex((digit, place) => digit !== two[place]);
  return one[at] === two[at + 1] && one[at + 1] === two[at] && one.slice(at + 2) === two.slice(at + 2);
}

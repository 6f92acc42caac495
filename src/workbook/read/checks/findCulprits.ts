import type { CellPlace, Relation } from './relations';

/** A cell that must be wrong, or the printed total where nothing tells which cell it is. */
export interface Culprit {
  readonly cell: CellPlace;
  /** What the cell should hold. */
  readonly expected: number;
  readonly printed: number;
  /** The relations that hold once the cell is put right; the one that judges the cell itself first, where there is one. */
  readonly explains: readonly Relation[];
  readonly isEstablished: boolean;
}

interface Suspect {
  readonly cell: CellPlace;
  readonly value: number;
  readonly claims: { readonly relation: Relation; readonly delta: number }[];
}

const keyOf = (cell: CellPlace): number => cell.row * 16384 + cell.column;

/**
 * Traces failing relations to cells. A cell whose change by one and the same amount mends two or more failing relations, and breaks fewer
 * that hold, is the wrong one; what is left names its printed total. Figures stored as text are never the wrong cell: formulas skip them.
 */
export function findCulprits(relations: readonly Relation[]): readonly Culprit[] {
  const failing = new Set(relations.filter((relation) => relation.judgement === 'error'));
  if (failing.size === 0) return [];
  const holdingByCell = new Map<number, Relation[]>();
  const suspects = suspectsOf(failing);
  for (const relation of relations) {
    if (relation.judgement === 'error') continue;
    for (const cell of [relation.total, ...relation.terms]) {
      const key = keyOf(cell);
      if (!suspects.has(key)) continue;
      const known = holdingByCell.get(key);
      if (known) known.push(relation);
      else holdingByCell.set(key, [relation]);
    }
  }
  const culprits: Culprit[] = [];
  const ranked = [...suspects.values()].flatMap((suspect) => {
    const best = agreeingClaims(suspect.claims, failing);
    return best.length < 2 ? [] : [{ suspect, size: best.length - brokenBy(suspect, best, holdingByCell.get(keyOf(suspect.cell)) ?? []) }];
  }).sort((a, b) => b.size - a.size);
  for (const { suspect } of ranked) {
    const claims = agreeingClaims(suspect.claims, failing);
    const broken = brokenBy(suspect, claims, holdingByCell.get(keyOf(suspect.cell)) ?? []);
    const [first] = claims;
    if (first === undefined || claims.length < 2 || claims.length - broken < 1) continue;
    const own = claims.find(({ relation }) => keyOf(relation.total) === keyOf(suspect.cell)) ?? first;
    for (const { relation } of claims) failing.delete(relation);
    culprits.push({
      cell: suspect.cell,
      expected: suspect.value + own.delta,
      printed: suspect.value,
      explains: [own.relation, ...claims.filter((claim) => claim !== own).map((claim) => claim.relation)],
      isEstablished: true,
    });
  }
  for (const relation of failing) culprits.push({ cell: relation.total, expected: relation.expected, printed: relation.total.value, explains: [relation], isEstablished: relation.isEstablished });
  return culprits;
}

function suspectsOf(failing: ReadonlySet<Relation>): ReadonlyMap<number, Suspect> {
  const suspects = new Map<number, Suspect>();
  const claim = (cell: CellPlace & { readonly value: number }, relation: Relation, delta: number): void => {
    const key = keyOf(cell);
    const suspect = suspects.get(key) ?? { cell: { row: cell.row, column: cell.column }, value: cell.value, claims: [] };
    suspect.claims.push({ relation, delta });
    suspects.set(key, suspect);
  };
  for (const relation of failing) {
    if (relation.sum !== undefined && relation.sum.agreeing === 0) continue;
    if (!relation.total.isText) claim(relation.total, relation, -relation.residual);
    for (const term of relation.terms) if (!term.isText) claim(term, relation, term.sign * relation.residual);
  }
  return suspects;
}

/** The largest group of claims on a cell that ask for the same change, among relations still failing. */
function agreeingClaims(claims: Suspect['claims'], failing: ReadonlySet<Relation>): Suspect['claims'] {
  const open = claims.filter(({ relation }) => failing.has(relation));
  let best: Suspect['claims'] = [];
  for (const claim of open) {
    const same = open.filter((other) => Math.abs(other.delta - claim.delta) <= other.relation.tolerance + claim.relation.tolerance + 1e-9 * Math.abs(claim.delta));
    if (same.length > best.length) best = same;
  }
  return best;
}

function brokenBy(suspect: Suspect, claims: Suspect['claims'], holding: readonly Relation[]): number {
  const delta = claims[0]?.delta ?? 0;
  return holding.filter((relation) => {
    const term = relation.terms.find((candidate) => keyOf(candidate) === keyOf(suspect.cell));
    const change = term === undefined ? delta : -term.sign * delta;
    return Math.abs(relation.residual + change) > relation.tolerance + 1e-9 * Math.abs(delta);
  }).length;
}

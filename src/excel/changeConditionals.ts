import type { Area } from '../workbook/address';
import { withoutAll } from '../workbook/areaPieces';
import { mapReferences, referenceText } from '../workbook/write/formulaReferences';
import type { SpecConditional } from '../workbook/write/sheetSpec';

export interface ConditionalChange {
  /** Cells whose conditional formats go. */
  readonly cleared: readonly Area[];
  readonly added: readonly SpecConditional[];
}

/**
 * From one set of conditional formats to another, touching as few cells as possible: a rule that stays keeps the cells it has, and only
 * gets or loses the others, so that the user's own rules stay where ours do not change.
 * @param isRepair some of `to` may already be there, so it is taken away first
 */
export function changeConditionals(from: readonly SpecConditional[], to: readonly SpecConditional[], isRepair: boolean): ConditionalChange {
  const [before, after] = [areasByName(from), areasByName(to)];
  const outside = (areas: ReadonlyMap<string, readonly Area[]>, others: ReadonlyMap<string, readonly Area[]>): readonly Area[] => [...areas].flatMap(([name, list]) => withoutAll(list, others.get(name) ?? []));
  const cleared = [...outside(before, after), ...(isRepair ? outside(after, before) : [])];
  const added = to.flatMap((rule) => withoutAll([rule.area], withoutAll(before.get(nameOf(rule)) ?? [], cleared)).map((area) => onArea(rule, area)));
  return { cleared, added };
}

function areasByName(rules: readonly SpecConditional[]): ReadonlyMap<string, readonly Area[]> {
  const areas = new Map<string, readonly Area[]>();
  for (const rule of rules) areas.set(nameOf(rule), [...(areas.get(nameOf(rule)) ?? []), rule.area]);
  return areas;
}

/** What a rule says, wherever it stands: two rules of the same name differ by their area alone. */
function nameOf(rule: SpecConditional): string {
  return JSON.stringify({ ...onArea(rule, { top: 0, bottom: 0, left: rule.area.left, right: rule.area.right }), area: [rule.area.left, rule.area.right] });
}

/** The rule on other rows or columns; its formula still says the same of each cell. */
function onArea(rule: SpecConditional, area: Area): SpecConditional {
  if (rule.type !== 'formula') return { ...rule, area };
  const [rows, columns] = [area.top - rule.area.top, area.left - rule.area.left];
  const formula = mapReferences(rule.formula, (reference) => {
    const { isFixed, area: cells } = reference;
    return referenceText(reference, {
      top: cells.top + (isFixed.top ? 0 : rows),
      bottom: cells.bottom + (isFixed.bottom ? 0 : rows),
      left: cells.left + (isFixed.left ? 0 : columns),
      right: cells.right + (isFixed.right ? 0 : columns),
    });
  });
  return { ...rule, area, formula };
}

import type { FileConditional, FileStyle } from './fileContent';
import type { ColorResolver } from './xlsxColors';
import { formulaFromFile } from './xlsxFormulas';
import { child, childrenOf, descendants, type XmlElement } from './xlsxXml';

/** What a workbook lends to the reading of its conditional formats. */
export interface ConditionalContext {
  readonly differential: readonly FileStyle[];
  readonly color: ColorResolver;
}

export interface ReadConditionals {
  readonly conditionals: readonly FileConditional[];
  /** True where the sheet has rules that FileConditional cannot hold (colour scales, icons, top ten, rules that look at another sheet …). */
  readonly hasOthers: boolean;
}

const BAR_BLUE = '#638EC6';
const BAR_RED = '#FF0000';

/** The conditional formats of a sheet, in order of priority. `extensions` is its extLst, where Excel keeps the newer half of a data bar. */
export function readConditionals(formats: readonly XmlElement[], extensions: XmlElement | undefined, context: ConditionalContext): ReadConditionals {
  const newerRules = descendants(extensions, 'cfRule');
  const newer = new Map(newerRules.map((rule) => [rule.attributes.id ?? '', rule]));
  const rules = formats.flatMap((format) => childrenOf(format, 'cfRule').map((rule) => ({ rule, range: format.attributes.sqref ?? '' })));
  rules.sort((one, other) => Number(one.rule.attributes.priority ?? 0) - Number(other.rule.attributes.priority ?? 0));
  const conditionals = rules.map(({ rule, range }) => readRule(rule, range, newer, context));
  const known = conditionals.filter((conditional) => conditional !== null);
  return { conditionals: known, hasOthers: known.length < conditionals.length || newerRules.some(({ attributes }) => attributes.type !== 'dataBar') };
}

function readRule(rule: XmlElement, range: string, newer: ReadonlyMap<string, XmlElement>, { differential, color }: ConditionalContext): FileConditional | null {
  const formulas = childrenOf(rule, 'formula').map(({ text }) => formulaFromFile(text));
  const style = differential[Number(rule.attributes.dxfId ?? -1)] ?? {};
  const [formula] = formulas;
  if (rule.attributes.type === 'dataBar') {
    const half = newer.get(descendants(rule, 'id')[0]?.text.trim() ?? '');
    return dataBar(range, child(rule, 'dataBar'), child(half, 'dataBar'), color);
  }
  if (rule.attributes.type === 'cellIs') return { type: 'cellValue', range, operator: rule.attributes.operator ?? 'equal', formulas, style };
  // The named text and blank rules carry a formula that says the same, so they live on as formula rules.
  if (formula !== undefined) return { type: 'formula', range, formula, style };
  return null;
}

function dataBar(range: string, bar: XmlElement | undefined, half: XmlElement | undefined, color: ColorResolver): FileConditional {
  const [low, high] = childrenOf(half ?? bar, 'cfvo');
  const minimum = fixedLimit(low);
  const maximum = fixedLimit(high);
  return {
    type: 'dataBar',
    range,
    ...(minimum === undefined ? {} : { minimum }),
    ...(maximum === undefined ? {} : { maximum }),
    positive: color(child(half, 'fillColor')) ?? color(child(bar, 'color')) ?? BAR_BLUE,
    negative: color(child(half, 'negativeFillColor')) ?? BAR_RED,
  };
}

function fixedLimit(limit: XmlElement | undefined): number | undefined {
  if (limit?.attributes.type !== 'num') return undefined;
  const number = Number(limit.attributes.val ?? child(limit, 'f')?.text);
  return Number.isFinite(number) ? number : undefined;
}

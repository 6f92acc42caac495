import fc from 'fast-check';
import { areaAddress } from '../../src/workbook/address';
import type { CellValue, SheetGrid } from '../../src/workbook/grid';
import type { Field, RowKind } from '../../src/workbook/report';
import { buildGrid } from './gridBuilder';

/** A budget sheet made up by chance, with what a careful person reads out of it. */
export interface SyntheticBudget {
  readonly grid: SheetGrid;
  readonly unit: 'kr' | 'tkr' | 'mnkr' | null;
  readonly signRule: 'costs-negative' | 'costs-positive';
  readonly fields: readonly Field[];
  readonly rows: readonly { readonly label: string; readonly kind: RowKind; readonly variance?: number }[];
}

/** How controllers write the same column; the texts are the genre's, not a file's. */
const WORDS = {
  label: ['Verksamhet', 'Ansvar', 'Enhet', 'Verksamhetsområde', 'Kostnadsställe', 'Nämnd/verksamhet', 'Benämning', ''],
  previous: ['Bokslut 2024', 'Utfall 2024', 'Bokslut fg år', 'Föregående år', 'Utfall jan-dec 2024'],
  budget: ['Budget 2025', 'Årsbudget', 'Helårsbudget', 'Budget helår', 'Budget', 'Årsbudget 2025'],
  budgetToDate: ['Budget jan-aug', 'Budget ack', 'Ack budget', 'Periodbudget', 'Budget tom aug', 'Budget t.o.m. augusti', 'Budget perioden'],
  actualToDate: ['Utfall jan-aug', 'Utfall ack', 'Ack utfall', 'Periodutfall', 'Utfall tom aug', 'Utfall t o m augusti', 'Utfall 202508', 'Utfall T2', 'Redovisat jan-aug'],
  forecast: ['Prognos 2025', 'Helårsprognos', 'Prognos', 'Prognos helår', 'Årsprognos', 'Prognos aug', 'Prognos T2', 'Progn.', 'Prognos\naug'],
  variance: ['Avvikelse', 'Avvik.', 'Diff', 'Differens', 'Budgetavvikelse', 'Budget-\navvikelse', 'Över-/underskott', 'Avvikelse helår', 'Prognosavvikelse', 'Avvikelse mot budget', '+/-', 'Avvikelse prognos - budget'],
  variancePercent: ['Avvikelse %', 'Avv. %', 'Avvikelse i procent', 'Diff %', 'Avvikelse (%)'],
  comment: ['Kommentar', 'Anmärkning', 'Kommentarer', 'Förklaring'],
} as const;
type Word = keyof typeof WORDS;

const LAYOUTS: readonly (readonly Word[])[] = [
  ['budget', 'forecast', 'variance'],
  ['previous', 'budget', 'forecast', 'variance', 'variancePercent'],
  ['budget', 'actualToDate', 'forecast', 'variance', 'comment'],
  ['budgetToDate', 'actualToDate', 'budget', 'forecast', 'variance'],
  ['previous', 'budget', 'actualToDate', 'forecast', 'variance'],
  ['forecast', 'budget', 'variance'],
  ['budget', 'forecast', 'variance', 'variancePercent', 'comment'],
];
const NAMES = ['Hemtjänst', 'Särskilt boende', 'Korttidsboende', 'Daglig verksamhet', 'Boendestöd', 'Personlig assistans', 'Hälso- och sjukvård', 'Myndighet', 'Ledsagning', 'Dagverksamhet', 'Familjehem', 'Öppenvård', 'Kontaktpersoner', 'Färdtjänst', 'Avlösarservice'];
const SECTIONS = ['Äldreomsorg', 'Funktionsstöd', 'Individ och familj'];
const UNIT_WORDS = { kr: ['kr', 'kronor'], tkr: ['tkr', 'tusental kronor', 'kkr'], mnkr: ['mnkr', 'mkr', 'miljoner kronor'] } as const;

const choices = fc.record({
  layout: fc.constantFrom(...LAYOUTS),
  picks: fc.array(fc.nat(97), { minLength: 12, maxLength: 12 }),
  isNegative: fc.boolean(),
  unit: fc.constantFrom('kr' as const, 'tkr' as const, 'mnkr' as const),
  unitPlace: fc.constantFrom('title', 'corner', 'line', 'format', 'right', 'note', 'none'),
  sections: fc.array(fc.integer({ min: 2, max: 5 }), { minLength: 0, maxLength: 3 }),
  items: fc.integer({ min: 3, max: 7 }),
  totalName: fc.constantFrom('Totalt', 'Summa', 'S:a', 'Summa nettokostnad', 'TOTALT'),
  codes: fc.constantFrom('none', 'joined', 'column'),
  down: fc.nat(4),
  right: fc.nat(3),
  titles: fc.integer({ min: 1, max: 3 }),
  gapBelowHeader: fc.boolean(),
  amounts: fc.array(fc.integer({ min: 1200, max: 98000 }), { minLength: 80, maxLength: 80 }),
});

/** Budgets in many layouts: words, unit, sign rule, codes, sections, titles and place vary; the sums and deviations hold exactly. */
export const syntheticBudget: fc.Arbitrary<SyntheticBudget> = choices.map((choice) => {
  const pick = <T>(options: readonly T[], place: number): T => options[(choice.picks[place] ?? 0) % options.length] as T;
  const scale = choice.unit === 'mnkr' ? 10 : 1;
  const sign = choice.isNegative ? -1 : 1;
  let next = 0;
  const amount = (): number => sign * (choice.amounts[next++ % choice.amounts.length] ?? 5000);
  const money = choice.layout.filter((word) => !['variance', 'variancePercent', 'comment'].includes(word));

  interface Line { readonly label: string; readonly kind: RowKind; readonly code: string; readonly cells: ReadonlyMap<Word, number> | null }
  const item = (place: number): Line => {
    const budget = amount();
    const near = (share: number): number => Math.round(budget * share + (amount() % 900));
    const values: readonly (readonly [Word, number])[] = [['previous', near(0.95)], ['budget', budget], ['budgetToDate', near(0.66)], ['actualToDate', near(0.68)], ['forecast', near(1.02)]];
    return { label: `${NAMES[place % NAMES.length] ?? ''}${place >= NAMES.length ? ' 2' : ''}`, kind: 'item', code: String(5100 + place * 10), cells: new Map(values.filter(([word]) => money.includes(word))) };
  };
  const sum = (label: string, lines: readonly Line[]): Line => ({ label, kind: 'sum', code: '', cells: new Map(money.map((word) => [word, lines.reduce((total, line) => total + (line.cells?.get(word) ?? 0), 0)])) });

  const lines: Line[] = [];
  const items: Line[] = [];
  if (choice.sections.length >= 2) {
    for (const [place, count] of choice.sections.entries()) {
      const name = SECTIONS[place] ?? '';
      const own = Array.from({ length: count }, (_, index) => item(place * 5 + index));
      items.push(...own);
      lines.push({ label: name, kind: 'section', code: '', cells: null }, ...own, sum(`Summa ${name.toLowerCase()}`, own));
    }
  } else {
    items.push(...Array.from({ length: choice.items }, (_, index) => item(index)));
    lines.push(...items);
  }
  lines.push(sum(choice.totalName, items));

  const unitWord = pick(UNIT_WORDS[choice.unit], 0);
  const hasCodeColumn = choice.codes === 'column';
  const labelHead = pick(WORDS.label, 1);
  const corner = choice.unitPlace === 'corner' ? (labelHead === '' ? unitWord : `${labelHead}, ${unitWord}`) : labelHead;
  const heads: CellValue[] = [...(hasCodeColumn ? ['Kod'] : []), corner, ...choice.layout.map((word, place) => pick(WORDS[word], place + 2))];
  const titles: CellValue[][] = [['Nämndens uppföljning per augusti' + (choice.unitPlace === 'title' ? ` (${unitWord})` : '')], ['Omsorgsnämnden'], ['Upprättad av ekonomienheten']].slice(0, choice.titles);
  if (choice.unitPlace === 'line') titles.push([`Belopp i ${unitWord}`]);
  const above: CellValue[][] = choice.unitPlace === 'right' ? [[...Array.from({ length: heads.length - 1 }, () => null), unitWord]] : [];

  const variances = new Map<Line, number>();
  const body = lines.map((line): CellValue[] => {
    const name = choice.codes === 'joined' && line.code !== '' ? `${line.code} ${line.label}` : line.label;
    const cells = choice.layout.map((word): CellValue => {
      if (!line.cells) return null;
      const difference = ((line.cells.get('forecast') ?? 0) - (line.cells.get('budget') ?? 0)) * -sign;
      if (word === 'variance') {
        variances.set(line, difference / scale);
        return difference / scale;
      }
      if (word === 'variancePercent') return difference / Math.abs(line.cells.get('budget') ?? 1);
      if (word === 'comment') return line.kind === 'item' && line.code.endsWith('30') ? 'Fler beslut än budgeterat under hösten' : null;
      return (line.cells.get(word) ?? 0) / scale;
    });
    return [...(hasCodeColumn ? [line.code === '' ? null : Number(line.code)] : []), name, ...cells];
  });

  const values: CellValue[][] = [...titles, [], ...above, heads, ...(choice.gapBelowHeader ? [[]] : []), ...body, ...(choice.unitPlace === 'note' ? [[], [`Belopp i ${unitWord}.`]] : [])];
  const bodyTop = choice.down + values.length - body.length - (choice.unitPlace === 'note' ? 2 : 0);
  const format = (decimals: string): string => (choice.unitPlace === 'format' ? `${decimals}" ${unitWord}"` : decimals);
  const formats: Record<string, string> = {};
  for (const [place, word] of choice.layout.entries()) {
    const column = choice.right + (hasCodeColumn ? 2 : 1) + place;
    formats[areaAddress({ top: bodyTop, bottom: bodyTop + body.length - 1, left: column, right: column })] = word === 'variancePercent' ? '0.0%' : format(choice.unit === 'mnkr' ? '#,##0.0' : '#,##0');
  }
  return {
    grid: buildGrid(values, { at: areaAddress({ top: choice.down, bottom: choice.down, left: choice.right, right: choice.right }), formats }),
    unit: choice.unitPlace === 'none' ? null : choice.unit,
    signRule: choice.isNegative ? 'costs-negative' : 'costs-positive',
    fields: [...(hasCodeColumn ? (['code'] as const) : []), 'label', ...choice.layout],
    rows: lines.map((line) => ({ label: line.label, kind: line.kind, ...(variances.has(line) ? { variance: variances.get(line) ?? 0 } : {}) })),
  };
});

import { serialOf } from '../../../../src/core/month';
import type { CellValue } from '../../../../src/workbook/grid';
import type { PlanInput } from '../../../../src/workbook/plan';
import { readPlan } from '../../../../src/workbook/read/readPlan';
import { readReport } from '../../../../src/workbook/read/readWorkbook';
import { buildGrid, buildWorkbook } from '../../../support/gridBuilder';

type Rows = readonly (readonly CellValue[])[];

/** The plan that the product reads out of sheets, each given by its rows. */
function planOf(sheets: Readonly<Record<string, Rows>>): PlanInput {
  const workbook = buildWorkbook(...Object.entries(sheets).map(([name, rows]) => buildGrid(rows, { name })));
  return readPlan(workbook, readReport(workbook).tables, 2030);
}

const listed = (plan: PlanInput): readonly (readonly unknown[])[] =>
  plan.measures.map((measure) => [measure.verksamhet, measure.name, measure.enteredEffectTkr, measure.helarseffektTkr, measure.status]);

describe('readPlan', () => {
  it('reads effects, statuses and the requirement above the measures of a verksamhet', () => {
    const plan = planOf({
      Plan: [
        ['Åtgärdsplan 2025, belopp i tkr'],
        [],
        ['Hemtjänst'],
        ['Åtgärdskrav enligt budget 2025', null, 4200, 4200],
        ['Åtgärd', 'Beskrivning', 'Effekt 2025', 'Helårseffekt', 'Status'],
        ['Kvällsplanering', 'En grupp', 900, 1200, 'Påbörjad'],
        ['Digital tillsyn', 'Kamera', 300, 600, 'Klart'],
        ['Färre resor', 'Samordnas', '-', '-', 'Utreds'],
        ['Ny rutin', 'Avbokning', 50, 100, 'Införs när förhandlingen är klar'],
      ],
    });
    expect(plan.year).toBe(2025);
    expect(plan.requirements).toMatchObject([{ verksamhet: 'Hemtjänst', amountTkr: 4200, label: 'Åtgärdskrav enligt budget 2025' }]);
    expect(listed(plan)).toEqual([
      ['Hemtjänst', 'Kvällsplanering', 900, 1200, 'Pågår'],
      ['Hemtjänst', 'Digital tillsyn', 300, 600, 'Genomförd'],
      ['Hemtjänst', 'Färre resor', null, null, 'Förslag'],
      ['Hemtjänst', 'Ny rutin', 50, 100, null],
    ]);
    expect(plan.measures[3]?.followUp).toBe('Införs när förhandlingen är klar');
  });

  it('gives the indicators below a measure to its follow-up, and the area to every row that leaves it out', () => {
    const plan = planOf({
      Plan: [
        ['Handlingsplan 2025, tkr'],
        [],
        ['Område', 'Åtgärd', 'Beskrivning', 'Målvärde', 'Nuläge', 'Kommentar', 'Effekt 2025', 'Helårseffekt'],
        ['Hemtjänst', 'Högre utförandegrad', 'Planera veckovis', null, null, null, 500, 1000],
        [null, null, 'Utförandegrad', '70 %', '64 %', 'Går åt rätt håll', null, null],
        [null, 'Mindre bomtid', 'Ny rutin', null, null, null, 'X mnkr', 800],
        ['Särskilt boende', 'Schema', 'Resurspass', null, null, null, 100, 200],
      ],
    });
    expect(listed(plan).map((row) => row.slice(0, 4))).toEqual([
      ['Hemtjänst', 'Högre utförandegrad', 500, 1000],
      ['Hemtjänst', 'Mindre bomtid', null, 800],
      ['Särskilt boende', 'Schema', 100, 200],
    ]);
    expect(plan.measures.map((measure) => measure.followUp)).toEqual(['Utförandegrad: målvärde 70 %, nuläge 64 %, kommentar Går åt rätt håll', 'Effekt 2025: X mnkr', '']);
  });

  it('reads a handlingsplan with the forecast of each reporting point, and keeps what else the situation says', () => {
    const plan = planOf({
      Handlingsplan: [
        ['Verksamhet', 'Situation', 'Analys', 'Åtgärd', 'Konsekvens', 'Uppföljning'],
        ['7710 Myndighet', 'Prognos delår 1: -3,0 mnkr\nPrognos delår 2: - 3,1 mnkr\nMånga vakanser', 'Konsulter', 'Anställ', 'Lugnare', 'Pågår'],
        ['7720 Boende', 'Prognos delår 1: 400 tkr\nPrognos delår 2: oklart', 'Tomma platser', 'Fyll dem', 'Bättre intäkter', 'Klart'],
      ],
    });
    expect(plan.measures).toEqual([]);
    expect(plan.handlingsplan.map(({ verksamhet, situations, situationText }) => [verksamhet, situations, situationText])).toEqual([
      ['7710 Myndighet', [{ reportingPoint: 'delår 1', amountMnkr: -3 }, { reportingPoint: 'delår 2', amountMnkr: -3.1 }], 'Många vakanser'],
      ['7720 Boende', [{ reportingPoint: 'delår 1', amountMnkr: 0.4 }, { reportingPoint: 'delår 2', amountMnkr: null }], 'Prognos delår 2: oklart'],
    ]);
  });

  it('takes a decided saving for the effect of both years, and what is realised for hämtat hem', () => {
    const plan = planOf({
      Beslut: [
        ['Beslutade besparingar (mnkr)'],
        [],
        ['Beslut', 'Besparingsåtgärd', 'Bedömd besparing', 'Bedömd effekt', 'Uppföljning'],
        ['2025-feb', 'Sänkt ambition', 11, 6.2, 'Fullt genomslag 2026'],
        ['2025-april', 'Färre inköp', 2.4, '-', null],
        ['2025-april', 'Bemanning', 'Svårt att avgöra', '-', null],
      ],
    });
    expect(plan.measures.map((measure) => [measure.verksamhet, measure.name, measure.enteredEffectTkr, measure.helarseffektTkr, measure.realisedTkr])).toEqual([
      [null, 'Sänkt ambition', 11000, 11000, 6200],
      [null, 'Färre inköp', 2400, 2400, null],
      [null, 'Bemanning', null, null, null],
    ]);
    expect(plan.measures[2]?.followUp).toContain('Svårt att avgöra');
  });

  it('reads effektiviseringar with the effect of the first year', () => {
    const plan = planOf({ Blad: [['Belopp i mnkr'], ['Åtgärd', 'Effektivisering', 'Uppskattad effekt 2026'], ['Kylda matlådor', 9, 6], ['Nattillsyn', '-', '-'], ['Totalt', 9, 6]] });
    expect(plan.year).toBe(2026);
    expect(listed(plan).map((row) => row.slice(1, 4))).toEqual([['Kylda matlådor', 6000, 9000], ['Nattillsyn', null, null]]);
  });

  it('takes a start out of a text only where the printed effect follows from it', () => {
    const plan = planOf({
      Plan: [
        ['Åtgärdsplan 2025, tkr'],
        ['Åtgärd', 'Beskrivning', 'Effekt 2025', 'Helårseffekt'],
        ['Flytt', 'Hyran upphör från och med oktober 2025', 68, 270],
        ['Synergi', 'Två tjänster mindre från och med april 2025', 629, 943],
      ],
    });
    expect(plan.measures.map((measure) => [measure.start, measure.isStartFromText])).toEqual([[serialOf(2025, 10, 1), true], [null, undefined]]);
  });

  it('makes one requirement of one verksamhet, in tkr, and none of a sum', () => {
    const plan = planOf({
      Krav: [['Verksamhetsområde', 'Åtgärdskrav 2025 (mnkr)'], ['Hemtjänst', 6], ['Särskilt boende', 8.3], ['Summa', 14.3]],
      Plan: [['Åtgärdsplan 2025, tkr'], [], ['Hemtjänsten'], ['Åtgärdskrav 2025', null, 6000, 6000], ['Åtgärd', 'Beskrivning', 'Effekt 2025', 'Helårseffekt'], ['Planering', 'Veckovis', 900, 1200], ['Tillsyn', 'Kamera', 90, 120]],
    });
    expect(plan.requirements.map(({ verksamhet, amountTkr }) => [verksamhet, amountTkr])).toEqual([['Hemtjänsten', 6000], ['Särskilt boende', 8300]]);
  });

  it('follows a deficit from the table that speaks of the whole board, not from one of its areas, kinds of cost or rows of "varav"', () => {
    const plan = planOf({
      Sammanfattning: [['Prognos 2025, mnkr'], ['Område', 'Budget 2025', 'Prognos 2025', 'Avvikelse'], ['Barn', -60, -64.5, -4.5], ['Vuxna', -40, -41.5, -1.5], ['varav placeringar', -20, -22, -2], ['Stab', -10, -9, 1], ['Summa', -110, -115, -5]],
      Vuxna: [['Vuxna 2025, tkr'], ['Verksamhet', 'Budget 2025', 'Prognos 2025', 'Avvikelse'], ['Öppenvård', -10000, -10500, -500], ['Boende', -12000, -12600, -600], ['Stöd', -9000, -9400, -400], ['Myndighet', -9000, -9000, 0], ['Summa', -40000, -41500, -1500]],
      Resultat: [['Resultaträkning 2025, mnkr'], ['Slag', 'Budget 2025', 'Prognos 2025', 'Avvikelse'], ['Intäkter', 20, 21, 1], ['Personal', -90, -96, -6], ['Lokaler', -20, -20, 0], ['Köp av verksamhet', -10, -10, 0], ['Övriga kostnader', -10, -10, 0], ['Netto', -110, -115, -5]],
    });
    expect(plan.forecasts.filter(({ avvikelseTkr }) => avvikelseTkr < 0).map(({ verksamhet, avvikelseTkr }) => [verksamhet, avvikelseTkr])).toEqual([['Barn', -4500], ['Vuxna', -1500]]);
    expect(plan.forecastTable).toMatch(/^Sammanfattning!/);
  });

  it('takes the year of the titles where no column names one, and today’s where nothing does', () => {
    const table = (title: string): Rows => [[title], [], ['Åtgärd', 'Beskrivning', 'Effekt i år', 'Helårseffekt'], ['Planering', 'Veckovis', 900, 1200], ['Tillsyn', 'Kamera', 90, 120]];
    expect(planOf({ Plan: table('Åtgärdsplan 2024, tkr') }).year).toBe(2024);
    expect(planOf({ Plan: table('Åtgärdsplan, tkr') }).year).toBe(2030);
  });
});

import { kronorPer } from '../../../src/core/amount';
import { arseffekt, helarseffekt, resteffekt } from '../../../src/core/arseffekt';
import { avvikelse, avvikelsePercent } from '../../../src/core/avvikelse';
import { change } from '../../../src/core/change';
import { fordela } from '../../../src/core/fordela';
import { linearForecast, remainingBudgetForecast, seasonalForecast } from '../../../src/core/forecast';
import { planEffect } from '../../../src/core/measure';
import { measureStatus, type MeasureStatus } from '../../../src/core/measureStatus';
import { serialOf } from '../../../src/core/month';
import { rolling12, rolling12Ratio } from '../../../src/core/r12';
import { structuralResult, structuralResultPercent } from '../../../src/core/structuralResult';
import { parseSwedishNumber } from '../../../src/core/swedishNumber';
import { targetStatus } from '../../../src/core/target';
import { DEFAULT_THRESHOLD, isOverThreshold } from '../../../src/core/threshold';
import { tieOutSum } from '../../../src/core/tieOut';
import { realisation, toFind } from '../../../src/core/toFind';
import { unitCost } from '../../../src/core/unitCost';
import { priceAvvikelse, volumeAvvikelse } from '../../../src/core/volume';

/**
 * The figures that the domain is explained with, most of them printed in published reports of Swedish municipalities: what was printed
 * there, to its own decimals, is what the formulas of the core give. A share is compared as percent, as reports print it.
 */
describe('worked examples', () => {
  const noEnd = Infinity;

  it.each([
    ['hemtjänst, costs with minus: −221,3 → −247,1', avvikelse(-221.3, -247.1, 'costs-negative'), -25.8, 1],
    ['äldreomsorg, net cost without minus: 503,6 → 532,1', avvikelse(503.6, 532.1, 'costs-positive'), -28.5, 1],
    ['kostnader without minus: 1 739 519 → 1 747 436', avvikelse(1_739_519, 1_747_436, 'costs-positive'), -7917, 0],
    ['intäkter with minus beside them: −176 819 → −176 893', avvikelse(-176_819, -176_893, 'costs-positive'), 74, 0],
    ['their net', avvikelse(1_739_519 - 176_819, 1_747_436 - 176_893, 'costs-positive'), -7843, 0],
    ['taxor och avgifter: 44,0 → 48,0', avvikelse(44, 48, 'costs-negative'), 4, 1],
    ['personal: −765,3 → −827,9', avvikelse(-765.3, -827.9, 'costs-negative'), -62.6, 1],
    ['administration: −41,7 → −43,6', avvikelse(-41.7, -43.6, 'costs-negative'), -1.9, 1],
    ['nothing budgeted, nothing spent: percent', avvikelsePercent(0, 0, 'costs-negative'), 0, 0],

    ['2 900 a year from 1 April', arseffekt(2900, serialOf(2025, 4, 1), 2025), 2175, 0],
    ['270 a year from 1 October', arseffekt(270, serialOf(2025, 10, 1), 2025), 67.5, 1],
    ['443 a year from 1 July', arseffekt(443, serialOf(2025, 7, 1), 2025), 221.5, 1],
    ['9,0 a year from 1 May', arseffekt(9, serialOf(2025, 5, 1), 2025), 6, 1],
    ['1,2 a year from 1 May', arseffekt(1.2, serialOf(2025, 5, 1), 2025), 0.8, 1],
    ['3,0 a year from 1 November', arseffekt(3, serialOf(2025, 11, 1), 2025), 0.5, 1],
    ['2 400 a year from 1 September, ramp of 4 months', arseffekt(2400, serialOf(2025, 9, 1), 2025, noEnd, 4), 500, 0],
    ['the same the year after', arseffekt(2400, serialOf(2025, 9, 1), 2026, noEnd, 4), 2400, 0],
    ['a ramp of 0 months is none', arseffekt(2900, serialOf(2025, 4, 1), 2025, noEnd, 0), 2175, 0],
    ['the full year behind 2 175 from 1 April', helarseffekt(2175, serialOf(2025, 4, 1), 2025), 2900, 0],
    ['532 a year from 1 May: the first year', arseffekt(532, serialOf(2022, 5, 1), 2022), 354.7, 1],
    ['532 a year from 1 May: what the next year adds', resteffekt(532, serialOf(2022, 5, 1), 2022), 177.3, 1],
    ['532 a year from 1 May 2022 in the plan of 2023', planEffect({ helarseffekt: 532, start: serialOf(2022, 5, 1) }, 2023), 177, 0],
    ['943 a year from April, printed as 629', arseffekt(943, serialOf(2025, 4, 1), 2025), 707, 0],
    ['943 a year from May, which 629 fits', arseffekt(943, serialOf(2025, 5, 1), 2025), 629, 0],

    ['linear forecast of 7 249 after ten months', linearForecast(7249, 10), 8698.8, 1],
    ['forecast by the rest of the budget', remainingBudgetForecast(7249, 13_299, 4841), 15_707, 0],
    ['forecast by the seasons of the year before', seasonalForecast(7249, 5745, 9459), 11_935, 0],
    ['a rolling sum', rolling12(Array.from({ length: 13 }, (_, month) => (month === 0 ? 5 : 10)), 'sum'), 120, 0],

    ['hemtjänst, 346 000 → 308 000 hours at 221,3: volume', volumeAvvikelse(-221.3, 346_000, 308_000), 24.3, 1],
    ['hemtjänst: price and efficiency', priceAvvikelse(-221.3, 346_000, -247.1, 308_000), -50.1, 1],
    ['daglig verksamhet, 235 → 219 at 68,7', volumeAvvikelse(-68.7, 235, 219), 4.7, 1],
    ['köpta platser, 55 → 61 at 67,8', volumeAvvikelse(-67.8, 55, 61), -7.4, 1],
    ['särskilt boende, 447 → 444 at 301,3', volumeAvvikelse(-301.3, 447, 444), 2, 1],
    ['cost of an hour of hemtjänst, kr', unitCost(-247_100_000, 308_000), 802, 0],

    ['result without 32,3 of temporary state grants', structuralResult(-3.6, 32.3), -35.9, 1],
    ['hemtjänsten: krav 4 200, planned 2 750', toFind(4200, [{ effect: 2750 }], 'budgeted'), 1450, 0],
    ['1,0 mnkr in kronor', kronorPer('mnkr'), 1_000_000, 0],
  ] as const)('%s', (_example, result, printed, decimals) => {
    expect(result).toEqual(expect.any(Number));
    expect(Number(Number(result).toFixed(decimals))).toBe(printed);
  });

  it.each([
    ['taxor och avgifter: 44,0 → 48,0', avvikelsePercent(44, 48, 'costs-negative'), 9.1],
    ['personal: −765,3 → −827,9', avvikelsePercent(-765.3, -827.9, 'costs-negative'), -8.2],
    ['cost development 705 883 → 763 910', change(705_883, 763_910), 8.2],
    ['result without state grants, of budget 1 402,1', structuralResultPercent(-3.6, 32.3, 1402.1), -2.6],
    ['realised 1 200 of 54 000 planned', realisation(1200, 54_000), 2.2],
    ['utförd ÷ beviljad tid', rolling12Ratio(Array<number>(12).fill(79), Array<number>(12).fill(100)), 79],
  ] as const)('%s, in percent', (_example, share, printed) => {
    expect(share).toEqual(expect.any(Number));
    expect(Number((Number(share) * 100).toFixed(1))).toBe(printed);
  });

  it('have a volume and a price part that make the whole: −25,8', () => {
    const parts = [volumeAvvikelse(-221.3, 346_000, 308_000), priceAvvikelse(-221.3, 346_000, -247.1, 308_000)];
    expect(tieOutSum(parts.map(Number), -25.8).judgement).toBe('ok');
  });

  it('share 2 % of the frame, 21 000 tkr, by 66/23/6/5', () => {
    expect(fordela(21_000, [66, 23, 6, 5])).toEqual([13_860, 4830, 1260, 1050]);
  });

  it.each([
    ['sjukfrånvaro 8,7 against 9,2', targetStatus(8.7, 9.2, 'lower'), 'reached'],
    ['trygghet 77 against 80', targetStatus(77, 80, 'higher'), 'near'],
    ['kontinuitet 22,8 against 21', targetStatus(22.8, 21, 'lower'), 'missed'],
    ['Öka, unchanged', targetStatus(77, 'increase', 'higher', 77), 'missed'],
    ['Minska, unchanged', targetStatus(77, 'decrease', 'higher', 77), 'missed'],
    ['Öka without a previous value', targetStatus(77, 'increase', 'higher'), 'no-previous'],
    ['a target of 0, not quite', targetStatus(0.1, 0, 'lower'), 'missed'],
    ['administration printed as −3,7', tieOutSum([-43.6, 41.7], -3.7).judgement, 'error'],
    ['its column of deviations, −45,3 beside −43,6', tieOutSum([-41.6, -3.7], -43.6).judgement, 'error'],
    ['the same with −1,9', tieOutSum([-41.6, -1.9], -43.6).judgement, 'rounding'],
    ['LSS boende 11,7 where it is −11,7', tieOutSum([-11.7], 11.7).judgement, 'error'],
    ['budget 0, spent 5: percent', avvikelsePercent(0, -5, 'costs-negative'), 'zero-base'],
    ['personal −62,6 of −765,3 mnkr is to be explained', isOverThreshold(-62.6, -765.3, 'mnkr', DEFAULT_THRESHOLD), true],
    ['1,0 mnkr at budget 0 is to be explained', isOverThreshold(1, 0, 'mnkr', DEFAULT_THRESHOLD), true],
    ['2,9 mnkr of 100 is not: under 3 %', isOverThreshold(2.9, 100, 'mnkr', DEFAULT_THRESHOLD), false],
  ] as const)('judge %s', (_example, judgement, expected) => {
    expect(judgement).toBe(expected);
  });

  it.each<[string, MeasureStatus | null]>([
    ['Påbörjad', 'Pågår'], ['Utreds', 'Förslag'], ['Föreslagen', 'Förslag'], ['Klar', 'Genomförd'], ['Klart', 'Genomförd'], ['Slutförd', 'Genomförd'], ['Avslutad', 'Genomförd'],
    ['Avbruten', 'Utgår'], ['Pausad', 'Utgår'], ['Arbetet fortgår enligt plan under hösten.', null],
  ])('take the status %s as %s', (text, status) => {
    expect(measureStatus(text)).toBe(status);
  });

  it.each([
    ['1 234,5', 1234.5], ['−3,6', -3.6], ['68 tkr', 68], ['79 %', 0.79], ['1.234,56', 1234.56], ['(3,6)', -3.6], ['3,6−', -3.6], ['2,9 miljoner kronor', null], ['7 km', null],
  ])('read %s as %s', (text, value) => {
    expect(parseSwedishNumber(text)?.value ?? null).toBe(value);
  });
});

import { stubCustomFunctions } from '../support/customFunctions';
import type { BenchRow } from './benchRow';

const rows = 100_000;
const rounds = 15;

/** Figures that differ from row to row and are the same in every run. */
function column(seed: number, scale: number): number[][] {
  let state = seed;
  return Array.from({ length: rows }, () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return [Math.round((state / 2_147_483_648) * scale * 100) / 100];
  });
}

// The bare loops read the same 2-D arrays, numbers only, and fill a new one.

function bareAvvikelse(budget: number[][], actual: number[][]): number[][] {
  const result = new Array<number[]>(rows);
  for (let i = 0; i < rows; i += 1) result[i] = [(actual[i]?.[0] ?? 0) - (budget[i]?.[0] ?? 0)];
  return result;
}

function barePercent(budget: number[][], actual: number[][]): number[][] {
  const result = new Array<number[]>(rows);
  for (let i = 0; i < rows; i += 1) {
    const planned = budget[i]?.[0] ?? 0;
    result[i] = [((actual[i]?.[0] ?? 0) - planned) / Math.abs(planned)];
  }
  return result;
}

/** The effect of 2025 without ramp or end, the start month by days. */
function bareEffect(effect: number[][], start: number[][]): number[][] {
  const firstDays = Array.from({ length: 13 }, (_, month) => Date.UTC(2025, month, 1) / 86_400_000 + 25_569);
  const result = new Array<number[]>(rows);
  for (let i = 0; i < rows; i += 1) {
    const from = start[i]?.[0] ?? 0;
    let months = 0;
    for (let month = 0; month < 12; month += 1) {
      const first = firstDays[month] ?? 0;
      const next = firstDays[month + 1] ?? 0;
      months += Math.max(0, next - Math.max(from, first)) / (next - first);
    }
    result[i] = [((effect[i]?.[0] ?? 0) * months) / 12];
  }
  return result;
}

function bareRolling(series: number[][]): (number | string)[][] {
  const result = new Array<(number | string)[]>(rows);
  let total = 0;
  for (let i = 0; i < rows; i += 1) {
    total += series[i]?.[0] ?? 0;
    if (i >= 12) total -= series[i - 12]?.[0] ?? 0;
    result[i] = [i < 11 ? '' : total];
  }
  return result;
}

/** Median time in milliseconds of two pieces of work run in turns, so that both meet the same machine. */
function medians(first: () => unknown, second: () => unknown): readonly [number, number] {
  const times: [number[], number[]] = [[], []];
  for (let round = -3; round < rounds; round += 1) {
    for (const [index, work] of [first, second].entries()) {
      const start = performance.now();
      work();
      const time = performance.now() - start;
      if (round >= 0) times[index]?.push(time);
    }
  }
  const median = (sample: number[]): number => sample.sort((a, b) => a - b)[Math.floor(sample.length / 2)] ?? Number.NaN;
  return [median(times[0]), median(times[1])];
}

function row(name: string, ours: () => unknown, bare: () => unknown): BenchRow {
  const [own, loop] = medians(ours, bare);
  return { name, ratio: own / loop, unit: '× bare loop', detail: `${own.toFixed(2)} ms against ${loop.toFixed(2)} ms over ${rows} rows`, limit: 3 };
}

/** The cell functions over 100 000 rows, each against a hand-written loop without checks. */
export async function benchFunctions(): Promise<BenchRow[]> {
  stubCustomFunctions();
  const { arseffekt, avvikelse, avvikelseprocent, rullande12serie } = await import('../../src/functions/functions');
  const budget = column(1, 900_000);
  const actual = column(2, 900_000);
  const effect = column(3, 5_000);
  const start = column(4, 1_000).map(([offset = 0]) => [45_292 + Math.floor(offset)]);

  return [
    row('AVVIKELSE', () => avvikelse(budget, actual), () => bareAvvikelse(budget, actual)),
    row('AVVIKELSEPROCENT', () => avvikelseprocent(budget, actual), () => barePercent(budget, actual)),
    row('ARSEFFEKT', () => arseffekt(effect, start, [[2025]]), () => bareEffect(effect, start)),
    row('RULLANDE12SERIE', () => rullande12serie(actual), () => bareRolling(actual)),
  ];
}

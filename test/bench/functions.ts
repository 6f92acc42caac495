import path from 'node:path';
import vm from 'node:vm';
import { buildSync } from 'esbuild';
import { createHost } from '../../src/workbench/host/createHost';
import type { CustomFunctionSet } from '../../src/workbench/host/functions';
import { stubCustomFunctions, type CellFunction } from '../support/customFunctions';
import type { BenchRow } from './benchRow';

const rows = 100_000;
const rounds = 40;

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

/** The functions as one bundle, as they ship: loaded module by module they would be measured with the loader's own cost. */
function loadBundle(): ReadonlyMap<string, CellFunction> {
  const associated = stubCustomFunctions();
  const { outputFiles } = buildSync({ entryPoints: [path.join(__dirname, '../../src/functions/functions.ts')], bundle: true, minify: true, target: 'es2020', write: false });
  vm.runInThisContext(outputFiles[0]?.text ?? '');
  return associated;
}

/**
 * The middle of many rounds of two pieces of work, in milliseconds, in turns. Not the fastest: both make an array for each row, and whether
 * the collector runs in a round says more of the heap's history than of the work.
 */
function middle(first: () => unknown, second: () => unknown): readonly [number, number] {
  const times: readonly [number[], number[]] = [[], []];
  for (let round = 0; round < rounds; round += 1) {
    for (const [index, work] of [first, second].entries()) {
      const start = performance.now();
      work();
      times[index === 0 ? 0 : 1].push(performance.now() - start);
    }
  }
  const middleOf = (all: readonly number[]): number => [...all].sort((a, b) => a - b)[rounds / 2] ?? NaN;
  return [middleOf(times[0]), middleOf(times[1])];
}

function row(name: string, ours: () => unknown, bare: () => unknown): BenchRow {
  const [own, loop] = middle(ours, bare);
  return { name, ratio: own / loop, unit: '× bare loop', detail: `${own.toFixed(2)} ms against ${loop.toFixed(2)} ms over ${rows} rows`, limit: 3 };
}

/** One VON formula that spills over the column against the same column as native formulas, both in the workbook of the workbench. */
async function benchNative(budget: number[][], actual: number[][], functions: CustomFunctionSet): Promise<BenchRow> {
  const timed = async (formulas: (sheet: Excel.Worksheet) => void): Promise<number> => {
    const host = await createHost({ content: undefined, functions });
    const fill = (act: (sheet: Excel.Worksheet) => void): Promise<void> =>
      Excel.run(async (context) => {
        act(context.workbook.worksheets.getFirst());
        await context.sync();
      });
    await fill((sheet) => {
      sheet.getRange(`A1:B${rows}`).values = budget.map(([planned], i) => [planned, actual[i]?.[0]]);
    });
    const start = performance.now();
    await fill(formulas);
    const time = performance.now() - start;
    host.dispose();
    return time;
  };
  const native = await timed((sheet) => {
    sheet.getRange(`C1:C${rows}`).formulas = budget.map((_, i) => [`=B${i + 1}-A${i + 1}`]);
  });
  const spilled = await timed((sheet) => {
    sheet.getRange('C1').formulas = [[`=VON.AVVIKELSE(A1:A${rows},B1:B${rows})`]];
  });
  return {
    name: 'AVVIKELSE as one formula in a sheet',
    ratio: spilled / native,
    unit: `× ${rows} native formulas`,
    detail: `${spilled.toFixed(0)} ms against ${native.toFixed(0)} ms`,
  };
}

/** The cell functions over 100 000 rows, each against a hand-written loop without checks. */
export async function benchFunctions(): Promise<BenchRow[]> {
  const functions = loadBundle();
  const call = (id: string, ...args: readonly (number[][] | null)[]): unknown => functions.get(id)?.(...(args as never[]));
  const budget = column(1, 900_000);
  const actual = column(2, 900_000);
  const effect = column(3, 5_000);
  const start = column(4, 1_000).map(([offset = 0]) => [45_292 + Math.floor(offset)]);

  return [
    row('AVVIKELSE', () => call('AVVIKELSE', budget, actual, null), () => bareAvvikelse(budget, actual)),
    row('AVVIKELSEPROCENT', () => call('AVVIKELSEPROCENT', budget, actual, null), () => barePercent(budget, actual)),
    row('ARSEFFEKT', () => call('ARSEFFEKT', effect, start, [[2025]], null, null), () => bareEffect(effect, start)),
    row('RULLANDE12SERIE', () => call('RULLANDE12SERIE', actual, null, null), () => bareRolling(actual)),
    await benchNative(budget, actual, {
      metadata: { functions: [{ id: 'AVVIKELSE', name: 'AVVIKELSE', parameters: ['budget', 'utfall'].map((name) => ({ name, type: 'any', dimensionality: 'matrix' })) }] },
      implementations: Object.fromEntries(functions),
    }),
  ];
}

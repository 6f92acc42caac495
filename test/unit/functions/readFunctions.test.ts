import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

interface Docstring {
  readonly returns: string;
  readonly errors: readonly string[];
  readonly examples: readonly { readonly formula: string; readonly result: string }[];
}
interface FunctionsRead {
  readonly metadata: { readonly functions: readonly { readonly id: string; readonly name: string }[] };
  readonly docstrings: ReadonlyMap<string, Docstring>;
}

const { readFunctions } = jest.requireActual<{ readFunctions: (input: string) => Promise<FunctionsRead> }>('../../../src/functions/build/readFunctions.cjs');

describe('readFunctions', () => {
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'functions-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const read = (source: string): Promise<FunctionsRead> => {
    const input = path.join(folder, 'functions.ts');
    writeFileSync(input, source);
    return readFunctions(input);
  };

  it('reads metadata and docstring of a tagged function and passes by the others', async () => {
    const { metadata, docstrings } = await read(`
/**
 * Ger dubbelt.
 * @customfunction DUBBELT
 * @param tal Talet.
 * @returns Det dubbla.
 * @errors #VÄRDEFEL! Inget tal.
 * @errors #SAKNAS! Inget alls.
 * @example =VON.DUBBELT(1,5) → 3
 */
export function dubbelt(tal: unknown[][]): unknown[][] { return tal; }
export function other(): void {}
`);
    expect(metadata.functions.map(({ id, name }) => [id, name])).toEqual([['DUBBELT', 'DUBBELT']]);
    expect(docstrings.get('DUBBELT')).toEqual({
      returns: 'Det dubbla.',
      errors: ['#VÄRDEFEL! Inget tal.', '#SAKNAS! Inget alls.'],
      examples: [{ formula: '=VON.DUBBELT(1,5)', result: '3' }],
    });
  });

  it('refuses what Excel would not take, naming it', async () => {
    await expect(read('/** @customfunction ÅR */\nexport function ar(): number { return 1; }')).rejects.toThrow(/ÅR/);
    await expect(read('type Cells = Date;\n/** @customfunction */\nexport function dag(x: Date): Cells { return x; }')).rejects.toThrow(/functions\.ts/);
  });
});

import { copyFileSync, existsSync, linkSync, mkdtempSync, readFileSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unzipSync, zipSync } from 'fflate';
import { runDemos } from '../../src/workbench/runDemos';
import type { FileContent } from '../../src/workbench/host/fileContent';
import { readXlsxFile } from '../../src/workbench/host/xlsxRead';
import { writeXlsxFile } from '../../src/workbench/host/xlsxWrite';
import { readReport } from '../../src/workbook/read/readWorkbook';
import type { Report } from '../../src/workbook/report';
import { comparableContent } from '../support/comparableContent';
import { emptySheet, workbookOf } from '../support/fileBuilder';
import { gridFromFile } from '../support/gridFromFile';

const fixtures = join(__dirname, '../fixtures');
const example = join(fixtures, 'workbooks/uppfoljning-2024.xlsx');
const SHEETS = ['Avvikelseanalys', 'Åtgärdsplan', 'Effekt per månad', 'Avstämning'];

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'von-demo-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

async function run(...words: readonly string[]): Promise<{ readonly code: number; readonly out: string; readonly err: string }> {
  const out: string[] = [];
  const err: string[] = [];
  const code = await runDemos(words, (line) => out.push(line), (line) => err.push(line));
  return { code, out: out.join('\n'), err: err.filter((line) => !/^(Läser|Tolkar|Skriver|Sparar)/.test(line)).join('\n') };
}
const content = async (file: string): Promise<FileContent> => readXlsxFile(readFileSync(file));
const report = (file: string): Report => JSON.parse(readFileSync(file, 'utf8')) as Report;

describe('runDemos', () => {
  it('writes the sheets and the report of a workbook, and leaves its own sheets as they were', async () => {
    const [out, json] = [join(folder, 'skriven.xlsx'), join(folder, 'rapport.json')];
    expect(await run(example, '--out', out, '--json', json)).toMatchObject({ code: 0, err: '' });
    const { tables, findings, written, schema, workbook } = report(json);
    expect({ schema, workbook }).toEqual({ schema: 'von-report/1', workbook: 'uppfoljning-2024.xlsx' });
    expect(tables.find(({ sheet }) => sheet === 'Driftsredovisning')).toMatchObject({ kind: 'budget', unit: 'mnkr', signRule: 'costs-negative' });
    expect(findings).toContainEqual(expect.objectContaining({ code: 'variance-mismatch', severity: 'error', sheet: 'Driftsredovisning', cell: 'E17', printed: -3.7, message: expect.stringContaining('−3,7') as string }));
    expect(findings.every(({ message }) => typeof message === 'string' && message !== '')).toBe(true);
    expect(written.map(({ sheet }) => sheet)).toEqual(expect.arrayContaining(SHEETS));
    const [before, after] = [await content(example), await content(out)];
    const sources = { ...after, sheets: after.sheets.slice(0, before.sheets.length) };
    const cells = (file: FileContent): unknown => file.sheets.map(({ name, cells: list }) => [name, list.map(({ row, column, value, formula }) => [row, column, value, formula]).sort()]);
    expect(cells(sources)).toEqual(cells(before));
    expect(after.sheets.slice(before.sheets.length).map(({ name }) => name)).toEqual(written.map(({ sheet }) => sheet));
  });

  it('finds its own sheets again in what it wrote', async () => {
    const [first, second] = [join(folder, 'forsta.xlsx'), join(folder, 'andra.xlsx')];
    await run(example, '--out', first);
    expect(await run(first, '--out', second, '--json', join(folder, 'andra.json'))).toMatchObject({ code: 0, err: '', out: expect.stringContaining('summorna på bladen stämmer med källan') as string });
    const [one, other] = [await content(first), await content(second)];
    expect(other.sheets.map(({ name }) => name)).toEqual(one.sheets.map(({ name }) => name));
    expect(report(join(folder, 'andra.json')).tables.map(({ sheet }) => sheet)).not.toEqual(expect.arrayContaining(SHEETS));
  });

  it('gives equal reports in one process and one by one', async () => {
    const files = ['uppfoljning-2024.xlsx', 'verksamhetsberattelse-2023.xlsx'].map((name) => join(fixtures, 'workbooks', name));
    await run(...files, '--out-dir', folder, '--no-write');
    for (const file of files) {
      const alone = join(folder, 'ensam.json');
      await run(file, '--json', alone, '--no-write');
      const together = join(folder, file.replace(/^.*\//, '').replace('.xlsx', '.json'));
      expect(report(together)).toEqual(report(alone));
      expect(report(alone).written).toEqual([]);
    }
    expect(readdirSync(folder).filter((name) => name.endsWith('.xlsx'))).toEqual([]);
  });

  it('reads merged headings as the file has them', async () => {
    const file = join(fixtures, 'zoo/schema-v36-v37-lindgarden.xlsx');
    await run(file, '--json', join(folder, 'schema.json'), '--no-write');
    expect(report(join(folder, 'schema.json')).tables).toEqual(readReport(await gridFromFile(file)).tables);
  });

  it('computes native and VON formulas that were saved without a result', async () => {
    const formulas = emptySheet('Drift', [[44, 48, { formula: 'VON.AVVIKELSE(A1,B1)' }, { formula: 'B1*2' }]]);
    const budget = (await content(example)).sheets[1];
    if (budget === undefined) throw new Error('The example has no second sheet.');
    const [first, second] = ['ett', 'två'].map((name) => join(folder, `${name}.xlsx`));
    for (const file of [first, second]) writeFileSync(file ?? '', await writeXlsxFile(workbookOf(formulas, budget)));
    expect(await run(first ?? '', second ?? '', '--out-dir', join(folder, 'ut'))).toMatchObject({ code: 0, err: '' });
    for (const name of ['ett', 'två']) {
      const sheet = (await content(join(folder, 'ut', `${name}.xlsx`))).sheets.find((one) => one.name === 'Drift');
      expect(sheet?.cells.map(({ value }) => value)).toEqual([44, 48, 4, 96]);
    }
  });

  it('goes on with the rest when one workbook fails', async () => {
    writeFileSync(join(folder, 'trasig.xlsx'), 'detta är ingen arbetsbok');
    const result = await run(join(folder, 'trasig.xlsx'), example, '--out-dir', join(folder, 'ut'));
    expect(result.code).toBe(1);
    expect(result.err).toContain('trasig.xlsx är ingen Excel-arbetsbok');
    expect(readdirSync(join(folder, 'ut')).sort()).toEqual(['uppfoljning-2024.json', 'uppfoljning-2024.xlsx']);
  });

  it.each([
    ['a missing file', 'borta.xlsx', null, 'finns inte'],
    ['a file that is no workbook', 'brev.xlsx', 'Hej', 'ingen Excel-arbetsbok'],
    ['an empty file', 'tom.xlsx', '', 'är tom'],
    ['half a workbook', 'halv.xlsx', 'half', 'skadad'],
    ['an encrypted workbook', 'last.xlsx', 'encrypted', 'lösenord'],
  ])('says in one sentence what is wrong with %s, and writes nothing', async (_case, name, made, words) => {
    const file = join(folder, name);
    if (made === 'half') writeFileSync(file, readFileSync(example).subarray(0, 9000));
    else if (made === 'encrypted') copyFileSync(join(fixtures, 'corpus/tests__pass_protected.xlsx'), file);
    else if (made !== null) writeFileSync(file, made);
    const result = await run(file, '--out-dir', join(folder, 'ut'));
    expect(result).toMatchObject({ code: 1, out: '' });
    expect(result.err.split('\n')).toHaveLength(1);
    expect(result.err).toContain(words);
    expect(existsSync(join(folder, 'ut'))).toBe(false);
  });

  it.each([
    [[example, '--out', example], 'skrivs aldrig över'],
    [[example, '--json', example], 'skrivs aldrig över'],
    [[example, '--out'], 'behöver ett värde'],
    [[example, '--utdata', 'x'], 'känns inte igen'],
    [[example, '--out', 'out/x.xlsx', '--json', './out/x.xlsx'], 'Välj två namn'],
    [[example, join(fixtures, 'workbooks/manadsserier.xlsx'), '--out', 'x.xlsx'], 'Använd --out-dir'],
    [[example, '--out', 'x.xlsx', '--no-write'], 'går inte att använda tillsammans'],
    [[example, `${fixtures}/zoo/../workbooks/uppfoljning-2024.xlsx`, '--out-dir', 'ut'], 'skriva över varandra'],
  ])('refuses %j', async (words, sentence) => {
    const before = readFileSync(example);
    const result = await run(...words);
    expect(result).toMatchObject({ code: 1, out: '' });
    expect(result.err).toContain(sentence);
    expect(readFileSync(example).equals(before)).toBe(true);
  });

  it.each([['symbolic', symlinkSync], ['hard', linkSync]])('refuses to write over the input by a %s link', async (_kind, link) => {
    const [input, linked] = [join(folder, 'in.xlsx'), join(folder, 'ut.xlsx')];
    copyFileSync(example, input);
    link(input, linked);
    for (const [from, to] of [[input, linked], [linked, input]] as const) expect(await run(from, '--out', to)).toMatchObject({ code: 1, out: '', err: expect.stringContaining('skrivs aldrig över') as string });
    expect(readFileSync(input).equals(readFileSync(example))).toBe(true);
  });

  it('leaves a sheet of the same name that is not ours alone', async () => {
    const table = [['Belopp i tkr'], ['Verksamhet', 'Budget 2024', 'Utfall 2024', 'Avvikelse'], ['Hemtjänst', -100, -120, -20], ['Särskilt boende', -200, -190, 10], ['LSS', -50, -70, -20], ['Summa', -350, -380, -30]];
    const input = join(folder, 'egen.xlsx');
    writeFileSync(input, await writeXlsxFile(workbookOf(emptySheet('Drift', table), emptySheet('Avvikelseanalys', [['min egen']]))));
    expect(await run(input, '--out', join(folder, 'ut.xlsx'))).toMatchObject({ code: 0, err: '' });
    const { sheets } = await content(join(folder, 'ut.xlsx'));
    expect(sheets.map(({ name }) => name)).toEqual(expect.arrayContaining(['Avvikelseanalys', 'Avvikelseanalys VON']));
    expect(comparableContent(workbookOf(...sheets.filter(({ name }) => name === 'Avvikelseanalys')))).toMatchObject({ sheets: [{ cells: [{ value: 'min egen' }] }] });
  });

  it('tells which parts the copy lacks', async () => {
    const input = join(folder, 'med makron.xlsm');
    writeFileSync(input, zipSync({ ...unzipSync(readFileSync(example)), 'xl/vbaProject.bin': new Uint8Array([1]) }));
    expect((await run(input, '--out', join(folder, 'ut.xlsx'))).out).toMatch(/Kopian saknar .*makron/);
  });

  it('writes no copy of a workbook without a table, and says so', async () => {
    const out = join(folder, 'ut.xlsx');
    const result = await run(join(fixtures, 'corpus/tests__vba.xlsm'), '--out', out);
    expect(result.out).toContain('Ingen budgettabell hittades.');
    expect(result.out).toContain('Inga blad skrevs.');
    expect(existsSync(out)).toBe(false);
  });
});

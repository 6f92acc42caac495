import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { readReport, type Reading } from '../../../../src/workbook/read/readWorkbook';
import type { Finding } from '../../../../src/workbook/report';
import { truthOf } from '../../../support/truthOf';
import { gridFromFile } from '../../../support/gridFromFile';

const fixtures = join(__dirname, '../../../fixtures');
const read = async (folder: string, name: string): Promise<Reading> => readReport(await gridFromFile(join(fixtures, folder, `${name}.xlsx`)));
const placesOf = (findings: readonly Finding[], severity: Finding['severity']): readonly string[] => findings.filter((finding) => finding.severity === severity).map((finding) => `${finding.sheet}!${finding.cell}`).sort();

describe('the example workbooks', () => {
  it.each([
    ['uppfoljning-2024', ['Driftsredovisning!E17', 'Driftsredovisning!E19', 'Driftsredovisning!F17', 'Volymer!G9'], ['Köp av verksamhet!D2', 'Resultaträkning!D9'], ['Resultaträkning!E13', 'Resultaträkning!B8', 'Resultaträkning!D15', 'Driftsredovisning!C19', 'Driftsredovisning!D19', 'Verksamhetsområden!B10', 'Verksamhetsområden!J11', 'Verksamhetsområden!K11', 'Köp av verksamhet!B3', 'Köp av verksamhet!B9', 'Köp av verksamhet!B10']],
    ['atgardsplan-2023', [], ['Åtgärdsplan!C16', 'Åtgärdsplan!C28'], []],
    ['verksamhetsberattelse-2023', [], ['Drift!C30'], ['Drift!D17', 'Drift!D19']],
    ['manadsserier', [], ['Sjukfrånvaro!U4'], []],
    ['delarsrapport-2017', ['Ekonomi!J34', 'Ekonomi!J9'], ['Volymer och nyckeltal!F22', 'Volymer och nyckeltal!G22', 'Volymer och nyckeltal!E25', 'Netto per verksamhet!E14'], []],
    ['huvudbok-2024', [], [], []],
  ])('%s has its errors, no others, and its warnings and roundings', async (name, errors, warnings, roundings) => {
    const { findings } = await read('workbooks', name);
    expect(placesOf(findings, 'error')).toEqual(errors);
    expect(placesOf(findings, 'warning')).toEqual(expect.arrayContaining(warnings));
    expect(placesOf(findings, 'rounding')).toEqual(expect.arrayContaining(roundings));
  });

  it('sums a ledger to the table that is made of it', async () => {
    const ledger = (await read('workbooks', 'huvudbok-2024')).tables[0];
    const drift = (await read('workbooks', 'uppfoljning-2024')).tables.find((table) => table.sheet === 'Driftsredovisning');
    const outcomes = Object.values(ledger?.pivot?.activity ?? {}).map((kronor) => Math.round(kronor / 100000) / 10);
    const printed = drift?.rows.filter((row) => row.kind === 'item' && row.values.D !== 0).map((row) => row.values.D) ?? [];
    expect(outcomes.sort()).toEqual(printed.sort());
    expect(printed.length).toBeGreaterThan(10);
  });
});

const zoo = readdirSync(join(fixtures, 'zoo')).filter((file) => file.endsWith('.xlsx')).map((file) => file.replace(/\.xlsx$/, ''));

describe('the zoo', () => {
  it.each(zoo)('%s is read with its sums, sign rules, deviations and errors', async (name) => {
    const truth = truthOf(join(fixtures, 'zoo', `${name}.truth.json`));
    const { tables, findings } = await read('zoo', name);
    for (const wanted of truth.tables) {
      const table = tables.find((candidate) => candidate.sheet === wanted.sheet && candidate.range === wanted.range);
      const byRow = new Map(table?.rows.map((row) => [row.row, row]));
      expect(wanted.rows.map((row) => [row.row, byRow.get(row.row)?.kind, byRow.get(row.row)?.level])).toEqual(wanted.rows.map((row) => [row.row, row.kind, row.level]));
      for (const row of wanted.rows) if (row.variance !== undefined) expect(byRow.get(row.row)?.variance).toBeCloseTo(row.variance, 6);
      if (wanted.kind === 'budget') expect(table?.signRule).toBe(wanted.signRule);
    }
    const known = truth.findings.filter((finding) => finding.severity === 'error' || finding.code === 'cell-error').flatMap((finding) => [finding.cell, ...(finding.accept?.cells ?? [])].map((cell) => (cell.includes('!') ? cell : `${finding.sheet}!${cell}`)));
    expect(known).toEqual(expect.arrayContaining([...placesOf(findings, 'error')]));
    for (const finding of truth.findings.filter(({ severity }) => severity === 'error')) expect(placesOf(findings, 'error')).toContain(`${finding.sheet}!${finding.cell}`);
  });
});

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import fc from 'fast-check';
import type { FileContent } from '../../../src/workbench/host/fileContent';
import { readXlsxFile } from '../../../src/workbench/host/xlsxRead';
import { writeXlsxFile } from '../../../src/workbench/host/xlsxWrite';
import { comparableContent } from '../../support/comparableContent';
import { emptyFileSheet, fileContentOf, richFileContent } from '../../support/richFileContent';

const fixtures = join(__dirname, '../../fixtures');
const workbooksIn = (folder: string): readonly string[] => readdirSync(join(fixtures, folder)).filter((name) => /\.xls[xm]$/.test(name)).map((name) => join(folder, name));

const rewritten = async (content: FileContent): Promise<FileContent> => readXlsxFile(await writeXlsxFile(content));
const partsOf = async (content: FileContent): Promise<Readonly<Record<string, string>>> =>
  Object.fromEntries(Object.entries(unzipSync(await writeXlsxFile(content))).map(([path, bytes]) => [path, strFromU8(bytes)]));

/** The elements of a worksheet in the order of the standard (ECMA-376 part 1, CT_Worksheet). */
const WORKSHEET_ORDER =
  'sheetPr dimension sheetViews sheetFormatPr cols sheetData sheetCalcPr sheetProtection protectedRanges scenarios autoFilter sortState dataConsolidate customSheetViews mergeCells phoneticPr conditionalFormatting dataValidations hyperlinks printOptions pageMargins pageSetup headerFooter rowBreaks colBreaks customProperties cellWatches ignoredErrors smartTags drawing legacyDrawing legacyDrawingHF drawingHF picture oleObjects controls webPublishItems tableParts extLst'.split(' ');
const WORKBOOK_ORDER = 'fileVersion fileSharing workbookPr workbookProtection bookViews sheets functionGroups externalReferences definedNames calcPr'.split(' ');

describe('writeXlsxFile', () => {
  it('keeps everything a workbook holds', async () => {
    expect(comparableContent(await rewritten(richFileContent))).toEqual(comparableContent(richFileContent));
  });

  it.each([...workbooksIn('workbooks'), ...workbooksIn('zoo')])('gives %s back as it was', async (path) => {
    const content = await readXlsxFile(new Uint8Array(readFileSync(join(fixtures, path))));
    expect(content.sheets.length).toBeGreaterThan(0);
    expect(comparableContent(await rewritten(content))).toEqual(comparableContent(content));
  });

  it.each(workbooksIn('corpus'))('gives %s back without what it named as dropped', async (path) => {
    const content = await readXlsxFile(new Uint8Array(readFileSync(join(fixtures, path)))).catch(() => null);
    // What cannot be read is the reader's matter.
    if (!content) return;
    const isLinked = content.dropped.includes('länkar till andra arbetsböcker');
    const kept = isLinked ? withoutFormulas(content) : content;
    const again = await rewritten(content);
    expect(comparableContent(isLinked ? withoutFormulas(again) : again)).toEqual(comparableContent({ ...kept, dropped: [] }));
  });

  it('writes the elements of sheets in the order of the standard', async () => {
    const parts = await partsOf(richFileContent);
    const sheets = Object.keys(parts).filter((path) => path.startsWith('xl/worksheets/sheet'));
    expect(sheets).toHaveLength(3);
    for (const path of sheets) expectOrder(elementNames(parts[path] ?? ''), WORKSHEET_ORDER);
    expect(elementNames(parts['xl/worksheets/sheet1.xml'] ?? '')).toHaveLength(21);
    expectOrder(elementNames(parts['xl/workbook.xml'] ?? ''), WORKBOOK_ORDER);
  });

  it('points only at parts that are there, and says what each of them is', async () => {
    const parts = await partsOf(richFileContent);
    const types = parts['[Content_Types].xml'] ?? '';
    const defaults = [...types.matchAll(/Extension="(\w+)"/g)].map(([, extension]) => extension);
    for (const [path, text] of Object.entries(parts).filter(([name]) => name.endsWith('.rels'))) {
      for (const [, target = ''] of text.matchAll(/Target="([^"]+)"\/>/g)) expect([path, target.slice(1) in parts]).toEqual([path, true]);
    }
    for (const path of Object.keys(parts).filter((name) => name.startsWith('xl/'))) {
      expect([path, types.includes(`PartName="/${path}"`) || defaults.includes(path.split('.').at(-1))]).toEqual([path, true]);
    }
  });

  it('keeps custom functions under the name Excel stores, Swedish letters included', async () => {
    const sheet = (await partsOf(richFileContent))['xl/worksheets/sheet1.xml'] ?? '';
    expect(sheet).toContain('_xldudf_VON_ÅRSEFFEKT(B2,3)+_xldudf_VON_AVVIKELSE(B2,C2)');
  });

  it('quotes the sheet in print areas and titles', async () => {
    const workbook = (await partsOf(richFileContent))['xl/workbook.xml'] ?? '';
    expect(workbook).toContain(">'Åtgärdsplan ''25 &amp; mål'!$A$1:$E$15</definedName>");
    expect(workbook).toContain(">'Åtgärdsplan ''25 &amp; mål'!$A:$A,'Åtgärdsplan ''25 &amp; mål'!$1:$1</definedName>");
  });

  it('keeps the value alone of a formula that asks another workbook', async () => {
    const [sheet] = (await rewritten(fileContentOf({ ...emptyFileSheet, cells: [{ row: 0, column: 0, value: 7, formula: '[1]Blad1!A1' }] }))).sheets;
    expect(sheet?.cells).toEqual([{ row: 0, column: 0, value: 7 }]);
  });

  it('opens on a sheet that shows, whatever sheet was asked for', async () => {
    const hidden = { ...emptyFileSheet, name: 'Gömd', visibility: 'hidden' as const };
    expect((await rewritten({ ...fileContentOf(hidden, emptyFileSheet), activeSheet: 0 })).activeSheet).toBe(1);
    expect((await rewritten(fileContentOf(hidden))).sheets[0]?.visibility).toBe('visible');
  });

  it('gives a wrapped heading the height of its lines, and leaves the row free to fit itself', async () => {
    const content = fileContentOf({
      ...emptyFileSheet,
      styles: [{ wrap: true }],
      columns: new Map([[0, { width: 12 }]]),
      cells: [
        { row: 0, column: 0, value: 'Avvikelse helår jämfört med budget', style: 0 },
        { row: 1, column: 0, value: 'Kort', style: 0 },
      ],
    });
    const sheet = (await partsOf(content))['xl/worksheets/sheet1.xml'] ?? '';
    expect(sheet).toContain('<row r="1" ht="45">');
    expect(sheet).toContain('<row r="2">');
    expect((await rewritten(content)).sheets[0]?.rows.size).toBe(0);
  });

  it('refuses a workbook without sheets', async () => {
    await expect(writeXlsxFile(fileContentOf())).rejects.toThrow(RangeError);
  });

  it('keeps any text and any number', async () => {
    const value = fc.oneof(fc.string({ unit: 'binary' }).filter((text) => text !== ''), fc.double({ noNaN: true, noDefaultInfinity: true }), fc.boolean());
    await fc.assert(
      fc.asyncProperty(fc.array(value, { minLength: 1, maxLength: 20 }), async (values) => {
        const cells = values.map((one, row) => ({ row, column: 0, value: one === 0 ? 0 : one }));
        const [sheet] = (await rewritten(fileContentOf({ ...emptyFileSheet, cells }))).sheets;
        expect(sheet?.cells).toEqual(cells);
      }),
      { numRuns: 50 },
    );
  });
});

function withoutFormulas(content: FileContent): FileContent {
  return { ...content, sheets: content.sheets.map((sheet) => ({ ...sheet, cells: sheet.cells.map(({ formula: _, ...cell }) => cell) })), dropped: [] };
}

/** Names of the elements directly inside the root. */
function elementNames(xml: string): readonly string[] {
  const names: string[] = [];
  let depth = 0;
  for (const [, closing, name = '', empty] of xml.matchAll(/<(\/?)([\w:]+)(?:[^<>]*?)(\/?)>/g)) {
    if (closing) depth -= 1;
    else {
      if (depth === 1 && names.at(-1) !== name) names.push(name);
      if (!empty) depth += 1;
    }
  }
  return names;
}

function expectOrder(names: readonly string[], order: readonly string[]): void {
  const places = names.map((name) => order.indexOf(name));
  expect(places).not.toContain(-1);
  expect(places).toEqual([...places].sort((one, other) => one - other));
  expect(new Set(names).size).toBe(names.length);
}

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { strToU8, unzipSync, zipSync } from 'fflate';
import { readXlsx } from 'hucre/xlsx';
import type { FileCell, FileValue } from '../../../src/workbench/host/fileContent';
import { WorkbookFileError, type WorkbookFileErrorCode } from '../../../src/workbench/host/workbookFileError';
import { isoSerial } from '../../../src/workbench/host/xlsxCells';
import { readXlsxFile } from '../../../src/workbench/host/xlsxRead';
import { writeXlsxFile } from '../../../src/workbench/host/xlsxWrite';
import { richFileContent } from '../../support/richFileContent';
import { xlsxOf, type HandmadeParts } from '../../support/xlsxOf';

const fixtures = join(__dirname, '../../fixtures');
const bytesOf = (path: string): Uint8Array => new Uint8Array(readFileSync(path));
const workbooksIn = (folder: string): readonly string[] => readdirSync(join(fixtures, folder)).filter((name) => /\.xls[xm]$/.test(name)).map((name) => join(folder, name));

async function firstSheet(parts: HandmadeParts) {
  const { sheets } = await readXlsxFile(xlsxOf(parts));
  const [sheet] = sheets;
  if (!sheet) throw new Error('no sheet');
  return sheet;
}

const cellsOf = async (rows: string, parts: HandmadeParts = {}): Promise<readonly FileCell[]> => (await firstSheet({ rows, ...parts })).cells;

describe('readXlsxFile', () => {
  it.each<[string, string, FileValue]>([
    ['a number with all its digits', '<c r="A1"><v>45292.123456789012</v></c>', 45292.123456789012],
    ['a number in powers of ten', '<c r="A1"><v>1E-3</v></c>', 0.001],
    ['a shared text', '<c r="A1" t="s"><v>0</v></c>', 'Köp & sälj'],
    ['a shared text in pieces, without its reading aid', '<c r="A1" t="s"><v>1</v></c>', 'Äldre omsorg'],
    ['a text in the cell', '<c r="A1" t="inlineStr"><is><t>68 tkr</t></is></c>', '68 tkr'],
    ['a text in a CDATA section', '<c r="A1" t="inlineStr"><is><t><![CDATA[a < b]]></t></is></c>', 'a < b'],
    ['the text of a formula', '<c r="A1" t="str"><f>"a"</f><v>a</v></c>', 'a'],
    ['an escaped carriage return', '<c r="A1" t="inlineStr"><is><t>a_x000D_b</t></is></c>', 'a\rb'],
    ['spaces around a text', '<c r="A1" t="inlineStr"><is><t xml:space="preserve"> a </t></is></c>', ' a '],
    ['true', '<c r="A1" t="b"><v>1</v></c>', true],
    ['an error', '<c r="A1" t="e"><v>#N/A</v></c>', { error: '#N/A' }],
    ['an ISO date as its serial number', '<c r="A1" t="d"><v>2025-01-01T12:00:00</v></c>', 45658.5],
    ['a cell that does not say where it stands', '<c><v>7</v></c>', 7],
  ])('reads %s', async (_, cell, value) => {
    const sharedStrings = ['<si><t>Köp &amp; sälj</t></si>', '<si><r><t xml:space="preserve">Äldre </t></r><r><rPr><b/></rPr><t>omsorg</t></r><rPh sb="0" eb="1"><t>x</t></rPh></si>'];
    expect((await cellsOf(`<row r="1">${cell}</row>`, { sharedStrings }))[0]?.value).toEqual(value);
  });

  it('leaves out cells that hold nothing', async () => {
    expect(await cellsOf('<row r="1"><c r="A1"/><c r="B1"><v></v></c></row>')).toEqual([]);
  });

  it('spells out shared formulas, also where the master stands last', async () => {
    const cells = await cellsOf('<row r="1"><c r="B1"><f t="shared" si="0"/><v>1</v></c><c r="C1"><f t="shared" ref="B1:C1" si="0">SUM(C$2:C4)*$A1&amp;"C1"</f><v>1</v></c></row>');
    expect(cells.map(({ formula }) => formula)).toEqual(['SUM(B$2:B4)*$A1&"C1"', 'SUM(C$2:C4)*$A1&"C1"']);
  });

  it('tells spilled formulas from array formulas of the old kind', async () => {
    const cells = await cellsOf('<row r="1"><c r="A1" cm="1"><f t="array" ref="A1:A2">_xlfn.UNIQUE(C1:C2)</f><v>1</v></c><c r="B1"><f t="array" ref="B1:B2">C1:C2*2</f><v>2</v></c></row>');
    expect(cells).toEqual([
      { row: 0, column: 0, value: 1, formula: 'UNIQUE(C1:C2)', spill: 'A1:A2' },
      { row: 0, column: 1, value: 2, formula: 'C1:C2*2', array: 'B1:B2' },
    ]);
  });

  it('resolves theme colours with their tint', async () => {
    const theme = '<a:theme><a:themeElements><a:clrScheme><a:lt1><a:sysClr lastClr="FFFFFF"/></a:lt1><a:accent1><a:srgbClr val="4472C4"/></a:accent1></a:clrScheme></a:themeElements></a:theme>';
    const styles =
      '<styleSheet><fonts><font/></fonts><fills><fill/><fill/><fill><patternFill patternType="solid"><fgColor theme="4" tint="0.59999389629810485"/></patternFill></fill><fill><patternFill patternType="solid"><fgColor theme="0" tint="-0.249977111117893"/></patternFill></fill></fills>' +
      '<cellXfs><xf/><xf fillId="2"/><xf fillId="3"/></cellXfs></styleSheet>';
    const { cells, styles: read } = await firstSheet({ rows: '<row r="1"><c r="A1" s="1"/><c r="B1" s="2"/></row>', styles, theme });
    const [lighter = '', darker] = cells.map(({ style }) => read[style ?? -1]?.fill);
    // Excel's own colour picker says B4C6E7 for accent 1 lighter 60 %; it computes in whole steps and may differ by one or two.
    const channels = [1, 3, 5].map((at) => parseInt(lighter.slice(at, at + 2), 16));
    [0xb4, 0xc6, 0xe7].forEach((expected, index) => expect(Math.abs((channels[index] ?? NaN) - expected)).toBeLessThanOrEqual(2));
    expect(darker).toBe('#BFBFBF');
  });

  it('reads hidden and grouped rows and columns, and heights only where someone set them', async () => {
    const sheet = await firstSheet({
      before: '<cols><col min="2" max="3" width="10" customWidth="1" hidden="1" outlineLevel="1"/></cols>',
      rows: '<row r="2" hidden="1" ht="15"/><row r="3" ht="30" customHeight="1"/><row r="4" collapsed="1"/>',
    });
    expect([...sheet.columns]).toEqual([
      [1, { width: 10, hidden: true, level: 1 }],
      [2, { width: 10, hidden: true, level: 1 }],
    ]);
    expect([...sheet.rows]).toEqual([
      [1, { hidden: true }],
      [2, { height: 30 }],
      [3, { collapsed: true }],
    ]);
  });

  it('counts days from 1904 where the workbook does', async () => {
    const workbook = '<workbook><workbookPr date1904="1"/><sheets><sheet name="Blad1" sheetId="1" r:id="rId1"/></sheets></workbook>';
    const content = await readXlsxFile(xlsxOf({ workbook, rows: '<row r="1"><c r="A1" t="d"><v>1904-01-02</v></c></row>' }));
    expect(content.date1904).toBe(true);
    expect(content.sheets[0]?.cells[0]?.value).toBe(1);
  });

  it('reads validation that looks at another sheet from where Excel keeps it', async () => {
    const behind =
      '<extLst><ext><x14:dataValidations><x14:dataValidation type="list" allowBlank="1"><x14:formula1><xm:f>Listor!$A$1:$A$3</xm:f></x14:formula1><xm:sqref>B2:B9</xm:sqref></x14:dataValidation></x14:dataValidations></ext></extLst>';
    expect((await firstSheet({ behind })).validations).toEqual([{ range: 'B2:B9', type: 'list', formula1: 'Listor!$A$1:$A$3' }]);
  });

  it('reads a data bar with the colours and limits of its newer half', async () => {
    const behind =
      '<conditionalFormatting sqref="A1:A9"><cfRule type="dataBar" priority="1"><dataBar><cfvo type="min"/><cfvo type="max"/><color rgb="FF0F6CBD"/></dataBar><extLst><ext><x14:id>{1}</x14:id></ext></extLst></cfRule></conditionalFormatting>' +
      '<extLst><ext><x14:conditionalFormattings><x14:conditionalFormatting><x14:cfRule type="dataBar" id="{1}"><x14:dataBar><x14:cfvo type="num"><xm:f>-5</xm:f></x14:cfvo><x14:cfvo type="num"><xm:f>5</xm:f></x14:cfvo><x14:negativeFillColor rgb="FFA80000"/></x14:dataBar></x14:cfRule></x14:conditionalFormatting></x14:conditionalFormattings></ext></extLst>';
    expect((await firstSheet({ behind })).conditionals).toEqual([{ type: 'dataBar', range: 'A1:A9', minimum: -5, maximum: 5, positive: '#0F6CBD', negative: '#A80000' }]);
  });

  it('names what the copy cannot carry', async () => {
    const { dropped } = await readXlsxFile(xlsxOf({ others: { 'xl/vbaProject.bin': 'x', 'xl/pivotTables/pivotTable1.xml': '<p/>' } }));
    expect(dropped).toEqual(['makron', 'pivottabeller']);
  });

  const refused: readonly (readonly [string, Uint8Array, WorkbookFileErrorCode])[] = [
    ['a file without bytes', new Uint8Array(), 'empty'],
    ['a text file', strToU8('Verksamhet;Budget'), 'not-a-workbook'],
    ['an old .xls file', new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0, 0]), 'not-a-workbook'],
    ['an archive of something else', zipSync({ 'brev.txt': strToU8('hej') }), 'not-a-workbook'],
    ['an .ods file', zipSync({ mimetype: strToU8('application/vnd.oasis.opendocument.spreadsheet'), 'content.xml': strToU8('<x/>') }), 'not-a-workbook'],
    ['an .xlsb file', zipSync({ '_rels/.rels': strToU8('<Relationships><Relationship Id="r" Type="x/officeDocument" Target="xl/workbook.bin"/></Relationships>'), 'xl/workbook.bin': strToU8('x') }), 'not-a-workbook'],
    ['an archive that was cut off', xlsxOf({}).slice(0, 400), 'damaged'],
    ['XML that breaks off', xlsxOf({ others: { 'xl/worksheets/sheet1.xml': '<worksheet><sheetData><row r="1"><c r="A1"><v>1</v>' } }), 'damaged'],
    ['a workbook whose sheet is missing', xlsxOf({ others: { 'xl/_rels/workbook.xml.rels': '<Relationships/>' } }), 'damaged'],
    ['a sheet part that is not there', xlsxOf({ others: { 'xl/worksheets/sheet1.xml': null } }), 'damaged'],
    ['a cell outside any sheet', xlsxOf({ rows: '<row r="9999999"><c r="A9999999"><v>1</v></c></row>' }), 'damaged'],
    ['elements nested without end', xlsxOf({ behind: `${'<a>'.repeat(200_000)}${'</a>'.repeat(200_000)}` }), 'damaged'],
    ['a workbook without sheets', xlsxOf({ workbook: '<workbook><sheets/></workbook>' }), 'empty'],
    ['a part that unpacks to far too much', bomb(), 'too-large'],
  ];
  it.each(refused)('refuses %s', async (_, bytes, code) => {
    await expect(readXlsxFile(bytes)).rejects.toMatchObject({ name: 'WorkbookFileError', code });
  });

  it('minds the cells that exist, not the size a sheet declares', async () => {
    const start = performance.now();
    const sheet = await firstSheet({ before: '<dimension ref="A1:XFD1048576"/>', rows: '<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>2</v></c></row>' });
    expect(sheet.cells).toHaveLength(2);
    expect(performance.now() - start).toBeLessThan(1000);
  });

  it('ends a file with any damage in content or a refusal', async () => {
    const whole = unzipSync(await writeXlsxFile(richFileContent));
    const paths = Object.keys(whole);
    await fc.assert(
      fc.asyncProperty(fc.nat(paths.length - 1), fc.double({ min: 0, max: 1, noNaN: true }), fc.uint8Array({ maxLength: 8 }), fc.nat(60), async (index, place, inserted, removed) => {
        const path = paths[index] ?? '';
        const part = whole[path] ?? new Uint8Array();
        const at = Math.floor(place * part.length);
        const bytes = zipSync({ ...whole, [path]: new Uint8Array([...part.slice(0, at), ...inserted, ...part.slice(at + removed)]) }, { level: 0 });
        const outcome = await readXlsxFile(bytes).catch((error: unknown) => error);
        if (outcome instanceof Error) expect(outcome).toBeInstanceOf(WorkbookFileError);
      }),
      { numRuns: 150 },
    );
  });

  it.each(workbooksIn('corpus'))('ends %s in content or a refusal', async (path) => {
    const outcome = await readXlsxFile(bytesOf(join(fixtures, path))).then(
      ({ sheets }) => (sheets.length > 0 ? 'content' : 'nothing'),
      (error: unknown) => (error instanceof WorkbookFileError ? 'refusal' : String(error)),
    );
    expect(['content', 'refusal']).toContain(outcome);
  }, 10_000);

  it.each([...workbooksIn('workbooks'), ...workbooksIn('zoo')])('reads the same figures and texts from %s as another library', async (path) => {
    const bytes = bytesOf(join(fixtures, path));
    const [ours, theirs] = [await readXlsxFile(bytes), await readXlsx(bytes)];
    const figures = ours.sheets.map(({ name, cells }) => ({ name, values: cells.filter(({ value }) => value !== null && value !== '').map(({ row, column, value }) => [row, column, plain(value)]) }));
    const others = theirs.sheets.map(({ name, rows }) => ({ name, values: rows.flatMap((row, index) => row.flatMap((value, column) => (value === null || value === undefined || value === '' ? [] : [[index, column, serial(value)]]))) }));
    expect(figures).toEqual(others);
  });
});

describe('isoSerial', () => {
  it.each<[string, boolean, number | null]>([
    ['1900-01-01', false, 1],
    ['1900-02-28', false, 59],
    ['1900-03-01', false, 61],
    ['2025-01-01', false, 45658],
    ['1904-01-01', true, 0],
    ['12:00:00', false, 0.5],
    ['i går', false, null],
    ['', false, null],
  ])('turns %p (1904: %p) into %p', (text, date1904, expected) => {
    expect(isoSerial(text, date1904)).toBe(expected);
  });
});

const plain = (value: FileValue): unknown => (typeof value === 'object' && value !== null ? value.error : typeof value === 'number' ? value.toPrecision(12) : value);

/** The other library gives dates to the millisecond, so figures are compared to twelve digits. */
const serial = (value: unknown): unknown => (value instanceof Date ? (value.getTime() / 86_400_000 + 25_569).toPrecision(12) : typeof value === 'number' ? value.toPrecision(12) : value);

/** An archive whose directory says that the workbook part holds two billion bytes. */
function bomb(): Uint8Array {
  const bytes = xlsxOf({});
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const name = strToU8('xl/workbook.xml');
  for (let at = 0; at < bytes.length - 46; at += 1) {
    const isEntry = view.getUint32(at, true) === 0x02014b50;
    if (isEntry && name.every((byte, index) => bytes[at + 46 + index] === byte)) view.setUint32(at + 24, 2_000_000_000, true);
  }
  return bytes;
}

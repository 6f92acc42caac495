import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { findingText } from '../../../../src/text/findingText';
import { gridOfFile } from '../../../../src/workbench/host/fileGrid';
import { WorkbookFileError } from '../../../../src/workbench/host/workbookFileError';
import { readXlsxFile } from '../../../../src/workbench/host/xlsxRead';
import type { WorkbookGrid } from '../../../../src/workbook/grid';
import type { Report } from '../../../../src/workbook/report';
import { readReport } from '../../../../src/workbook/read/readWorkbook';
import { reportFaults } from '../../../support/reportFaults';

const fixtures = join(__dirname, '../../../fixtures');
const files = ['workbooks', 'zoo', 'menagerie', 'bestiary', 'corpus'].flatMap((folder) => readdirSync(join(fixtures, folder)).filter((name) => /\.xls[xm]$/.test(name)).map((name) => `${folder}/${name}`));

async function gridOf(file: string): Promise<WorkbookGrid | null> {
  try {
    return gridOfFile(await readXlsxFile(readFileSync(join(fixtures, file))), file);
  } catch (error) {
    if (error instanceof WorkbookFileError) return null;
    throw error;
  }
}

describe('readReport', () => {
  it.each(files)('says of %s what the format allows, and nothing else', async (file) => {
    const grid = await gridOf(file);
    if (grid === null) return;
    const { tables, findings } = readReport(grid);
    const report: Report = { schema: 'von-report/1', workbook: file, tables, findings: findings.map((finding) => ({ ...finding, message: findingText(finding) })), written: [] };
    expect(reportFaults(report, grid)).toEqual([]);
    expect(JSON.parse(JSON.stringify(report))).toEqual(report);
  });

  it('is caught when it says what the format does not allow', async () => {
    const grid = await gridOf('workbooks/uppfoljning-2024.xlsx');
    if (grid === null) throw new Error('the example cannot be read');
    const { tables, findings } = readReport(grid);
    const [table, ...others] = tables;
    const wrong = { ...table, unit: 'kkr', headerRows: [99], rows: [...(table?.rows ?? [])].reverse() } as unknown as Report['tables'][number];
    const report: Report = { schema: 'von-report/1', workbook: '', tables: [wrong, ...others], findings: findings.map((finding) => ({ ...finding, message: 'undefined' })), written: [] };
    expect(reportFaults(report, grid)).toHaveLength(3 + findings.length);
  });
});

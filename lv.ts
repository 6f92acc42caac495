import { readFileSync, readdirSync } from 'node:fs';
import { readReport } from './src/workbook/read/readWorkbook';
import { gridFromFile } from './test/support/gridFromFile';
const dir = 'test/fixtures/menagerie/';
void (async () => {
  for (const f of readdirSync(dir).filter((x) => x.endsWith('.xlsx'))) {
    const r = readReport(await gridFromFile(dir + f));
    const t = JSON.parse(readFileSync(dir + f.replace('.xlsx', '.truth.json'), 'utf8'));
    for (const w of t.tables) {
      const got = r.tables.find((x) => x.sheet === w.sheet && x.range === w.range);
      if (!got) { console.log(f, w.sheet, w.range, 'range differs', r.tables.filter((x) => x.sheet === w.sheet).map((x) => x.range)); continue; }
      for (const row of w.rows) {
        const g = got.rows.find((x) => x.row === row.row);
        if (g?.level !== row.level) console.log(f, w.sheet, row.row, row.label, 'level', g?.level, 'should be', row.level);
        if (row.code && g?.code !== row.code) console.log(f, w.sheet, row.row, row.label, 'code', g?.code, 'should be', row.code);
        if (g?.label !== row.label) console.log(f, w.sheet, row.row, 'label', g?.label, 'should be', row.label);
      }
    }
    for (const w of t.findings.filter((x: { severity: string }) => x.severity === 'warning')) {
      if (!r.findings.some((x) => x.code === w.code && x.sheet === w.sheet && [w.cell, ...(w.accept?.cells ?? [])].includes(x.cell))) console.log(f, 'warning', w.code, w.sheet, w.cell, r.findings.filter((x) => x.sheet === w.sheet && x.severity === 'warning').map((x) => x.code + x.cell).join());
    }
    for (const x of r.findings.filter((x) => x.severity === 'warning')) {
      if (!t.findings.some((w: { sheet: string; cell: string; accept?: { cells?: string[] } }) => x.sheet === w.sheet && [w.cell, ...(w.accept?.cells ?? [])].includes(x.cell))) console.log(f, 'EXTRA warning', x.code, x.sheet, x.cell, x.printed, x.expected, JSON.stringify(x.basis)?.slice(0, 150));
    }
  }
})();

import type { Comparison, Report, ReportTable } from '../workbook/report';
import { avvikelseView, comparableTables } from './avvikelseView';

/**
 * The avvikelser of every table that can be compared, as lines with tabs between the cells: what "Kopiera tabellen" puts on the
 * clipboard. Figures have a decimal comma and no spaces, so that they become numbers when they are pasted in a Swedish Excel.
 */
export function tablesAsText(report: Report, version: string): string {
  return comparableTables(report.tables).flatMap((table) => {
    const comparison = table.comparisons?.[0];
    return comparison === undefined ? [] : [`${table.sheet}\t${version}\t${table.unit ?? ''}`, ...tableLines(table, comparison), ''];
  }).join('\n');
}

function tableLines(table: ReportTable, comparison: Comparison): readonly string[] {
  const headers = [comparison.budget, comparison.compared].map((letter) => table.columns.find((column) => column.column === letter)?.header ?? '');
  const view = avvikelseView(table, comparison, { threshold: { amountTkr: 0, share: 0 }, showAll: true });
  if (view === null) return [];
  const line = (label: string, budget: number, compared: number, amount: number): string => [plain(label), number(budget), number(compared), number(amount)].join('\t');
  const inOrder = [...view.rows].sort((a, b) => a.row - b.row);
  return [
    ['', ...headers.map(plain), 'Avvikelse'].join('\t'),
    ...inOrder.map((row) => line(row.label, row.budget, row.compared, row.amount)),
    line('Totalt', view.total.budget, view.total.compared, view.total.amount),
  ];
}

/** A text that begins like a formula would become one where it is pasted. */
const plain = (text: string): string => text.replace(/[\t\r\n]+/g, ' ').replace(/^(?=[=+@-])/, "'");

const number = (value: number): string => String(Number(value.toPrecision(12))).replace('.', ',');

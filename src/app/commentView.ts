import type { ReportTable } from '../workbook/report';
import { rowKeys } from '../workbook/write/rowKey';
import type { RowComment } from './session';

/** The texts of the latest other version for rows of a table that have none yet; null when there are none to take over. */
export function textsToTakeOver(comments: readonly RowComment[], table: ReportTable, version: string): { readonly version: string; readonly comments: readonly RowComment[] } | null {
  const keys = new Set(rowKeys(table).values());
  const taken = new Set(comments.filter((comment) => comment.version === version && comment.text !== '').map((comment) => comment.rowKey));
  const open = comments.filter((comment) => comment.version !== version && comment.text !== '' && keys.has(comment.rowKey) && !taken.has(comment.rowKey));
  const latest = [...open].sort((a, b) => b.changedAt.localeCompare(a.changedAt))[0];
  return latest === undefined ? null : { version: latest.version, comments: open.filter((comment) => comment.version === latest.version) };
}

/** Comments of a version whose rows stand in no table any more. Nothing the user wrote is lost. */
export function commentsWithoutRow(comments: readonly RowComment[], tables: readonly ReportTable[], version: string): readonly RowComment[] {
  const keys = new Set(tables.flatMap((table) => [...rowKeys(table.upright ?? table).values()]));
  return comments.filter((comment) => comment.version === version && comment.text !== '' && !keys.has(comment.rowKey));
}

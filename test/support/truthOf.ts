import { readFileSync } from 'node:fs';
import type { Finding, ReportTable } from '../../src/workbook/report';

/** What a careful person read out of a workbook, as the truth files have it. */
export interface Truth {
  readonly tables: readonly ReportTable[];
  readonly findings: readonly (Finding & { readonly accept?: { readonly cells?: readonly string[] } })[];
}

/** The truth file at a path; a workbook without a budget has no tables. */
export const truthOf = (path: string): Truth => ({ tables: [], findings: [], ...(JSON.parse(readFileSync(path, 'utf8')) as Partial<Truth>) });

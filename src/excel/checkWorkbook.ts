import { HostError } from '../workbook/ports';
import type { WritingBasis } from '../workbook/ports';
import { SHEET_PROPERTY } from '../workbook/write/sheetProperty';
import type { SheetSpec } from '../workbook/write/sheetSpec';
import { columnLetters } from '../workbook/address';
import { askForBasis, basisPackets, checkRestOfBasis, demandSameBasis } from './checkBasis';
import type { Send } from './excelRun';
import type { ColumnSnapshot } from './sheetSnapshot';
import { readStructure, structureInOrder } from './sheetStructure';
import type { SheetStructure } from './sheetStructure';

/** A spec together with the sheet of ours that it goes on; null makes a new sheet. */
export interface PlannedSheet {
  readonly spec: SheetSpec;
  readonly existing: ExistingSheet | null;
}

export interface ExistingSheet {
  readonly id: string;
  readonly name: string;
  readonly properties: ReadonlyMap<string, string>;
  /** As it stands now, with what the user has moved. */
  readonly structure: SheetStructure | null;
  readonly columns: readonly ColumnSnapshot[];
}

export interface CheckedWorkbook {
  readonly sheetIds: readonly string[];
  readonly settings: ReadonlyMap<string, unknown>;
  readonly sheets: readonly PlannedSheet[];
}

/**
 * Looks at everything that could refuse a writing before anything is changed, in one request.
 * @param basis what the specs were prepared from; a large one takes requests of its own
 * @throws HostError `protected-workbook`, `protected-sheet`, `read-only`, `name-taken` for a sheet that is not ours, or
 * `changed-meanwhile` when a cell of the basis has changed
 */
export async function checkWorkbook(context: Excel.RequestContext, send: Send, specs: readonly SheetSpec[], basis: readonly WritingBasis[] = []): Promise<CheckedWorkbook> {
  const { workbook } = context;
  const [firstPacket = [], ...packets] = basisPackets(basis);
  const asked = await send(() => ({
    workbook: workbook.load('readOnly'),
    protection: workbook.protection.load('protected'),
    sheets: workbook.worksheets.load('items/id,items/name'),
    settings: workbook.settings.load('items/key,items/value'),
    existing: specs.map((spec) => (spec.existingId === undefined ? null : askForSheet(workbook, spec, spec.existingId))),
    basis: askForBasis(workbook, firstPacket),
  }));
  if (asked.workbook.readOnly) throw new HostError('read-only');
  const taken = new Set(asked.sheets.items.map(({ name }) => name.toLowerCase()));
  const sheets = specs.map((spec, index): PlannedSheet => {
    const existing = existingOf(asked.existing[index] ?? null, spec);
    if (existing === null) {
      if (asked.protection.protected) throw new HostError('protected-workbook');
      if (taken.has(spec.name.toLowerCase())) throw new HostError('name-taken', { sheet: spec.name });
    }
    return { spec, existing };
  });
  demandSameBasis(asked.basis);
  await checkRestOfBasis(workbook, send, packets);
  return { sheetIds: asked.sheets.items.map(({ id }) => id), settings: new Map(asked.settings.items.map(({ key, value }) => [key, value as unknown])), sheets };
}

interface AskedSheet {
  readonly sheet: Excel.Worksheet;
  readonly protection: Excel.WorksheetProtection;
  readonly properties: Excel.WorksheetCustomPropertyCollection;
  readonly firstColumn: number;
  readonly columns: OfficeExtension.ClientResult<Excel.ColumnProperties[]> | null;
}

function askForSheet(workbook: Excel.Workbook, spec: SheetSpec, id: string): AskedSheet {
  const sheet = workbook.worksheets.getItemOrNullObject(id).load('id,name');
  const indexes = spec.columnWidths.map(({ column }) => column);
  const firstColumn = Math.min(...indexes);
  return {
    sheet,
    protection: sheet.protection.load('protected'),
    properties: sheet.customProperties.load('items/key,items/value'),
    firstColumn,
    columns: indexes.length === 0 ? null : sheet.getRange(`${columnLetters(firstColumn)}1:${columnLetters(Math.max(...indexes))}1`).getColumnProperties({ columnHidden: true, format: { columnWidth: true } }),
  };
}

/** A sheet that the user has removed since is made anew. */
function existingOf(asked: AskedSheet | null, { since }: SheetSpec): ExistingSheet | null {
  if (asked === null || asked.sheet.isNullObject) return null;
  const { sheet } = asked;
  if (asked.protection.protected) throw new HostError('protected-sheet', { sheet: sheet.name });
  const properties = new Map(asked.properties.items.map(({ key, value }) => [key, value]));
  if (!properties.has(SHEET_PROPERTY)) throw new HostError('name-taken', { sheet: sheet.name });
  const structure = readStructure(properties);
  return {
    id: sheet.id,
    name: sheet.name,
    properties,
    structure: structure === null || since === undefined ? structure : structureInOrder(structure, since),
    columns: (asked.columns?.value ?? []).map((column, offset) => ({
      column: asked.firstColumn + offset,
      points: (column.format as { columnWidth?: number } | undefined)?.columnWidth ?? 0,
      isHidden: column.columnHidden === true,
    })),
  };
}

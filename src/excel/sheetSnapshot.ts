import type { Area } from '../workbook/address';
import type { SheetSpec } from '../workbook/write/sheetSpec';
import { formulaOf } from './cellReading';
import { textInput } from './cellInput';
import type { CellInput } from './cellInput';
import { blockArea, boundingArea, inputOperations, parts, widthInPoints } from './cellOperations';
import type { ColumnWidth } from './cellOperations';
import { areaAddress } from '../workbook/address';
import type { Send } from './excelRun';
import { operation } from './sheetOperation';
import type { SheetOperation } from './sheetOperation';
import type { SheetStructure } from './sheetStructure';

/** The cells of a sheet of ours as they stood before a writing: only those that the writing touches. Plain data, so that it can be stored. */
export interface CellSnapshot {
  readonly top: number;
  readonly left: number;
  /** Rows of what the cells held; null for a cell that the writing leaves alone. */
  readonly inputs: readonly (readonly CellInput[])[];
  /** Rows of indexes into `looks`; -1 for a cell whose look is left alone. */
  readonly lookAt: readonly (readonly number[])[];
  readonly looks: readonly CellLook[];
}

export interface CellLook {
  readonly numberFormat: string;
  readonly properties: Excel.SettableCellProperties;
}

/** A column's width in points before the writing. */
export interface ColumnSnapshot {
  readonly column: number;
  readonly points: number;
  readonly isHidden: boolean;
}

const LOOK_QUERY: Excel.CellPropertiesLoadOptions = {
  format: {
    fill: { color: true, pattern: true },
    font: { name: true, size: true, bold: true, italic: true, underline: true, color: true },
    borders: { style: true, weight: true, color: true },
    horizontalAlignment: true,
    verticalAlignment: true,
    wrapText: true,
    indentLevel: true,
  },
};
/** What a cell with its look weighs in Excel's answer; an answer stays under 3.5 MB. */
const LOOK_BYTES = 700;
const ANSWER_CELLS = 3_500_000 / LOOK_BYTES;

/** The areas whose values, and the areas whose looks, a spec changes. */
function touchedAreas(spec: SheetSpec, old: SheetStructure | null): { readonly values: readonly Area[]; readonly looks: readonly Area[] } {
  const links = [...spec.links, ...(old?.links ?? [])].map(({ row, column }) => ({ top: row, left: column, bottom: row, right: column }));
  const written = spec.blocks.flatMap((block) => block.values.flatMap((row, rowOffset) => runsOf(row.map((value) => value !== undefined)).map(([first, last]) => ({ top: block.top + rowOffset, left: block.left + first, bottom: block.top + rowOffset, right: block.left + last }))));
  return { values: [...written, ...spec.cleared, ...links], looks: [...spec.formats.map(({ area }) => area), ...spec.cleared, ...links, ...spec.blocks.map(blockArea)] };
}

/** Runs of true, first and last index. */
function runsOf(flags: readonly boolean[]): readonly (readonly [number, number])[] {
  const runs: [number, number][] = [];
  flags.forEach((flag, index) => {
    const last = runs.at(-1);
    if (!flag) return;
    if (last && last[1] === index - 1) last[1] = index;
    else runs.push([index, index]);
  });
  return runs;
}

/** Reads what the writing of a spec will change on an existing sheet; null when it changes no cell. Large sheets take several requests. */
export async function takeCellSnapshot(send: Send, sheetOf: () => Excel.Worksheet, spec: SheetSpec, old: SheetStructure | null): Promise<CellSnapshot | null> {
  const touched = touchedAreas(spec, old);
  const area = boundingArea([...touched.values, ...touched.looks]);
  if (area === null) return null;
  const width = area.right - area.left + 1;
  const rowsAtATime = Math.max(1, Math.floor(ANSWER_CELLS / width));
  const tops = Array.from({ length: Math.ceil((area.bottom - area.top + 1) / rowsAtATime) }, (_, index) => area.top + index * rowsAtATime);
  const answers: CellAnswer[] = [];
  for (const top of tops) answers.push(await send(() => askForCells(sheetOf(), { ...area, top, bottom: Math.min(area.bottom, top + rowsAtATime - 1) })));
  return snapshotOf(area, answers, touched);
}

interface CellAnswer {
  readonly range: Excel.Range;
  /** The last cell of the sheet, which nobody formats: what a bare cell looks like in this workbook. */
  readonly bare: OfficeExtension.ClientResult<Excel.CellProperties[][]>;
  readonly properties: OfficeExtension.ClientResult<Excel.CellProperties[][]>;
}

function askForCells(sheet: Excel.Worksheet, area: Area): CellAnswer {
  const range = sheet.getRangeByIndexes(area.top, area.left, area.bottom - area.top + 1, area.right - area.left + 1).load('formulas,values,valueTypes,numberFormat');
  return { range, bare: sheet.getRange('XFD1048576').getCellProperties(LOOK_QUERY), properties: range.getCellProperties(LOOK_QUERY) };
}

function snapshotOf(area: Area, answers: readonly CellAnswer[], touched: ReturnType<typeof touchedAreas>): CellSnapshot {
  const height = area.bottom - area.top + 1;
  const width = area.right - area.left + 1;
  const values = maskOf(area, touched.values);
  const looks = maskOf(area, touched.looks);
  const known = new Map<string, number>();
  const found: CellLook[] = [];
  const inputs: CellInput[][] = [];
  const lookAt: number[][] = [];
  for (const { range, properties, bare } of answers) {
    const plain = bare.value[0]?.[0]?.format ?? {};
    range.values.forEach((rowValues: readonly unknown[], offset: number) => {
      const row = inputs.length;
      inputs.push(rowValues.map((value, column) => (values[row * width + column] ? inputOf(range.formulas[offset]?.[column], value, range.valueTypes[offset]?.[column]) : null)));
      lookAt.push(rowValues.map((_value, column) => {
        if (!looks[row * width + column]) return -1;
        const look: CellLook = { numberFormat: String(range.numberFormat[offset]?.[column] ?? 'General'), properties: settableLook(properties.value[offset]?.[column] ?? {}, plain) };
        const key = JSON.stringify(look);
        const index = known.get(key) ?? found.push(look) - 1;
        known.set(key, index);
        return index;
      }));
    });
  }
  return { top: area.top, left: area.left, inputs: inputs.slice(0, height), lookAt: lookAt.slice(0, height), looks: found };
}

function maskOf(area: Area, touched: readonly Area[]): Uint8Array {
  const width = area.right - area.left + 1;
  const mask = new Uint8Array(width * (area.bottom - area.top + 1));
  for (const part of touched) {
    for (let row = part.top; row <= part.bottom; row += 1) mask.fill(1, (row - area.top) * width + part.left - area.left, (row - area.top) * width + part.right - area.left + 1);
  }
  return mask;
}

function inputOf(formula: unknown, value: unknown, type: unknown): CellInput {
  const text = formulaOf(formula, value);
  if (text !== null) return text;
  if (typeof value === 'number' || typeof value === 'boolean') return value;
  return type === 'Error' ? String(value) : textInput(String(value ?? ''));
}

/** What sets a cell's look apart from a bare one, as Excel takes it back. A side without a line is left out. */
function settableLook({ format = {} }: Excel.CellProperties, bare: Excel.CellPropertiesFormat): Excel.SettableCellProperties {
  const { fill, borders, font, ...rest } = format;
  const isFilled = fill?.pattern !== 'None' && !!fill?.color && fill.color.toUpperCase() !== '#FFFFFF';
  const lines = Object.entries(borders ?? {}).filter(([side, border]) => ['top', 'bottom', 'left', 'right'].includes(side) && (border as Excel.CellBorder).style !== 'None');
  const ownFont = different(font ?? {}, bare.font ?? {});
  return {
    format: {
      ...different(rest, bare),
      ...(Object.keys(ownFont).length > 0 ? { font: ownFont } : {}),
      ...(isFilled ? { fill: { color: fill.color } } : {}),
      ...(lines.length > 0 ? { borders: Object.fromEntries(lines) } : {}),
    },
  };
}

function different<T extends object>(look: T, bare: Partial<T>): Partial<T> {
  return Object.fromEntries(Object.entries(look).filter(([name, value]) => value !== bare[name as keyof T])) as Partial<T>;
}

/** Puts the cells back: contents, then looks from bare cells on. */
export function cellRestoring(snapshot: CellSnapshot): readonly SheetOperation[] {
  const { top, left, inputs, lookAt, looks } = snapshot;
  const width = lookAt[0]?.length ?? 0;
  const bare = lookAt.flatMap((row, offset) => runsOf(row.map((index) => index >= 0)).map(([first, last]) => ({ top: top + offset, left: left + first, bottom: top + offset, right: left + last })));
  const numberFormats = lookAt.map((row) => row.map((index) => looks[index]?.numberFormat ?? null));
  return [
    ...inputOperations(top, left, inputs),
    ...stacked(bare).map((area) => operation((sheet) => sheet.getRange(areaAddress(area)).clear('Formats'), 3)),
    ...parts(numberFormats).map(({ first, part, bytes }) => ({ bytes: bytes + operation(() => undefined, 3).bytes, queue: (sheet: Excel.Worksheet) => void (sheet.getRangeByIndexes(top + first, left, part.length, width).numberFormat = part.map((row) => [...row])) })),
    ...parts(lookAt.map((row) => row.map((index) => looks[index]?.properties ?? {}))).map(({ first, part, bytes }) => ({ bytes: bytes + operation(() => undefined, 3).bytes, queue: (sheet: Excel.Worksheet) => void sheet.getRangeByIndexes(top + first, left, part.length, width).setCellProperties(part.map((row) => [...row])) })),
  ];
}

/** Areas of one row each that stand right under each other with the same columns become one. */
function stacked(areas: readonly Area[]): readonly Area[] {
  const open = new Map<string, { top: number; left: number; bottom: number; right: number }>();
  const done: Area[] = [];
  for (const area of areas) {
    const key = `${area.left}:${area.right}`;
    const above = open.get(key);
    if (above && above.bottom === area.top - 1) above.bottom = area.bottom;
    else {
      const fresh = { ...area };
      open.set(key, fresh);
      done.push(fresh);
    }
  }
  return done;
}

/** Widths that a rewrite may set: those that are new, or that still stand as we set them. What the user has changed stays. */
export function widthsToWrite(wanted: readonly ColumnWidth[], old: readonly ColumnWidth[], current: readonly ColumnSnapshot[]): readonly ColumnWidth[] {
  return wanted.filter(({ column, width, hidden }) => {
    const before = old.find((one) => one.column === column);
    const now = current.find((one) => one.column === column);
    if (before === undefined || now === undefined) return true;
    const isOurs = now.isHidden || Math.abs(now.points - widthInPoints(before.width)) <= 1.5;
    return isOurs && (before.width !== width || before.hidden !== hidden);
  });
}

export function widthRestoring(columns: readonly ColumnSnapshot[]): readonly SheetOperation[] {
  return columns.map(({ column, points, isHidden }) =>
    operation((sheet) => {
      const range = sheet.getRangeByIndexes(0, column, 1, 1).getEntireColumn();
      if (!isHidden) range.format.columnWidth = points;
      range.columnHidden = isHidden;
    }, 4),
  );
}

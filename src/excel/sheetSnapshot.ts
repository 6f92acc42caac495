import type { Area } from '../workbook/address';
import { placeOf, reverseOrder, type SheetOrder } from '../workbook/write/lineOrder';
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
/** What a cell with its look and a long formula weighs in Excel's answer; an answer stays under 3.5 MB. */
const LOOK_BYTES = 1000;
const ANSWER_CELLS = 3_500_000 / LOOK_BYTES;

/** The areas whose values, and the areas whose looks, a spec changes, where they stand before the writing. */
function touchedAreas(spec: SheetSpec, old: SheetStructure | null): { readonly values: readonly Area[]; readonly looks: readonly Area[] } {
  const linkAreas = (links: SheetSpec['links']): readonly Area[] => links.map(({ row, column }) => ({ top: row, left: column, bottom: row, right: column }));
  const written = spec.blocks.flatMap((block) => block.values.flatMap((row, rowOffset) => runsOf(row.map((value) => value !== undefined)).map(([first, last]) => ({ top: block.top + rowOffset, left: block.left + first, bottom: block.top + rowOffset, right: block.left + last }))));
  const links = linkAreas(spec.links);
  const before = (areas: readonly Area[]): readonly Area[] => (spec.order === undefined ? areas : areasBefore(areas, spec.order));
  const there = [...linkAreas(old?.links ?? []), ...(spec.order === undefined ? [] : goneAreas(spec.order))];
  return {
    values: [...before([...written, ...spec.cleared, ...links]), ...there],
    looks: [...before([...spec.formats.map(({ area }) => area), ...spec.cleared, ...links, ...spec.blocks.map(blockArea)]), ...there],
  };
}

/** The same areas where their cells stood before the rows and columns were rearranged; new cells stood nowhere. */
function areasBefore(areas: readonly Area[], { rows, columns }: SheetOrder): readonly Area[] {
  const [rowBefore, columnBefore] = [placeOf(reverseOrder(rows)), placeOf(reverseOrder(columns))];
  return areas.flatMap((area) => linesBefore(area.top, area.bottom, rowBefore).flatMap(([top, bottom]) => linesBefore(area.left, area.right, columnBefore).map(([left, right]) => ({ top, left, bottom, right }))));
}

function linesBefore(first: number, last: number, before: (line: number) => number | null): readonly (readonly [number, number])[] {
  const found: [number, number][] = [];
  for (let line = first; line <= last; line += 1) {
    const old = before(line);
    const run = found.at(-1);
    if (old === null) continue;
    if (run && run[1] === old - 1) run[1] = old;
    else found.push([old, old]);
  }
  return found;
}

/** Rows and columns that go, as far as the sheet is used. */
function goneAreas({ rows, columns, extent }: SheetOrder): readonly Area[] {
  const [rowAfter, columnAfter] = [placeOf(rows), placeOf(columns)];
  const gone = (count: number, after: (line: number) => number | null): readonly number[] => Array.from({ length: count }, (_, line) => line).filter((line) => after(line) === null);
  return [
    ...gone(rows.count, rowAfter).map((row) => ({ top: row, bottom: row, left: 0, right: extent.columns - 1 })),
    ...gone(columns.count, columnAfter).map((column) => ({ top: 0, bottom: extent.rows - 1, left: column, right: column })),
  ];
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

/** A sheet of ours that is written again. */
export interface SheetToKeep {
  readonly id: string;
  readonly spec: SheetSpec;
  readonly structure: SheetStructure | null;
}

/**
 * Reads what the writing will change on the sheets that are there, by sheet id; null for one where it changes no cell. Sheets share
 * requests as far as the answers have room; a large sheet takes several.
 */
export async function takeCellSnapshots(send: Send, sheetOf: (id: string) => Excel.Worksheet, sheets: readonly SheetToKeep[]): Promise<ReadonlyMap<string, CellSnapshot | null>> {
  const touched = sheets.map(({ id, spec, structure }) => {
    const areas = touchedAreas(spec, structure);
    return { id, areas, area: boundingArea([...areas.values, ...areas.looks]) };
  });
  const answers = new Map<string, CellAnswer[]>();
  for (const packet of packParts(touched.flatMap(({ id, area }) => (area === null ? [] : partsOfArea(id, area))))) {
    const asked = await send(() => packet.map(({ id, area }) => ({ id, answer: askForCells(sheetOf(id), area) })));
    for (const { id, answer } of asked) answers.set(id, [...(answers.get(id) ?? []), answer]);
  }
  return new Map(touched.map(({ id, area, areas }) => [id, area === null ? null : snapshotOf(area, answers.get(id) ?? [], areas)]));
}

interface SheetPart {
  readonly id: string;
  readonly area: Area;
}

const cellsIn = ({ area }: SheetPart): number => (area.bottom - area.top + 1) * (area.right - area.left + 1);

function partsOfArea(id: string, area: Area): readonly SheetPart[] {
  const rows = Math.max(1, Math.floor(ANSWER_CELLS / (area.right - area.left + 1)));
  const count = Math.ceil((area.bottom - area.top + 1) / rows);
  return Array.from({ length: count }, (_, index) => ({ id, area: { ...area, top: area.top + index * rows, bottom: Math.min(area.bottom, area.top + (index + 1) * rows - 1) } }));
}

function packParts(parts: readonly SheetPart[]): readonly (readonly SheetPart[])[] {
  const packets: SheetPart[][] = [];
  let room = 0;
  for (const part of parts) {
    const packet = packets.at(-1);
    room -= cellsIn(part);
    if (packet !== undefined && room >= 0) packet.push(part);
    else {
      packets.push([part]);
      room = ANSWER_CELLS - cellsIn(part);
    }
  }
  return packets;
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
    // The plain style leaves conditional formats alone, which clearing would take away.
    ...stacked(bare).map((area) => operation((sheet) => void (sheet.getRange(areaAddress(area)).style = 'Normal'), 3)),
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

/** Gives columns back the widths that they had; a hidden one is hidden again. */
export function widthRestoring(columns: readonly ColumnSnapshot[]): readonly SheetOperation[] {
  return columns.map(({ column, points, isHidden }) =>
    operation((sheet) => {
      const range = sheet.getRangeByIndexes(0, column, 1, 1).getEntireColumn();
      if (!isHidden) range.format.columnWidth = points;
      range.columnHidden = isHidden;
    }, 4),
  );
}

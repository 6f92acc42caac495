import type { FileContent, FileName, FileSheet } from './fileContent';
import { WorkbookFileError } from './workbookFileError';
import { readSharedStrings } from './xlsxCells';
import { colorResolver } from './xlsxColors';
import { formulaFromFile } from './xlsxFormulas';
import { openPackage, type XlsxPackage } from './xlsxPackage';
import { readSettings } from './xlsxSettings';
import { readSheet } from './xlsxSheetRead';
import { readStyles } from './xlsxStyles';
import { child, childrenOf, decodeEscapes, isOn, xmlCursor, type XmlElement } from './xlsxXml';

/**
 * Reads an .xlsx or .xlsm file. Values are exactly what Excel's range.values gives: dates and percentages as numbers, text as stored.
 * Parts of the file that FileContent has no place for are named in `dropped`.
 *
 * Throws WorkbookFileError: 'empty' (no bytes or no worksheet), 'encrypted', 'not-a-workbook', 'damaged', 'too-large'.
 *
 * @example const { sheets } = await readXlsxFile(await readFile('uppfoljning.xlsx')); // sheets[0].cells[0] → { row: 0, column: 0, value: 'Verksamhet' }
 */
export function readXlsxFile(bytes: Uint8Array): Promise<FileContent> {
  return Promise.resolve()
    .then(() => readContent(bytes))
    .catch((error: unknown) => {
      // Elements nested without end, or texts longer than any string.
      throw error instanceof RangeError ? new WorkbookFileError('damaged', error.message) : error;
    });
}

function readContent(bytes: Uint8Array): FileContent {
  const file = openPackage(bytes);
  const workbook = file.xml(file.workbookPath);
  if (workbook?.name !== 'workbook') throw new WorkbookFileError('damaged', 'no workbook part');
  const relationships = file.relationships(file.workbookPath);
  const partOf = (type: string): XmlElement | undefined => {
    const target = [...relationships.values()].find((one) => one.type === type)?.target;
    return target === undefined ? undefined : file.xml(target);
  };
  const styleRoot = partOf('styles');
  const color = colorResolver(partOf('theme'), styleRoot);
  const styles = readStyles(styleRoot, color);
  const date1904 = isOn(child(workbook, 'workbookPr')?.attributes.date1904);
  const names = readNames(workbook);
  const localName = (index: number, name: string): string | undefined => names.find((one) => one.sheet === index && one.name === name)?.formula;
  const stringsPath = [...relationships.values()].find(({ type }) => type === 'sharedStrings')?.target;
  const sharedStrings = readStrings(file, stringsPath);
  const persons = new Map(childrenOf(partOf('person'), 'person').map(({ attributes }) => [attributes.id ?? '', attributes.displayName ?? '']));

  const declared = childrenOf(child(workbook, 'sheets'), 'sheet');
  const lost = new Set<string>();
  const others: string[] = [];
  const kept = declared.flatMap(({ attributes }, index) => {
    const part = relationships.get(attributes.id ?? '');
    if (part?.type !== 'worksheet') {
      if (part) others.push(part.type === 'chartsheet' ? 'diagramblad' : 'makroblad och dialogblad');
      return [];
    }
    const { sheet, dropped } = readSheet(file, part.target, {
      name: attributes.name ?? `Blad${index + 1}`,
      visibility: visibilityOf(attributes.state),
      styles: styles.cells,
      differential: styles.differential,
      color,
      sharedStrings,
      date1904,
      persons,
      printArea: localName(index, '_xlnm.Print_Area'),
      printTitles: localName(index, '_xlnm.Print_Titles'),
    });
    dropped.forEach((name) => lost.add(name));
    return [{ sheet, index }];
  });
  if (kept.length === 0) throw new WorkbookFileError(declared.length > others.length ? 'damaged' : 'empty', 'no worksheet');
  [...others, ...lostParts(file), ...(hasMixedText(file, stringsPath) ? ['teckenformat inuti celler'] : [])].forEach((name) => lost.add(name));

  const active = Number(child(child(workbook, 'bookViews'), 'workbookView')?.attributes.activeTab ?? 0);
  return {
    sheets: kept.map(({ sheet }) => sheet),
    names: keptNames(names, new Map(kept.map(({ sheet, index }) => [index, sheet.name]))),
    settings: readSettings(file),
    activeSheet: Math.max(0, kept.findIndex(({ index }) => index === active)),
    date1904,
    defaultFont: styles.defaultFont,
    isStructureProtected: isOn(child(workbook, 'workbookProtection')?.attributes.lockStructure),
    dropped: [...lost].sort((one, other) => one.localeCompare(other, 'sv')),
  };
}

function readStrings(file: XlsxPackage, path: string | undefined): readonly string[] {
  const source = path === undefined ? undefined : file.text(path);
  return source === undefined ? [] : readSharedStrings(xmlCursor(source));
}

/** Texts with words of their own look, such as one bold word in a sentence. */
function hasMixedText(file: XlsxPackage, path: string | undefined): boolean {
  return /<(?:\w+:)?rPr[\s>/]/.test((path === undefined ? undefined : file.text(path)) ?? '');
}

function visibilityOf(state: string | undefined): FileSheet['visibility'] {
  return state === 'hidden' || state === 'veryHidden' ? state : 'visible';
}

interface DefinedName {
  readonly name: string;
  readonly formula: string;
  /** Index of the sheet that a local name belongs to. */
  readonly sheet?: number;
  readonly hidden: boolean;
}

function readNames(workbook: XmlElement): readonly DefinedName[] {
  return childrenOf(child(workbook, 'definedNames'), 'definedName').map(({ attributes, text }) => ({
    name: attributes.name ?? '',
    formula: formulaFromFile(decodeEscapes(text)),
    ...(attributes.localSheetId === undefined ? {} : { sheet: Number(attributes.localSheetId) }),
    hidden: isOn(attributes.hidden),
  }));
}

/** Names the user gave; Excel's own (print areas, filters) are read where they belong. */
function keptNames(names: readonly DefinedName[], sheets: ReadonlyMap<number, string>): readonly FileName[] {
  return names.flatMap(({ name, formula, sheet, hidden }) => {
    // A name without a formula belongs to a macro.
    if (name.startsWith('_xlnm.') || name === '' || formula === '') return [];
    const scope = sheet === undefined ? undefined : sheets.get(sheet);
    if (sheet !== undefined && scope === undefined) return [];
    return [{ name, formula, ...(scope === undefined ? {} : { scope }), ...(hidden ? { hidden: true } : {}) }];
  });
}

const LOST_PARTS: readonly (readonly [RegExp, string])[] = [
  [/vbaProject/i, 'makron'],
  [/pivotCache|pivotTables\//i, 'pivottabeller'],
  [/externalLinks\//i, 'länkar till andra arbetsböcker'],
  [/(^|\/)connections\.xml$|queryTables\/|\/model\//i, 'dataanslutningar'],
];

function lostParts(file: XlsxPackage): readonly string[] {
  return LOST_PARTS.filter(([pattern]) => file.paths.some((path) => pattern.test(path))).map(([, name]) => name);
}

import type { FileChart, FileSheet } from './fileContent';
import { readDrawing } from './xlsxChartRead';
import type { ColorResolver } from './xlsxColors';
import type { Relationship, XlsxPackage } from './xlsxPackage';
import type { SheetElements } from './xlsxPrintRead';
import { child, childrenOf, descendants, isOn, type XmlElement } from './xlsxXml';

/** What a sheet keeps in parts of their own. */
export interface SheetParts {
  readonly tables: FileSheet['tables'];
  readonly comments: FileSheet['comments'];
  readonly properties: FileSheet['properties'];
  readonly charts: readonly FileChart[];
  readonly dropped: readonly string[];
}

export interface PartContext {
  readonly color: ColorResolver;
  readonly persons: ReadonlyMap<string, string>;
}

/** Reads the tables, comments, custom properties and charts of a sheet. */
export function readSheetParts(file: XlsxPackage, relationships: ReadonlyMap<string, Relationship>, elements: SheetElements, { color, persons }: PartContext): SheetParts {
  const targets = (type: string): readonly string[] => [...relationships.values()].filter((one) => one.type === type).map(({ target }) => target);
  const drawings = targets('drawing').map((path) => readDrawing(file, path, color));
  const threads = targets('threadedComment').flatMap((path) => readThreads(file.xml(path), persons));
  const threaded = new Set(threads.map(({ cell }) => cell));
  const notes = targets('comments').flatMap((path) => readNotes(file.xml(path)));
  return {
    tables: targets('table').flatMap((path) => readTable(file.xml(path))),
    // A threaded comment leaves a note in its cell for older programs.
    comments: [...notes.filter(({ cell }) => !threaded.has(cell)), ...threads],
    properties: readProperties(file, relationships, elements.get('customProperties')?.[0]),
    charts: drawings.flatMap(({ charts }) => charts),
    dropped: [...drawings.flatMap(({ dropped }) => dropped), ...lostElements(elements, relationships)],
  };
}

function lostElements(elements: SheetElements, relationships: ReadonlyMap<string, Relationship>): readonly string[] {
  const types = new Set([...relationships.values()].map(({ type }) => type));
  const extensions = elements.get('extLst')?.[0];
  return [
    ...(types.has('pivotTable') ? ['pivottabeller'] : []),
    ...(types.has('slicer') || types.has('timeline') ? ['utsnitt'] : []),
    ...(types.has('control') || types.has('ctrlProp') || types.has('oleObject') || types.has('package') ? ['inbäddade objekt och kontroller'] : []),
    ...(elements.has('picture') || elements.has('legacyDrawingHF') ? ['bilder'] : []),
    ...(descendants(extensions, 'sparkline').length > 0 ? ['miniatyrdiagram'] : []),
    ...(elements.has('scenarios') ? ['scenarier'] : []),
    ...(descendants(elements.get('autoFilter')?.[0], 'filterColumn').length > 0 ? ['filtervillkor'] : []),
    ...(hasPassword(elements.get('sheetProtection')?.[0]) ? ['lösenord till bladskydd'] : []),
  ];
}

const hasPassword = (protection: XmlElement | undefined): boolean => protection?.attributes.password !== undefined || protection?.attributes.hashValue !== undefined;

function readTable(table: XmlElement | undefined): FileSheet['tables'] {
  const { displayName, name, ref, headerRowCount, totalsRowCount } = table?.attributes ?? {};
  if (ref === undefined) return [];
  const look = child(table, 'tableStyleInfo')?.attributes;
  return [
    {
      name: displayName ?? name ?? '',
      range: ref,
      columns: childrenOf(child(table, 'tableColumns'), 'tableColumn').map(({ attributes }) => attributes.name ?? ''),
      ...(look?.name === undefined ? {} : { style: look.name }),
      hasHeader: Number(headerRowCount ?? 1) > 0,
      hasTotals: Number(totalsRowCount ?? 0) > 0,
      showBandedRows: isOn(look?.showRowStripes),
    },
  ];
}

const plainText = (element: XmlElement | undefined): string =>
  element === undefined ? '' : element.children.some(({ name }) => name === 'r') ? childrenOf(element, 'r').map((run) => child(run, 't')?.text ?? '').join('') : (child(element, 't')?.text ?? element.text);

function readNotes(part: XmlElement | undefined): FileSheet['comments'] {
  const authors = childrenOf(child(part, 'authors'), 'author').map(({ text }) => text);
  return childrenOf(child(part, 'commentList'), 'comment').map((comment) => ({
    cell: comment.attributes.ref ?? '',
    author: authors[Number(comment.attributes.authorId ?? 0)] ?? '',
    text: plainText(child(comment, 'text')),
    isThreaded: false,
  }));
}

/** Every entry of a thread stands as a comment of its own in the cell, the first one first. */
function readThreads(part: XmlElement | undefined, persons: ReadonlyMap<string, string>): FileSheet['comments'] {
  return childrenOf(part, 'threadedComment').map((comment) => ({
    cell: comment.attributes.ref ?? '',
    author: persons.get(comment.attributes.personId ?? '') ?? '',
    text: child(comment, 'text')?.text ?? '',
    isThreaded: true,
    ...(comment.attributes.dT === undefined ? {} : { date: comment.attributes.dT }),
  }));
}

/** Excel keeps the value of a sheet's custom property in a binary part, two bytes a letter. */
function readProperties(file: XlsxPackage, relationships: ReadonlyMap<string, Relationship>, properties: XmlElement | undefined): FileSheet['properties'] {
  return Object.fromEntries(
    childrenOf(properties, 'customPr').flatMap(({ attributes }) => {
      const bytes = file.bytes(relationships.get(attributes.id ?? '')?.target ?? '');
      return bytes && attributes.name !== undefined ? [[attributes.name, new TextDecoder('utf-16le').decode(bytes)]] : [];
    }),
  );
}

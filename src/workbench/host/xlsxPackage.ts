import { unzipSync } from 'fflate';
import { WorkbookFileError } from './workbookFileError';
import { parseXml, type XmlElement } from './xlsxXml';

/** A workbook file taken apart: its parts as text or XML, and where one part points at others. */
export interface XlsxPackage {
  readonly workbookPath: string;
  readonly paths: readonly string[];
  /** The part's text; undefined where there is none. */
  text(path: string): string | undefined;
  /** The part as it stands; undefined where there is none, and for pictures, macros and the like, which are not unpacked. */
  bytes(path: string): Uint8Array | undefined;
  /** The part as a tree; undefined where there is none. */
  xml(path: string): XmlElement | undefined;
  /** What the part points at, by id. */
  relationships(path: string): ReadonlyMap<string, Relationship>;
}

export interface Relationship {
  /** The last word of the type: "worksheet", "table", "comments" … */
  readonly type: string;
  /** Path in the package, or an address outside when isExternal. */
  readonly target: string;
  readonly isExternal: boolean;
}

/** A file may say that it unpacks to anything; what is larger than this is not unpacked. */
const MAX_PART_BYTES = 400e6;
const MAX_TOTAL_BYTES = 800e6;

/**
 * Opens the bytes of a file as a workbook package.
 * Throws WorkbookFileError: 'empty' (no bytes), 'encrypted', 'not-a-workbook' (text, .xls, .xlsb, .ods, other archives), 'damaged', 'too-large'.
 */
export function openPackage(bytes: Uint8Array): XlsxPackage {
  const { paths, parts } = unpack(bytes);
  const byLowerCase = new Map([...parts.keys()].map((path) => [path.toLowerCase(), path]));
  const bytesOf = (path: string): Uint8Array | undefined => parts.get(byLowerCase.get(path.toLowerCase()) ?? '');
  const text = (path: string): string | undefined => {
    const part = bytesOf(path);
    return part && decodeBytes(part);
  };
  const xml = (path: string): XmlElement | undefined => {
    const source = text(path);
    return source === undefined || source.trim() === '' ? undefined : parseXml(source);
  };
  const relationships = (path: string): ReadonlyMap<string, Relationship> => readRelationships(path, xml);
  const workbookPath = findWorkbook(relationships, (path) => byLowerCase.has(path.toLowerCase()));
  return { workbookPath, paths, bytes: bytesOf, text, xml, relationships };
}

interface Unpacked {
  readonly paths: readonly string[];
  readonly parts: ReadonlyMap<string, Uint8Array>;
}

function unpack(bytes: Uint8Array): Unpacked {
  if (bytes.length === 0) throw new WorkbookFileError('empty');
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0])) {
    throw new WorkbookFileError(containsUtf16(bytes, 'EncryptedPackage') ? 'encrypted' : 'not-a-workbook', 'compound file');
  }
  if (!startsWith(bytes, [0x50, 0x4b])) throw new WorkbookFileError('not-a-workbook', 'no zip archive');
  const paths: string[] = [];
  let total = 0;
  try {
    const files = unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        paths.push(partPath(name));
        if (!/\.(xml|rels)$|customProperty\d*\.bin$/i.test(name)) return false;
        total += originalSize;
        if (originalSize > MAX_PART_BYTES || total > MAX_TOTAL_BYTES) throw new WorkbookFileError('too-large', name);
        return true;
      },
    });
    return { paths, parts: new Map(Object.entries(files).map(([name, content]) => [partPath(name), content])) };
  } catch (error) {
    if (error instanceof WorkbookFileError) throw error;
    throw new WorkbookFileError('damaged', error instanceof Error ? error.message : '');
  }
}

const partPath = (name: string): string => name.replaceAll('\\', '/').replace(/^\/+/, '');

function findWorkbook(relationships: XlsxPackage['relationships'], has: (path: string) => boolean): string {
  const main = [...relationships('').values()].find(({ type }) => type === 'officeDocument');
  const path = main?.target ?? 'xl/workbook.xml';
  if (!has(path) || !path.toLowerCase().endsWith('.xml') || /^(word|ppt)\//i.test(path)) throw new WorkbookFileError('not-a-workbook', path);
  return path;
}

/** The relationships part of "xl/workbook.xml" is "xl/_rels/workbook.xml.rels", that of the package "_rels/.rels". */
export function relationshipsPath(path: string): string {
  const slash = path.lastIndexOf('/') + 1;
  return `${path.slice(0, slash)}_rels/${path.slice(slash)}.rels`;
}

function readRelationships(path: string, xml: (path: string) => XmlElement | undefined): ReadonlyMap<string, Relationship> {
  const folder = path.slice(0, path.lastIndexOf('/') + 1);
  const found = new Map<string, Relationship>();
  for (const { attributes } of xml(relationshipsPath(path))?.children ?? []) {
    const isExternal = attributes.TargetMode === 'External';
    const target = attributes.Target ?? '';
    const type = attributes.Type ?? '';
    found.set(attributes.Id ?? '', { type: type.slice(type.lastIndexOf('/') + 1), target: isExternal ? target : resolvePath(folder, target), isExternal });
  }
  return found;
}

function resolvePath(folder: string, target: string): string {
  const steps: string[] = [];
  const whole = target.startsWith('/') || target.startsWith('\\') ? target : folder + target;
  for (const step of whole.replaceAll('\\', '/').split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '' && step !== '.') steps.push(step);
  }
  return steps.join('/');
}

function decodeBytes(bytes: Uint8Array): string {
  if (startsWith(bytes, [0xff, 0xfe])) return new TextDecoder('utf-16le').decode(bytes);
  if (startsWith(bytes, [0xfe, 0xff])) return new TextDecoder('utf-16be').decode(bytes);
  return new TextDecoder().decode(bytes);
}

const startsWith = (bytes: Uint8Array, start: readonly number[]): boolean => start.every((byte, index) => bytes[index] === byte);

function containsUtf16(bytes: Uint8Array, word: string): boolean {
  // The directory of a compound file stands anywhere in it; its names are two bytes a letter.
  const sought = [...word].flatMap((letter) => [letter.charCodeAt(0), 0]);
  for (let at = bytes.indexOf(sought[0] ?? 0); at >= 0; at = bytes.indexOf(sought[0] ?? 0, at + 1)) {
    if (sought.every((byte, offset) => bytes[at + offset] === byte)) return true;
  }
  return false;
}

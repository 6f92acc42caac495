import { strToU8, zipSync } from 'fflate';
import { relationshipsPath } from './xlsxPackage';
import { escapeXml } from './xlsxXml';

/** The parts of a workbook file that is being written. */
export interface PartCollector {
  /** Adds a part; `contentType` is left out for parts that the package knows by their extension. */
  add(path: string, content: string | Uint8Array, contentType?: string): void;
  /** Says that `from` points at `target` (a path, or an address outside when isExternal) and gives the id to point with. "" is the package itself. */
  relate(from: string, type: string, target: string, isExternal?: boolean): string;
  /** A number for the next part of a kind: 1, 2, 3 … */
  number(kind: string): number;
  zip(): Uint8Array;
}

/** Namespaces of relationships and of the spreadsheet's own parts. */
export const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
export const SPREADSHEET = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** The content type of a part of a spreadsheet: "worksheet" → "application/vnd.….worksheet+xml". */
export const spreadsheetType = (kind: string): string => `application/vnd.openxmlformats-officedocument.spreadsheetml.${kind}+xml`;

/** An empty collector. */
export function partCollector(): PartCollector {
  const files: Record<string, Uint8Array> = {};
  const types: string[] = [];
  const relations = new Map<string, string[]>();
  const numbers = new Map<string, number>();
  return {
    add(path, content, contentType) {
      files[path] = typeof content === 'string' ? strToU8(HEAD + content) : content;
      if (contentType !== undefined) types.push(`<Override PartName="/${escapeXml(path)}" ContentType="${contentType}"/>`);
    },
    relate(from, type, target, isExternal = false) {
      const known = relations.get(from) ?? [];
      const id = `rId${known.length + 1}`;
      const address = isExternal ? target : `/${target}`;
      known.push(`<Relationship Id="${id}" Type="${type}" Target="${escapeXml(address)}"${isExternal ? ' TargetMode="External"' : ''}/>`);
      relations.set(from, known);
      return id;
    },
    number(kind) {
      const next = (numbers.get(kind) ?? 0) + 1;
      numbers.set(kind, next);
      return next;
    },
    zip() {
      const relationParts = [...relations].map(([path, items]) => [relationshipsPath(path), strToU8(`${HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${items.join('')}</Relationships>`)] as const);
      // Some readers look at the content types first, so that part leads.
      return zipSync({ '[Content_Types].xml': strToU8(HEAD + contentTypes(types)), ...Object.fromEntries(relationParts), ...files }, { level: 6 });
    },
  };
}

function contentTypes(overrides: readonly string[]): string {
  return (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">' +
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
    '<Default Extension="xml" ContentType="application/xml"/>' +
    '<Default Extension="vml" ContentType="application/vnd.openxmlformats-officedocument.vmlDrawing"/>' +
    '<Default Extension="bin" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.customProperty"/>' +
    `${overrides.join('')}</Types>`
  );
}

/** Attributes as text, without those that are undefined: { r: 'A1', s: undefined } → ' r="A1"'. True is written "1", false "0". */
export function attributes(values: Readonly<Record<string, string | number | boolean | undefined>>): string {
  return Object.entries(values)
    .map(([name, value]) => (value === undefined ? '' : ` ${name}="${typeof value === 'string' ? escapeXml(value) : Number(value)}"`))
    .join('');
}

import { WorkbookFileError } from './workbookFileError';

/** An element with local names only: the prefixes of OOXML parts are chosen freely by whoever wrote the file. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlElement[];
  /** The text directly inside the element. */
  readonly text: string;
}

export type XmlToken = 'open' | 'close' | 'text' | 'end';

/** A position that moves through XML text. `name`, `raw`, `isEmpty` and `text` tell about the token that `next` came to. */
export interface XmlCursor {
  next(): XmlToken;
  name: string;
  /** The attributes as written. */
  raw: string;
  /** True for `<a/>`, which has no closing token. */
  isEmpty: boolean;
  text: string;
}

/** Reads XML piece by piece; a sheet of a hundred thousand rows never becomes a tree. Throws WorkbookFileError 'damaged'. */
export function xmlCursor(source: string): XmlCursor {
  let position = source.charCodeAt(0) === 0xfeff ? 1 : 0;
  const cursor: XmlCursor = { next, name: '', raw: '', isEmpty: false, text: '' };

  function next(): XmlToken {
    while (position < source.length) {
      if (source.charCodeAt(position) !== 60) {
        const until = source.indexOf('<', position);
        const end = until < 0 ? source.length : until;
        cursor.text = decodeText(source.slice(position, end));
        position = end;
        return 'text';
      }
      const mark = source.charCodeAt(position + 1);
      if (mark === 63) skipPast('?>');
      else if (mark !== 33) return tag(mark === 47);
      else if (source.startsWith('<!--', position)) skipPast('-->');
      else if (source.startsWith('<![CDATA[', position)) {
        const start = position + 9;
        skipPast(']]>');
        cursor.text = source.slice(start, position - 3);
        return 'text';
      } else position = tagEnd(position) + 1;
    }
    return 'end';
  }

  function skipPast(mark: string): void {
    const found = source.indexOf(mark, position);
    if (found < 0) throw new WorkbookFileError('damaged', 'unfinished XML');
    position = found + mark.length;
  }

  function tagEnd(start: number): number {
    for (let at = start; at < source.length; at += 1) {
      const char = source.charCodeAt(at);
      if (char === 62) return at;
      if (char === 34 || char === 39) {
        at = source.indexOf(char === 34 ? '"' : "'", at + 1);
        if (at < 0) break;
      }
    }
    throw new WorkbookFileError('damaged', 'unfinished XML tag');
  }

  function tag(isClosing: boolean): XmlToken {
    const start = position + (isClosing ? 2 : 1);
    const end = tagEnd(start);
    cursor.isEmpty = source.charCodeAt(end - 1) === 47;
    const inside = cursor.isEmpty ? end - 1 : end;
    let stop = start;
    let nameStart = start;
    for (; stop < inside; stop += 1) {
      const char = source.charCodeAt(stop);
      if (char <= 32) break;
      if (char === 58) nameStart = stop + 1;
    }
    cursor.name = source.slice(nameStart, stop);
    cursor.raw = stop < inside ? source.slice(stop, inside) : '';
    position = end + 1;
    return isClosing ? 'close' : 'open';
  }

  return cursor;
}

const ATTRIBUTE = /([^\s=]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;

/** All attributes of a raw tag, by local name. */
export function xmlAttributes(raw: string): Record<string, string> {
  const attributes: Record<string, string> = {};
  for (const [, name = '', double, single] of raw.matchAll(ATTRIBUTE)) {
    if (name === 'xmlns' || name.startsWith('xmlns:')) continue;
    attributes[name.slice(name.indexOf(':') + 1)] = decodeEscapes(decodeText(double ?? single ?? ''));
  }
  return attributes;
}

/** One attribute of a raw tag; quicker than reading them all. */
export function xmlAttribute(raw: string, name: string): string | undefined {
  const start = raw.indexOf(` ${name}="`);
  if (start >= 0) {
    const from = start + name.length + 3;
    return decodeText(raw.slice(from, raw.indexOf('"', from)));
  }
  return raw.length > 0 && /'|\s=|=\s|[\t\r\n]/.test(raw) ? xmlAttributes(raw)[name] : undefined;
}

/** The element the cursor has just opened, with everything inside; the cursor ends behind it. */
export function readElement(cursor: XmlCursor): XmlElement {
  const { name, isEmpty } = cursor;
  const attributes = xmlAttributes(cursor.raw);
  const children: XmlElement[] = [];
  let text = '';
  for (let token = isEmpty ? 'close' : cursor.next(); token !== 'close'; token = cursor.next()) {
    if (token === 'open') children.push(readElement(cursor));
    else if (token === 'text') text += cursor.text;
    else throw new WorkbookFileError('damaged', `<${name}> never ends`);
  }
  return { name, attributes, children, text };
}

/** The root element of an XML part. Throws WorkbookFileError 'damaged' where there is none. */
export function parseXml(source: string): XmlElement {
  const cursor = xmlCursor(source);
  for (let token = cursor.next(); token !== 'end'; token = cursor.next()) {
    if (token === 'open') return readElement(cursor);
  }
  throw new WorkbookFileError('damaged', 'no XML element');
}

/** Moves the cursor behind the element it has just opened. */
export function skipElement(cursor: XmlCursor): void {
  let depth = cursor.isEmpty ? 0 : 1;
  while (depth > 0) {
    const token = cursor.next();
    if (token === 'end') throw new WorkbookFileError('damaged', 'unfinished XML');
    if (token === 'open' && !cursor.isEmpty) depth += 1;
    if (token === 'close') depth -= 1;
  }
}

/** The first child of that name. */
export const child = (element: XmlElement | undefined, name: string): XmlElement | undefined => element?.children.find((candidate) => candidate.name === name);

/** The children of that name, in order. */
export const childrenOf = (element: XmlElement | undefined, name: string): readonly XmlElement[] =>
  element?.children.filter((candidate) => candidate.name === name) ?? [];

/** Every element of that name below, in order of the text. */
export function descendants(element: XmlElement | undefined, name: string): readonly XmlElement[] {
  if (!element) return [];
  return element.children.flatMap((inner) => [...(inner.name === name ? [inner] : []), ...descendants(inner, name)]);
}

/** An OOXML boolean: "1", "true", "on"; `missing` where the attribute is left out. */
export function isOn(value: string | undefined, missing = false): boolean {
  return value === undefined ? missing : value === '1' || value === 'true' || value === 'on';
}

/** An element that stands alone for "on", such as <b/> or <b val="0"/>. */
export const isOnElement = (element: XmlElement | undefined): boolean => element !== undefined && isOn(element.attributes.val, true);

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function decodeText(text: string): string {
  const lines = text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
  if (!lines.includes('&')) return lines;
  return lines.replace(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(\w+));/gi, (whole, hex: string | undefined, decimal: string | undefined, name: string | undefined) => {
    if (name !== undefined) return ENTITIES[name] ?? whole;
    const code = hex === undefined ? Number(decimal) : parseInt(hex, 16);
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}

/** Undoes the escapes of OOXML strings: "_x000D_" is a carriage return, "_x005F_x000D_" the text "_x000D_". */
export function decodeEscapes(text: string): string {
  return text.includes('_x') ? text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16))) : text;
}

/** Text or attribute value for XML, with the escapes OOXML wants for characters XML cannot hold. */
export function escapeXml(text: string): string {
  return text
    .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
    // XML has no way to write these; OOXML spells them _xHHHH_. A lone surrogate would make the whole part unreadable.
    .replace(/[\u0000-\u0008\u000b-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, (char) => `_x${char.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`)
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;')
    .replace(/\n/g, '&#10;')
    .replace(/\t/g, '&#9;');
}

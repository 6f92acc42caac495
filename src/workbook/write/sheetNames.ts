import type { SheetGrid } from '../grid';
import { VERSION_PROPERTY } from './sheetProperty';
import type { OwnSheetKind } from './sheetSpec';
import { ownSheetKind } from './ownSheet';

const LONGEST = 31;

/** What each of our sheets is called when the name is free. */
const SHEET_TITLE: Readonly<Record<Exclude<OwnSheetKind, 'version'>, string>> = {
  avvikelseanalys: 'Avvikelseanalys',
  atgardsplan: 'Åtgärdsplan',
  handlingsplan: 'Handlingsplan',
  effektPerManad: 'Effekt per månad',
  nyckeltalR12: 'Nyckeltal R12',
  avstamning: 'Avstämning',
};

export interface ChosenName {
  readonly name: string;
  /** The sheet of ours that is written again; left out for a new sheet. */
  readonly existingId?: string;
  /** The name was taken by a sheet that is not ours: this name would have been used. */
  readonly wantedName?: string;
}

/**
 * The name for each sheet to write. A sheet of ours keeps the name it has now, whatever the user has called it; a name taken by
 * somebody else's sheet is left alone, and "VON" is added to ours.
 * @param sheets the workbook's sheets
 * @param kinds the sheets to write
 * @param version the version that a Version sheet shall hold
 * @example a workbook with the controller's own "Åtgärdsplan" gives "Åtgärdsplan VON"; with that taken too, "Åtgärdsplan VON 2"
 */
export function chooseSheetNames(
  sheets: readonly SheetGrid[],
  kinds: readonly OwnSheetKind[],
  version: string,
): ReadonlyMap<OwnSheetKind, ChosenName> {
  const taken = new Set(sheets.map((sheet) => sheet.name.toLowerCase()));
  const chosen = new Map<OwnSheetKind, ChosenName>();
  for (const kind of kinds) {
    const wanted = safeSheetName(kind === 'version' ? `Version ${version}` : SHEET_TITLE[kind]);
    const ours = sheets.filter((sheet) => isOurs(sheet, kind, version));
    const existing = ours.find((sheet) => sheet.name === wanted) ?? ours[0];
    const name = existing?.name ?? freeName(wanted, taken);
    taken.add(name.toLowerCase());
    chosen.set(kind, {
      name,
      ...(existing === undefined ? {} : { existingId: existing.id }),
      ...(existing === undefined && name !== wanted ? { wantedName: wanted } : {}),
    });
  }
  return chosen;
}

function isOurs(sheet: SheetGrid, kind: OwnSheetKind, version: string): boolean {
  if (ownSheetKind(sheet) !== kind) return false;
  return kind !== 'version' || sheet.properties.get(VERSION_PROPERTY) === version;
}

function freeName(wanted: string, taken: ReadonlySet<string>): string {
  if (!taken.has(wanted.toLowerCase())) return wanted;
  for (let number = 1; ; number += 1) {
    const ending = number === 1 ? ' VON' : ` VON ${number}`;
    const name = `${cutText(wanted, LONGEST - ending.length)}${ending}`;
    if (!taken.has(name.toLowerCase())) return name;
  }
}

/**
 * A text as a sheet name that every Excel takes: at most 31 characters, without [ ] : * ? / \ and control characters, without an
 * apostrophe at either end, not empty and not the reserved "History".
 * @example safeSheetName('Version T1/2025: utfall') // 'Version T1-2025- utfall'
 */
export function safeSheetName(text: string): string {
  const plain = [...text]
    .map((character) => ('[]:*?/\\'.includes(character) ? '-' : character))
    .filter((character) => isNameCharacter(character.codePointAt(0) ?? 0))
    .join('');
  const name = cutText(plain.replace(/\s+/g, ' ').trim().replace(/^'+/, ''), LONGEST).replace(/[' ]+$/, '');
  if (name === '') return 'Blad VON';
  return /^(history|historik)$/i.test(name) ? `${name} VON` : name;
}

/** Line feeds and tabs are kept here and become spaces; direction marks would hide what the name is. */
function isNameCharacter(code: number): boolean {
  if (code < 0x20) return code === 0x09 || code === 0x0a || code === 0x0d;
  if (code >= 0xd800 && code <= 0xdfff) return false;
  return code !== 0x7f && !(code >= 0x200e && code <= 0x200f) && !(code >= 0x202a && code <= 0x202e) && !(code >= 0x2066 && code <= 0x2069) && code < 0xfffe;
}

function cutText(text: string, length: number): string {
  let cut = '';
  for (const character of text) {
    if (cut.length + character.length > length) break;
    cut += character;
  }
  return cut.trimEnd();
}

import { areaAddress, cellAddress } from '../../workbook/address';
import type { FileContent, FileSheet } from './fileContent';
import { writeDrawing } from './xlsxChartWrite';
import { writeComments } from './xlsxCommentsWrite';
import { conditionalsXml } from './xlsxConditionalsWrite';
import { formulaToFile } from './xlsxFormulasWrite';
import { attributes, OFFICE, SPREADSHEET, spreadsheetType, type PartCollector } from './xlsxParts';
import { isFitted, printXml } from './xlsxPrintWrite';
import { rowHeights } from './xlsxRowHeights';
import { STANDARD_WIDTH } from './xlsxSheetRead';
import { sheetDataXml, type CellRegisters } from './xlsxSheetDataWrite';
import { argb, type StyleRegister } from './xlsxStylesWrite';
import { writeTables } from './xlsxTablesWrite';
import { escapeXml } from './xlsxXml';

export interface SheetWriting {
  readonly parts: PartCollector;
  readonly styles: StyleRegister;
  readonly registers: CellRegisters;
  readonly number: number;
  readonly isActive: boolean;
  readonly defaultFont: FileContent['defaultFont'];
}

/**
 * Adds the part of a sheet and the parts it needs; gives the path.
 * The elements stand in the order of the standard (CT_Worksheet): Excel calls a file with another order damaged.
 */
export function writeSheet(sheet: FileSheet, { parts, styles, registers, number, isActive, defaultFont }: SheetWriting): string {
  const path = `xl/worksheets/sheet${number}.xml`;
  const relate = (type: string, target: string, isExternal = false): string => parts.relate(path, type, target, isExternal);
  const styleIds = sheet.styles.map((style) => styles.cell(style));
  const conditionals = conditionalsXml(sheet.conditionals, number, styles);
  const comments = writeComments(parts, path, sheet.comments);
  const drawing = writeDrawing(parts, path, sheet.charts);
  const xml = [
    `<worksheet xmlns="${SPREADSHEET}" xmlns:r="${OFFICE}">`,
    sheetProperties(sheet),
    dimension(sheet),
    views(sheet, isActive),
    formatProperties(sheet),
    columnsXml(sheet, styleIds),
    sheetDataXml(sheet, styleIds, rowHeights(sheet, defaultFont), registers),
    sheet.isProtected ? '<sheetProtection sheet="1" objects="1" scenarios="1"/>' : '',
    sheet.autoFilter === undefined ? '' : `<autoFilter${attributes({ ref: sheet.autoFilter })}/>`,
    counted('mergeCells', sheet.merges.map((ref) => `<mergeCell${attributes({ ref })}/>`)),
    conditionals.rules,
    counted('dataValidations', sheet.validations.flatMap(validationXml)),
    linksXml(sheet.links, relate),
    printXml(sheet.print),
    propertiesXml(sheet.properties, parts, relate),
    drawing === null ? '' : `<drawing r:id="${drawing}"/>`,
    comments === null ? '' : `<legacyDrawing r:id="${comments}"/>`,
    counted('tableParts', writeTables(parts, path, sheet).map((id) => `<tablePart r:id="${id}"/>`)),
    conditionals.extension && `<extLst>${conditionals.extension}</extLst>`,
    '</worksheet>',
  ];
  parts.add(path, xml.join(''), spreadsheetType('worksheet'));
  return path;
}

const counted = (name: string, items: readonly string[]): string => (items.length === 0 ? '' : `<${name} count="${items.length}">${items.join('')}</${name}>`);

function sheetProperties({ tabColor, print, summaryAbove, summaryLeft }: FileSheet): string {
  const outline = attributes({ summaryBelow: summaryAbove ? false : undefined, summaryRight: summaryLeft ? false : undefined });
  const inside = (tabColor === undefined ? '' : `<tabColor rgb="${argb(tabColor)}"/>`) + (outline && `<outlinePr${outline}/>`) + (isFitted(print) ? '<pageSetUpPr fitToPage="1"/>' : '');
  return inside && `<sheetPr>${inside}</sheetPr>`;
}

function dimension({ cells }: FileSheet): string {
  let area = { top: Infinity, left: Infinity, bottom: 0, right: 0 };
  for (const { row, column } of cells) {
    if (row < area.top || row > area.bottom || column < area.left || column > area.right) {
      area = { top: Math.min(area.top, row), left: Math.min(area.left, column), bottom: Math.max(area.bottom, row), right: Math.max(area.right, column) };
    }
  }
  return `<dimension ref="${cells.length === 0 ? 'A1' : areaAddress(area)}"/>`;
}

function views({ frozen, showGridlines, zoom }: FileSheet, isActive: boolean): string {
  const { rows, columns } = frozen;
  const pane = rows > 0 && columns > 0 ? 'bottomRight' : rows > 0 ? 'bottomLeft' : 'topRight';
  const frozenPane =
    rows > 0 || columns > 0
      ? `<pane${attributes({ xSplit: columns || undefined, ySplit: rows || undefined, topLeftCell: cellAddress(rows, columns), activePane: pane, state: 'frozen' })}/><selection pane="${pane}"/>`
      : '';
  const view = attributes({ showGridLines: showGridlines ? undefined : false, tabSelected: isActive || undefined, zoomScale: zoom, zoomScaleNormal: zoom, workbookViewId: 0 });
  return `<sheetViews><sheetView${view}${frozenPane ? `>${frozenPane}</sheetView>` : '/>'}</sheetViews>`;
}

function formatProperties({ rows, columns, defaultWidth }: FileSheet): string {
  const deepest = (levels: Iterable<{ readonly level?: number }>): number | undefined => {
    let level = 0;
    for (const one of levels) level = Math.max(level, one.level ?? 0);
    return level > 0 ? level : undefined;
  };
  return `<sheetFormatPr${attributes({ defaultColWidth: defaultWidth, defaultRowHeight: 15, outlineLevelRow: deepest(rows.values()), outlineLevelCol: deepest(columns.values()) })}/>`;
}

/** Neighbours that look the same share one element, so that "hide the rest" stays one element. */
function columnsXml({ columns, defaultWidth }: FileSheet, styleIds: readonly number[]): string {
  const items: string[] = [];
  let open: { readonly first: number; last: number; readonly look: string } | null = null;
  const close = (): void => {
    if (open) items.push(`<col min="${open.first + 1}" max="${open.last + 1}"${open.look}/>`);
  };
  for (const [index, { width, hidden, level, collapsed, style }] of [...columns].sort(([one], [other]) => one - other)) {
    const look = attributes({
      width: width ?? defaultWidth ?? STANDARD_WIDTH,
      style: style === undefined ? undefined : styleIds[style],
      customWidth: width === undefined ? undefined : true,
      hidden,
      outlineLevel: level,
      collapsed,
    });
    if (open && open.last === index - 1 && open.look === look) open.last = index;
    else {
      close();
      open = { first: index, last: index, look };
    }
  }
  close();
  return items.length === 0 ? '' : `<cols>${items.join('')}</cols>`;
}

/** Excel calls a file damaged whose list, title or message is longer than this. */
const LONGEST_LIST = 255;
const LONGEST_TITLE = 32;
const LONGEST_MESSAGE = 255;

function validationXml({ range, type, operator, formula1, formula2, list, message, title }: FileSheet['validations'][number]): readonly string[] {
  if (list && list.join(',').length > LONGEST_LIST) return [];
  const first = list ? `"${list.join(',').replaceAll('"', '""')}"` : formula1;
  const look = attributes({ type, operator, allowBlank: true, showInputMessage: true, showErrorMessage: true, promptTitle: title?.slice(0, LONGEST_TITLE), prompt: message?.slice(0, LONGEST_MESSAGE), sqref: range });
  const formula = (name: string, text: string | undefined): string => (text === undefined ? '' : `<${name}>${escapeXml(formulaToFile(text) ?? '""')}</${name}>`);
  return [`<dataValidation${look}>${formula('formula1', first)}${formula('formula2', formula2)}</dataValidation>`];
}

function linksXml(links: FileSheet['links'], relate: (type: string, target: string, isExternal: boolean) => string): string {
  const items = links.map(({ cell, reference, address, tip }) => {
    const id = address === undefined ? undefined : relate(`${OFFICE}/hyperlink`, address, true);
    return `<hyperlink${attributes({ ref: cell, 'r:id': id, location: reference, tooltip: tip })}/>`;
  });
  return items.length === 0 ? '' : `<hyperlinks>${items.join('')}</hyperlinks>`;
}

function propertiesXml(properties: FileSheet['properties'], parts: PartCollector, relate: (type: string, target: string) => string): string {
  const items = Object.entries(properties).map(([name, value]) => {
    const path = `xl/customProperty${parts.number('customProperty')}.bin`;
    parts.add(path, utf16(value));
    return `<customPr${attributes({ name, 'r:id': relate(`${OFFICE}/customProperty`, path) })}/>`;
  });
  return items.length === 0 ? '' : `<customProperties>${items.join('')}</customProperties>`;
}

/** Two bytes a letter, low byte first, as Excel keeps the values of custom properties. */
function utf16(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length * 2);
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    bytes[index * 2] = code & 0xff;
    bytes[index * 2 + 1] = code >> 8;
  }
  return bytes;
}


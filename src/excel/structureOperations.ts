import { areaAddress, cellAddress, columnLetters } from '../workbook/address';
import type { Area } from '../workbook/address';
import type { SheetSpec, SpecConditional } from '../workbook/write/sheetSpec';
import { textInput } from './cellInput';
import { changeConditionals } from './changeConditionals';
import { chartOperation } from './chartOperation';
import { operation } from './sheetOperation';
import type { SheetOperation } from './sheetOperation';
import { missingFrom, NO_STRUCTURE } from './sheetStructure';
import type { SheetStructure } from './sheetStructure';

export interface StructureChange {
  /** Before the cells are written: takes away what no longer holds, and links (which would write over a cell's text). */
  readonly before: readonly SheetOperation[];
  readonly after: readonly SheetOperation[];
  /** Cannot be tried twice, so they come last of all. */
  readonly last: readonly SheetOperation[];
}

/**
 * From one structure to another. What both have is left as it is, so that a chart that the user has moved stays where it is.
 * @param isRepair some of `to` may already be there (an earlier attempt was cut off), so it is taken away first
 */
export function changeStructure(from: SheetStructure | null, to: SheetStructure, isRepair = false): StructureChange {
  const old = from ?? NO_STRUCTURE;
  const gone = <T>(list: (structure: SheetStructure) => readonly T[]): readonly T[] => [...missingFrom(list(old), list(to)), ...(isRepair ? missingFrom(list(to), list(old)) : [])];
  const fresh = <T>(list: (structure: SheetStructure) => readonly T[]): readonly T[] => missingFrom(list(to), list(old));
  const conditionals = changeConditionals(old.conditionals, to.conditionals, isRepair);
  return {
    before: [
      ...gone((structure) => structure.charts).map((chart) => operation((sheet) => sheet.charts.getItemOrNullObject(chart.name).delete(), 2)),
      ...conditionals.cleared.map((area) => operation((sheet) => sheet.getRange(areaAddress(area)).conditionalFormats.clearAll(), 3)),
      ...gone((structure) => structure.validations).map(({ area }) => operation((sheet) => sheet.getRange(areaAddress(area)).dataValidation.clear(), 3)),
      ...gone((structure) => structure.links).map(({ row, column }) => operation((sheet) => sheet.getRange(cellAddress(row, column)).clear('Hyperlinks'), 2)),
      ...fresh((structure) => structure.links).map(linkOperation),
    ],
    after: [
      ...conditionals.added.map(conditionalOperation),
      ...fresh((structure) => structure.validations).map(validationOperation),
      ...fresh((structure) => structure.charts).map(chartOperation),
      ...(isSame(old.frozen, to.frozen) && !isRepair ? [] : [freezeOperation(to.frozen)]),
      ...(to === NO_STRUCTURE || (isSame(old.print, to.print) && !isRepair) ? [] : [printOperation(to.print)]),
      ...(old.tabColor === to.tabColor && !isRepair ? [] : [operation((sheet) => void (sheet.tabColor = to.tabColor ?? ''))]),
    ],
    // Groups are folded when the sheet is new. They follow their columns by themselves, and how far they are open is the user's.
    last: old.columnGroups.length > 0 && to.columnGroups.length > 0 ? [] : [...old.columnGroups.map((group) => ungroupOperation(group)), ...to.columnGroups.map((group) => groupOperation(group))],
  };
}

function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

function linkOperation(link: SheetSpec['links'][number]): SheetOperation {
  const hyperlink = { documentReference: link.reference, textToDisplay: 'Länk' };
  return operation((sheet) => {
    const range = sheet.getRange(cellAddress(link.row, link.column));
    range.hyperlink = hyperlink;
    range.values = [[textInput(link.text)]];
  }, 3, [hyperlink, link.text]);
}

function conditionalOperation(conditional: SpecConditional): SheetOperation {
  return operation((sheet) => {
    const formats = sheet.getRange(areaAddress(conditional.area)).conditionalFormats;
    if (conditional.type === 'dataBar') {
      const { dataBar } = formats.add('DataBar');
      dataBar.lowerBoundRule = { type: 'Number', formula: String(conditional.minimum) };
      dataBar.upperBoundRule = { type: 'Number', formula: String(conditional.maximum) };
      dataBar.positiveFormat.fillColor = conditional.positive;
      dataBar.positiveFormat.gradientFill = false;
      dataBar.negativeFormat.fillColor = conditional.negative;
      dataBar.negativeFormat.matchPositiveFillColor = false;
      return;
    }
    const { custom } = formats.add('Custom');
    custom.rule.formula = conditional.formula;
    if (conditional.color !== undefined) custom.format.font.color = conditional.color;
    if (conditional.bold !== undefined) custom.format.font.bold = conditional.bold;
    if (conditional.fill !== undefined) custom.format.fill.color = conditional.fill;
  }, 12, conditional);
}

function validationOperation({ area, list }: SheetSpec['validations'][number]): SheetOperation {
  // A comma parts the choices of a list, so a choice cannot hold one.
  const source = list.filter((choice) => !choice.includes(',')).join(',');
  return operation((sheet) => void (sheet.getRange(areaAddress(area)).dataValidation.rule = { list: { inCellDropDown: true, source } }), 3, source);
}

function freezeOperation(frozen: SheetStructure['frozen']): SheetOperation {
  return operation((sheet) => {
    if (frozen.rows > 0 && frozen.columns > 0) sheet.freezePanes.freezeAt(sheet.getRangeByIndexes(0, 0, frozen.rows, frozen.columns));
    else if (frozen.rows > 0) sheet.freezePanes.freezeRows(frozen.rows);
    else if (frozen.columns > 0) sheet.freezePanes.freezeColumns(frozen.columns);
    else sheet.freezePanes.unfreeze();
  }, 3);
}

function printOperation(print: SheetStructure['print']): SheetOperation {
  const [firstTitle, lastTitle] = print.titleRows;
  return operation((sheet) => {
    const layout = sheet.pageLayout;
    layout.orientation = print.orientation === 'landscape' ? 'Landscape' : 'Portrait';
    layout.paperSize = 'A4';
    layout.zoom = { horizontalFitToPages: 1, verticalFitToPages: 0 };
    layout.setPrintArea(areaAddress(print.area));
    layout.setPrintTitleRows(`$${firstTitle + 1}:$${lastTitle + 1}`);
    const pages = layout.headersFooters.defaultForAllPages;
    pages.leftFooter = print.footerLeft;
    pages.centerFooter = print.footerCenter;
    pages.rightFooter = print.footerRight;
    sheet.horizontalPageBreaks.removePageBreaks();
    for (const row of print.breaksAbove) sheet.horizontalPageBreaks.add(cellAddress(row, 0));
  }, 14 + print.breaksAbove.length, print);
}

function columns(area: Pick<Area, 'left' | 'right'>): string {
  return `${columnLetters(area.left)}:${columnLetters(area.right)}`;
}

function groupOperation({ first, last, collapsed }: SheetSpec['columnGroups'][number]): SheetOperation {
  return operation((sheet) => {
    const range = sheet.getRange(columns({ left: first, right: last }));
    range.group('ByColumns');
    if (collapsed) range.hideGroupDetails('ByColumns');
  }, 3);
}

function ungroupOperation({ first, last }: SheetSpec['columnGroups'][number]): SheetOperation {
  return operation((sheet) => {
    const range = sheet.getRange(columns({ left: first, right: last }));
    range.showGroupDetails('ByColumns');
    range.ungroup('ByColumns');
  }, 3);
}

import { areaAddress, parseArea } from '../../workbook/address';
import type { FileCell, FileSheet } from './fileContent';
import { MAX_COLUMN } from './sheetLimits';
import { readCells, saysSomething, type CellContext } from './xlsxCells';
import { readConditionals, type ConditionalContext } from './xlsxConditionalsRead';
import { formulaFromFile } from './xlsxFormulas';
import type { Relationship, XlsxPackage } from './xlsxPackage';
import { readPrint } from './xlsxPrintRead';
import { readSheetParts } from './xlsxSheetPartsRead';
import { compact } from './xlsxStyles';
import { WorkbookFileError } from './workbookFileError';
import { child, childrenOf, descendants, isOn, readElement, xmlCursor, type XmlElement } from './xlsxXml';

/** What the workbook says about a sheet, and lends to its reading. */
export interface SheetContext extends CellContext, ConditionalContext {
  readonly name: string;
  readonly visibility: FileSheet['visibility'];
  readonly printArea: string | undefined;
  readonly printTitles: string | undefined;
  /** Author names of threaded comments, by the id of the person. */
  readonly persons: ReadonlyMap<string, string>;
}

export interface ReadSheet {
  readonly sheet: FileSheet;
  readonly dropped: readonly string[];
}

type Column = FileSheet['columns'] extends ReadonlyMap<number, infer C> ? C : never;

/** The width Excel gives a column in Calibri 11 where nothing is said. */
export const STANDARD_WIDTH = 9.140625;

/** Reads one worksheet part. Throws WorkbookFileError 'damaged' or 'too-large'. */
export function readSheet(file: XlsxPackage, path: string, context: SheetContext): ReadSheet {
  const { cells, rows, elements } = readElements(file.text(path) ?? '', context);
  const all = (name: string): readonly XmlElement[] => elements.get(name) ?? [];
  const first = (name: string): XmlElement | undefined => all(name)[0];
  const relationships = file.relationships(path);
  const view = child(first('sheetViews'), 'sheetView');
  const pane = child(view, 'pane');
  const isFrozen = pane?.attributes.state === 'frozen' || pane?.attributes.state === 'frozenSplit';
  const { conditionals, hasOthers } = readConditionals(all('conditionalFormatting'), first('extLst'), context);
  const parts = readSheetParts(file, relationships, elements, context);
  const outline = child(first('sheetPr'), 'outlinePr')?.attributes;
  const zoom = Number(view?.attributes.zoomScale ?? 100);
  const defaultWidth = first('sheetFormatPr')?.attributes.defaultColWidth;
  const sheet: FileSheet = {
    name: context.name,
    visibility: context.visibility,
    cells,
    styles: context.styles,
    merges: childrenOf(first('mergeCells'), 'mergeCell').flatMap(({ attributes }) => mergedArea(attributes.ref)),
    columns: readColumns(first('cols'), Number(defaultWidth ?? STANDARD_WIDTH), context.styles),
    rows,
    frozen: isFrozen ? { rows: Number(pane.attributes.ySplit ?? 0), columns: Number(pane.attributes.xSplit ?? 0) } : { rows: 0, columns: 0 },
    showGridlines: isOn(view?.attributes.showGridLines, true),
    isProtected: isOn(first('sheetProtection')?.attributes.sheet),
    print: readPrint(elements, context.printArea, context.printTitles),
    tables: parts.tables,
    conditionals,
    validations: [...readValidations(childrenOf(first('dataValidations'), 'dataValidation')), ...readValidations(descendants(first('extLst'), 'dataValidation'))],
    comments: parts.comments,
    links: readLinks(first('hyperlinks'), relationships),
    properties: parts.properties,
    charts: parts.charts,
    ...compact({
      tabColor: context.color(child(first('sheetPr'), 'tabColor')),
      autoFilter: first('autoFilter')?.attributes.ref,
      summaryAbove: isOn(outline?.summaryBelow, true) ? undefined : true,
      summaryLeft: isOn(outline?.summaryRight, true) ? undefined : true,
      zoom: zoom === 100 ? undefined : zoom,
      defaultWidth: defaultWidth === undefined ? undefined : Number(defaultWidth),
    }),
  };
  return { sheet, dropped: [...(hasOthers ? ['färgskalor, ikoner och andra villkorsformat'] : []), ...parts.dropped] };
}

interface Elements {
  readonly cells: readonly FileCell[];
  readonly rows: FileSheet['rows'];
  readonly elements: ReadonlyMap<string, readonly XmlElement[]>;
}

/** The cells are read as they pass by; everything else of a sheet is small and becomes a tree. */
function readElements(source: string, context: SheetContext): Elements {
  const cursor = xmlCursor(source);
  const elements = new Map<string, XmlElement[]>();
  let found: Pick<Elements, 'cells' | 'rows'> = { cells: [], rows: new Map() };
  let hasRoot = false;
  for (let token = cursor.next(); token !== 'end'; token = cursor.next()) {
    if (token !== 'open') continue;
    if (!hasRoot) {
      if (cursor.name !== 'worksheet') throw new WorkbookFileError('damaged', `sheet part begins with <${cursor.name}>`);
      hasRoot = true;
    } else if (cursor.name === 'sheetData') found = readCells(cursor, context);
    else {
      const element = readElement(cursor);
      elements.set(element.name, [...(elements.get(element.name) ?? []), element]);
    }
  }
  if (!hasRoot) throw new WorkbookFileError('damaged', 'empty sheet part');
  return { ...found, elements };
}

function mergedArea(reference: string | undefined): readonly string[] {
  const area = parseArea(reference ?? '');
  return area && (area.top !== area.bottom || area.left !== area.right) ? [areaAddress(area)] : [];
}

function readColumns(columns: XmlElement | undefined, defaultWidth: number, styles: FileSheet['styles']): FileSheet['columns'] {
  const found = new Map<number, Column>();
  for (const { attributes } of childrenOf(columns, 'col')) {
    const level = Number(attributes.outlineLevel ?? 0);
    const width = attributes.width === undefined ? undefined : Number(attributes.width);
    const column: Column = compact({
      width: width === defaultWidth && !isOn(attributes.customWidth) ? undefined : width,
      hidden: isOn(attributes.hidden) || undefined,
      level: level > 0 ? level : undefined,
      collapsed: isOn(attributes.collapsed) || undefined,
      style: saysSomething(styles[Number(attributes.style ?? 0)]) ? Number(attributes.style ?? 0) : undefined,
    });
    const last = Math.min(Number(attributes.max), MAX_COLUMN + 1);
    for (let number = Number(attributes.min); number <= last; number += 1) found.set(number - 1, column);
  }
  return found;
}

/** Rules that look at another sheet stand among the extensions, with range and formulas in elements of their own. */
function readValidations(validations: readonly XmlElement[]): FileSheet['validations'] {
  return validations.map((validation) => {
    const { sqref = child(validation, 'sqref')?.text ?? '', type = 'none', operator, prompt, promptTitle } = validation.attributes;
    const [formula1, formula2] = ['formula1', 'formula2'].map((name) => {
      const formula = child(validation, name);
      return child(formula, 'f')?.text ?? formula?.text;
    });
    const isTyped = type === 'list' && formula1 !== undefined && /^".*"$/s.test(formula1);
    return {
      range: sqref,
      type,
      ...compact({
        operator,
        formula1: formula1 === undefined || isTyped ? undefined : formulaFromFile(formula1),
        formula2: formula2 === undefined ? undefined : formulaFromFile(formula2),
        list: isTyped ? formula1.slice(1, -1).replaceAll('""', '"').split(',') : undefined,
        message: prompt,
        title: promptTitle,
      }),
    };
  });
}

function readLinks(links: XmlElement | undefined, relationships: ReadonlyMap<string, Relationship>): FileSheet['links'] {
  return childrenOf(links, 'hyperlink').map(({ attributes }) => ({
    cell: attributes.ref ?? '',
    ...compact({ reference: attributes.location, address: relationships.get(attributes.id ?? '')?.target, tip: attributes.tooltip }),
  }));
}

import type { FileContent } from './fileContent';
import { writePersons } from './xlsxCommentsWrite';
import { formulaToFile } from './xlsxFormulasWrite';
import { attributes, OFFICE, partCollector, SPREADSHEET, spreadsheetType, type PartCollector } from './xlsxParts';
import { printAreaFormula, printTitlesFormula } from './xlsxPrintWrite';
import { settingsPropertiesXml, settingsXml } from './xlsxSettings';
import { writeSheet } from './xlsxSheetWrite';
import { styleRegister } from './xlsxStylesWrite';
import { escapeXml } from './xlsxXml';

const WORKBOOK = 'xl/workbook.xml';
const SETTINGS = 'customXml/item1.xml';
const SETTINGS_PROPERTIES = 'customXml/itemProps1.xml';

/**
 * Writes an .xlsx file that Excel and LibreOffice open, with everything FileContent holds. Formulas carry their results, so the file
 * reads right before anything is computed. A formula or rule that refers to another workbook keeps its value only.
 *
 * Throws RangeError where there is no sheet to write.
 *
 * @example await writeFile('kopia.xlsx', await writeXlsxFile(await readXlsxFile(await readFile('uppfoljning.xlsx'))));
 */
export function writeXlsxFile(content: FileContent): Promise<Uint8Array> {
  return Promise.resolve().then(() => writeContent(content));
}

function writeContent(content: FileContent): Uint8Array {
  if (content.sheets.length === 0) throw new RangeError('A workbook needs at least one sheet');
  const parts = partCollector();
  const styles = styleRegister(content.defaultFont);
  const strings = new Map<string, number>();
  let hasSpills = false;
  const registers = {
    stringId: (text: string): number => {
      const id = strings.get(text) ?? strings.size;
      strings.set(text, id);
      return id;
    },
    onSpill: (): void => {
      hasSpills = true;
    },
  };
  parts.relate('', `${OFFICE}/officeDocument`, WORKBOOK);
  const active = activeSheet(content);
  const sheetIds = content.sheets.map((sheet, index) => {
    const path = writeSheet(sheet, { parts, styles, registers, number: index + 1, isActive: index === active, defaultFont: content.defaultFont });
    return parts.relate(WORKBOOK, `${OFFICE}/worksheet`, path);
  });
  addToWorkbook(parts, 'styles', 'xl/styles.xml', styles.xml());
  if (strings.size > 0) addToWorkbook(parts, 'sharedStrings', 'xl/sharedStrings.xml', sharedStringsXml([...strings.keys()]));
  if (hasSpills) addToWorkbook(parts, 'sheetMetadata', 'xl/metadata.xml', METADATA);
  writePersons(parts, WORKBOOK, content.sheets);
  if (Object.keys(content.settings).length > 0) {
    parts.add(SETTINGS, settingsXml(content.settings));
    parts.relate(WORKBOOK, `${OFFICE}/customXml`, SETTINGS);
    parts.add(SETTINGS_PROPERTIES, settingsPropertiesXml, 'application/vnd.openxmlformats-officedocument.customXmlProperties+xml');
    parts.relate(SETTINGS, `${OFFICE}/customXmlProps`, SETTINGS_PROPERTIES);
  }
  parts.add(WORKBOOK, workbookXml(content, sheetIds, active), spreadsheetType('sheet.main'));
  return parts.zip();
}

function addToWorkbook(parts: PartCollector, kind: 'styles' | 'sharedStrings' | 'sheetMetadata', path: string, xml: string): void {
  parts.add(path, xml, spreadsheetType(kind));
  parts.relate(WORKBOOK, `${OFFICE}/${kind}`, path);
}

/** Excel refuses a workbook that opens on a hidden sheet. */
function activeSheet({ sheets, activeSheet: wanted }: FileContent): number {
  return sheets[wanted]?.visibility === 'visible' ? wanted : Math.max(0, sheets.findIndex(({ visibility }) => visibility === 'visible'));
}

function workbookXml(content: FileContent, sheetIds: readonly string[], active: number): string {
  const sheets = content.sheets.map(({ name, visibility }, index) => {
    const state = visibility === 'visible' || index === active ? undefined : visibility;
    return `<sheet${attributes({ name, sheetId: index + 1, state, 'r:id': sheetIds[index] })}/>`;
  });
  const names = namesXml(content);
  return (
    `<workbook xmlns="${SPREADSHEET}" xmlns:r="${OFFICE}"><workbookPr${attributes({ date1904: content.date1904 || undefined })}/>` +
    (content.isStructureProtected ? '<workbookProtection lockStructure="1"/>' : '') +
    `<bookViews><workbookView xWindow="0" yWindow="0" windowWidth="28800" windowHeight="15000"${attributes({ activeTab: active })}/></bookViews>` +
    `<sheets>${sheets.join('')}</sheets>${names === '' ? '' : `<definedNames>${names}</definedNames>`}<calcPr calcId="191029"/></workbook>`
  );
}

function namesXml({ names, sheets }: FileContent): string {
  const item = (name: string, formula: string | null | undefined, sheet?: number, hidden?: boolean): string =>
    formula === null || formula === undefined ? '' : `<definedName${attributes({ name, localSheetId: sheet, hidden: hidden || undefined })}>${escapeXml(formula)}</definedName>`;
  const user = names.map(({ name, formula, scope, hidden }) => {
    const sheet = scope === undefined ? undefined : sheets.findIndex((one) => one.name === scope);
    return sheet === -1 ? '' : item(name, formulaToFile(formula), sheet, hidden);
  });
  const own = sheets.flatMap(({ name, print, autoFilter }, index) => [
    item('_xlnm._FilterDatabase', autoFilter === undefined ? undefined : printAreaFormula(name, autoFilter), index, true),
    item('_xlnm.Print_Area', print.area === undefined ? undefined : printAreaFormula(name, print.area), index),
    item('_xlnm.Print_Titles', printTitlesFormula(name, print), index),
  ]);
  return [...own, ...user].join('');
}

function sharedStringsXml(strings: readonly string[]): string {
  const items = strings.map((text) => `<si><t${/^\s|\s$|\n/.test(text) ? ' xml:space="preserve"' : ''}>${escapeXml(text)}</t></si>`);
  return `<sst xmlns="${SPREADSHEET}" uniqueCount="${strings.length}">${items.join('')}</sst>`;
}

/** What cm="1" on a cell means: its formula is a dynamic array. */
const METADATA =
  `<metadata xmlns="${SPREADSHEET}" xmlns:xda="http://schemas.microsoft.com/office/spreadsheetml/2017/dynamicarray">` +
  '<metadataTypes count="1"><metadataType name="XLDAPR" minSupportedVersion="120000" copy="1" pasteAll="1" pasteValues="1" merge="1" splitFirst="1" rowColShift="1" clearFormats="1" clearComments="1" assign="1" coerce="1" cellMeta="1"/></metadataTypes>' +
  '<futureMetadata name="XLDAPR" count="1"><bk><extLst><ext uri="{bdbb8cdc-fa1e-496e-a857-3c3f30c029c3}"><xda:dynamicArrayProperties fDynamic="1" fCollapsed="0"/></ext></extLst></bk></futureMetadata>' +
  '<cellMetadata count="1"><bk><rc t="1" v="0"/></bk></cellMetadata></metadata>';

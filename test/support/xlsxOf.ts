import { strToU8, zipSync } from 'fflate';

const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** The parts of a small workbook written by hand; every part can be replaced or, with null, left out. */
export interface HandmadeParts {
  /** Inside of sheetData. */
  readonly rows?: string;
  /** Elements before and behind sheetData. */
  readonly before?: string;
  readonly behind?: string;
  readonly sharedStrings?: readonly string[];
  readonly styles?: string;
  readonly theme?: string;
  readonly workbook?: string;
  readonly others?: Readonly<Record<string, string | null>>;
}

/** The bytes of a workbook with one sheet "Blad1", for tests that look at how a file is read. */
export function xlsxOf({ rows = '', before = '', behind = '', sharedStrings = [], styles = '<styleSheet/>', theme, workbook = WORKBOOK, others = {} }: HandmadeParts): Uint8Array {
  const relationship = (id: string, type: string, target: string): string => `<Relationship Id="${id}" Type="${OFFICE}/${type}" Target="${target}"/>`;
  const parts: Record<string, string | null> = {
    '[Content_Types].xml': '<Types/>',
    '_rels/.rels': `<Relationships>${relationship('rId1', 'officeDocument', 'xl/workbook.xml')}</Relationships>`,
    'xl/workbook.xml': workbook,
    'xl/_rels/workbook.xml.rels': `<Relationships>${relationship('rId1', 'worksheet', 'worksheets/sheet1.xml')}${relationship('rId2', 'sharedStrings', 'sharedStrings.xml')}${relationship('rId3', 'styles', 'styles.xml')}${relationship('rId4', 'theme', 'theme/theme1.xml')}</Relationships>`,
    'xl/sharedStrings.xml': `<sst>${sharedStrings.join('')}</sst>`,
    'xl/styles.xml': styles,
    'xl/theme/theme1.xml': theme ?? null,
    'xl/worksheets/sheet1.xml': `<worksheet>${before}<sheetData>${rows}</sheetData>${behind}</worksheet>`,
    ...others,
  };
  return zipSync(Object.fromEntries(Object.entries(parts).flatMap(([path, text]) => (text === null ? [] : [[path, strToU8(text)]]))));
}

const WORKBOOK = '<workbook><sheets><sheet name="Blad1" sheetId="1" r:id="rId1"/></sheets></workbook>';

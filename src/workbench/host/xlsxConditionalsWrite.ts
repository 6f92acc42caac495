import type { FileConditional } from './fileContent';
import { formulaToFile } from './xlsxFormulasWrite';
import { xlsxGuid } from './xlsxGuid';
import { attributes } from './xlsxParts';
import { argb, type StyleRegister } from './xlsxStylesWrite';
import { escapeXml } from './xlsxXml';

export interface ConditionalsXml {
  /** The conditionalFormatting elements. */
  readonly rules: string;
  /** The ext element for the sheet's extLst; "" where no rule needs one. */
  readonly extension: string;
}

type DataBar = Extract<FileConditional, { type: 'dataBar' }>;

const AXIS_COLOR = 'FF808080';

/** The conditional formats of a sheet in both halves: what every Excel reads, and the newer half of data bars (negative colour, axis). */
export function conditionalsXml(conditionals: readonly FileConditional[], sheetNumber: number, styles: StyleRegister): ConditionalsXml {
  const extensions: string[] = [];
  const rules = conditionals.flatMap((conditional, index) => {
    const range = escapeXml(conditional.range);
    const priority = index + 1;
    if (conditional.type === 'dataBar') {
      const id = ruleId(sheetNumber, priority);
      extensions.push(newerBar(conditional, id));
      return [`<conditionalFormatting sqref="${range}">${olderBar(conditional, id, priority)}</conditionalFormatting>`];
    }
    const formulas = (conditional.type === 'formula' ? [conditional.formula] : conditional.formulas).map(formulaToFile);
    // A rule that asks another workbook cannot be carried.
    if (formulas.some((formula) => formula === null)) return [];
    const rule = attributes({
      type: conditional.type === 'formula' ? 'expression' : 'cellIs',
      dxfId: styles.differential(conditional.style),
      priority,
      operator: conditional.type === 'cellValue' ? conditional.operator : undefined,
    });
    return [`<conditionalFormatting sqref="${range}"><cfRule${rule}>${formulas.map((formula) => `<formula>${escapeXml(formula ?? '')}</formula>`).join('')}</cfRule></conditionalFormatting>`];
  });
  return {
    rules: rules.join(''),
    extension:
      extensions.length === 0
        ? ''
        : '<ext xmlns:x14="http://schemas.microsoft.com/office/spreadsheetml/2009/9/main" uri="{78C0D931-6437-407d-A8EE-F0AAD7539E65}">' +
          `<x14:conditionalFormattings>${extensions.join('')}</x14:conditionalFormattings></ext>`,
  };
}

const ruleId = (sheet: number, rule: number): string => xlsxGuid('DA7A', sheet, rule);

function olderBar({ minimum, maximum, positive }: DataBar, id: string, priority: number): string {
  const limit = (automatic: string, value: number | undefined): string => (value === undefined ? `<cfvo type="${automatic}"/>` : `<cfvo type="num" val="${value}"/>`);
  return (
    `<cfRule type="dataBar" priority="${priority}"><dataBar>${limit('min', minimum)}${limit('max', maximum)}<color rgb="${argb(positive)}"/></dataBar>` +
    '<extLst><ext xmlns:x14="http://schemas.microsoft.com/office/spreadsheetml/2009/9/main" uri="{B025F937-C7B1-47D3-B67F-A62EFF666E3E}">' +
    `<x14:id>${id}</x14:id></ext></extLst></cfRule>`
  );
}

function newerBar({ minimum, maximum, positive, negative, range }: DataBar, id: string): string {
  const limit = (automatic: string, value: number | undefined): string => (value === undefined ? `<x14:cfvo type="${automatic}"/>` : `<x14:cfvo type="num"><xm:f>${value}</xm:f></x14:cfvo>`);
  return (
    '<x14:conditionalFormatting xmlns:xm="http://schemas.microsoft.com/office/excel/2006/main">' +
    `<x14:cfRule type="dataBar" id="${id}"><x14:dataBar minLength="0" maxLength="100" gradient="0">` +
    `${limit('autoMin', minimum)}${limit('autoMax', maximum)}<x14:fillColor rgb="${argb(positive)}"/><x14:negativeFillColor rgb="${argb(negative)}"/><x14:axisColor rgb="${AXIS_COLOR}"/>` +
    `</x14:dataBar></x14:cfRule><xm:sqref>${escapeXml(range)}</xm:sqref></x14:conditionalFormatting>`
  );
}

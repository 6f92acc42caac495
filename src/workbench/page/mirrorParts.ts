import type { FUniver } from '@univerjs/core/facade';
import '@univerjs/sheets-conditional-formatting/facade';
import '@univerjs/sheets-data-validation/facade';
import '@univerjs/sheets-numfmt/facade';
import type { Area } from '../../workbook/address';
import { partsOf, sheetsOf, type Book } from '../host/book';

/**
 * Shows what the host keeps beside Univer's cells: conditional formats and drop-down lists. Charts are drawn by Excel and LibreOffice;
 * here their place says which chart stands there.
 * @returns call it after each request; it does nothing where nothing has changed
 */
export function mirrorParts(api: FUniver, book: Book): () => void {
  const shown = new Map<string, string>();
  return () => {
    for (const sheet of sheetsOf(book)) {
      const id = sheet.getSheetId();
      const { conditionals, validations } = partsOf(book, id);
      const print = JSON.stringify([conditionals.map(({ type, area, bag }) => [type, area, bag]), validations]);
      if (shown.get(id) === print || (!shown.has(id) && conditionals.length === 0 && validations.length === 0)) continue;
      shown.set(id, print);
      const target = api.getActiveWorkbook()?.getSheetBySheetId(id);
      if (!target) continue;
      target.clearConditionalFormatRules();
      for (const conditional of conditionals) {
        const { top, left, bottom, right } = conditional.area;
        const range = target.getRange(top, left, bottom - top + 1, right - left + 1).getRange();
        const values = conditional.bag.parts;
        if (conditional.type === 'DataBar') {
          const bound = (name: string): string | undefined => {
            const formula = values['dataBar']?.values[name];
            return typeof formula === 'object' && formula !== null && 'formula' in formula ? String(formula.formula).replace(/^=/, '') : undefined;
          };
          const lower = bound('lowerBoundRule');
          const upper = bound('upperBoundRule');
          target.addConditionalFormattingRule(
            target
              .newConditionalFormattingRule()
              .setDataBar({
                min: lower === undefined ? { type: 'min' } : { type: 'num', value: Number(lower) },
                max: upper === undefined ? { type: 'max' } : { type: 'num', value: Number(upper) },
                positiveColor: colorOf(values['dataBar']?.parts['positiveFormat']?.values['fillColor'], '#107C10'),
                nativeColor: colorOf(values['dataBar']?.parts['negativeFormat']?.values['fillColor'], '#C50F1F'),
                isGradient: false,
                isShowValue: numberFormatOf(target, conditional.area) !== HIDDEN,
              } as Parameters<ReturnType<typeof target.newConditionalFormattingRule>['setDataBar']>[0])
              .setRanges([range])
              .build(),
          );
        }
      }
      for (const { area, rule } of validations) {
        const list = rule['list'];
        if (typeof list !== 'object' || list === null || !('source' in list)) continue;
        const { top, left, bottom, right } = area;
        const choices = String(list.source).split(',');
        target.getRange(top, left, bottom - top + 1, right - left + 1).setDataValidation(api.newDataValidation().requireValueInList(choices).build());
      }
    }
  };
}

/** The format of a cell that shows its bar and no figure. */
const HIDDEN = ';;;';

const numberFormatOf = (sheet: NonNullable<ReturnType<NonNullable<ReturnType<FUniver['getActiveWorkbook']>>['getSheetBySheetId']>>, { top, left }: Area): string =>
  sheet.getRange(top, left, 1, 1).getNumberFormat();

const colorOf = (value: unknown, otherwise: string): string => (typeof value === 'string' && value !== '' ? value : otherwise);

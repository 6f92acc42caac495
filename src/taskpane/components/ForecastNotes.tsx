import type { Threshold } from '../../core/threshold';
import { comparedName, forecastReview } from '../../app/forecastView';
import { formatAmount, formatAmountWithUnit } from '../../text/numbers';
import type { Comparison, ReportTable } from '../../workbook/report';
import { useLanguage, useTexts } from '../hooks/useTexts';
import { Notice } from './Notice';

interface ForecastNotesProps {
  readonly table: ReportTable;
  readonly comparison: Comparison;
  readonly earlier: Comparison | null;
  readonly threshold: Threshold;
}

/** The key to the marks, and how earlier forecasts came out where the table knows the outcome. */
export function ForecastNotes({ table, comparison, earlier, threshold }: ForecastNotesProps): JSX.Element | null {
  const texts = useTexts();
  const language = useLanguage();
  if (comparison.basis !== 'forecast') return null;
  const review = forecastReview(table, threshold);
  const signed = { signed: true, language };
  const miss = review === null ? '' : formatAmountWithUnit(Math.abs(review.bias), table.unit, { language });
  return (
    <>
      <p className="caption row key">
        <svg width="22" height="11" aria-hidden><rect x=".5" y=".5" width="21" height="10" fill="url(#von-hatch)" stroke="var(--mark)" /></svg>
        {comparedName(table, comparison)}
        {earlier !== null && (
          <>
            <svg width="8" height="8" aria-hidden><path d="M4 0 l4 8 h-8 z" fill="var(--neutral)" /></svg>
            {comparedName(table, earlier)}
          </>
        )}
      </p>
      {review !== null && (
        <Notice tone="info">
          <span className="strong">{texts.avvikelser.accuracyTitle}</span>{' '}
          <span className="number">
            {texts.avvikelser.accuracy([...review.forecasts.map((one) => `${one.name} ${formatAmount(one.amount, table.unit, signed)}`), `${texts.avvikelser.outcome} ${formatAmount(review.outcome, table.unit, signed)}`].join(', '))}{' '}
            {review.bias < 0 ? texts.avvikelser.tooOptimistic(review.latest, miss) : review.bias > 0 ? texts.avvikelser.tooPessimistic(review.latest, miss) : texts.avvikelser.exact(review.latest)}
          </span>
        </Notice>
      )}
    </>
  );
}

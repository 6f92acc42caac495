import { selectionAvvikelse } from '../../app/selectionView';
import { formatAmountWithUnit, formatExact, formatPercent } from '../../text/numbers';
import { useReading } from '../hooks/usePane';
import { useSelectedCells } from '../hooks/useSelectedCells';
import { useLanguage, useTexts } from '../hooks/useTexts';

/** One more than two, to know when more are marked. */
const LIMIT = 3;

/** The avvikelse between two marked cells, shown while exactly two numbers are marked in the sheet. */
export function SelectionAvvikelse(): JSX.Element | null {
  const texts = useTexts();
  const language = useLanguage();
  const { reading, remembered } = useReading();
  const cells = useSelectedCells(LIMIT);
  const result = selectionAvvikelse(cells, reading.report.tables);
  const isAsked = remembered.get('selection.asked') === true;
  if (result === null && !isAsked) return null;
  return (
    <section className="card" aria-label={texts.avvikelser.twoCells}>
      <p className="strong">{texts.avvikelser.twoCells}</p>
      {result === null ? (
        <p className="caption">{texts.avvikelser.twoCellsHint}</p>
      ) : (
        <>
          <p className="row" role="status">
            <span className={`strong number ${result.amount < 0 ? 'bad' : result.amount > 0 ? 'good' : ''}`}>{withUnit(result.amount, result.unit, language)}</span>
            <span className="number">{formatPercent(result.share, { signed: true, language })}</span>
            <span>{result.amount < 0 ? texts.avvikelser.deficit : result.amount > 0 ? texts.avvikelser.surplus : texts.avvikelser.onBudget}</span>
          </p>
          <p className="caption number">
            {texts.avvikelser.twoCellsFormula(formatExact(result.budget, 0, language), formatExact(result.compared, 0, language), texts.changeTable.ruleName[result.rule].toLowerCase())}
          </p>
        </>
      )}
    </section>
  );
}

function withUnit(amount: number, unit: 'kr' | 'tkr' | 'mnkr' | null, language: 'sv' | 'en'): string {
  if (unit !== null) return formatAmountWithUnit(amount, unit, { signed: true, language });
  return `${amount > 0 ? '+' : ''}${formatExact(amount, 0, language)}`;
}

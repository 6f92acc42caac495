import { useState } from 'react';
import { Button } from '@fluentui/react-components';
import { formatExact } from '../../text/numbers';
import type { ChangedFigure } from '../../workbook/write/sourceTrace';
import { useReading } from '../hooks/usePane';
import { useLanguage, useTexts } from '../hooks/useTexts';
import { LinkButton } from './LinkButton';
import { MarkedTrace } from './MarkedTrace';
import { Shortened } from './Shortened';

/** "Källspår": the figures on the written sheets whose source holds something else now, with the way to either end. */
export function ChangedSources(): JSX.Element {
  const texts = useTexts();
  const { actions, services } = useReading();
  const [changed, setChanged] = useState<readonly ChangedFigure[] | null>(null);
  const [isReading, setIsReading] = useState(false);
  const compare = (): void => {
    setIsReading(true);
    services.readChangedSources().then(setChanged, (error: unknown) => actions.fail('read', error)).finally(() => setIsReading(false));
  };
  return (
    <section>
      <h3 className="group">{texts.sources.title}</h3>
      <MarkedTrace />
      <p className="caption">{texts.sources.hint}</p>
      <Button size="small" disabled={isReading} onClick={compare}>{texts.sources.compare}</Button>
      {changed !== null && <p role="status">{changed.length === 0 ? texts.sources.none : texts.sources.count(changed.length)}</p>}
      {changed !== null && <Shortened items={changed} render={(figure) => <ChangedLine key={`${figure.figure.sheet}!${figure.figure.cell}`} changed={figure} />} />}
    </section>
  );
}

function ChangedLine({ changed: { figure, source, value, now } }: { readonly changed: ChangedFigure }): JSX.Element {
  const texts = useTexts();
  const language = useLanguage();
  const { actions } = useReading();
  const say = (held: ChangedFigure['now']): string => (held === undefined ? texts.sources.gone : held === null || held === '' ? texts.sources.empty : typeof held === 'number' ? formatExact(held, 0, language) : String(held));
  const [figurePlace, sourcePlace] = [`${figure.sheet}!${figure.cell}`, `${source.sheet}!${source.cell}`];
  return (
    <div className="finding-line">
      <span className="block number">{texts.sources.change(say(value), say(now))}</span>
      <span className="caption block">{texts.sources.from(figurePlace, sourcePlace)}</span>
      <LinkButton small aria-label={texts.sources.toPlace(figurePlace)} onClick={() => actions.goToCell(figure.sheet, figure.cell)}>{texts.sources.toFigure}</LinkButton>
      <LinkButton small aria-label={texts.sources.toPlace(sourcePlace)} onClick={() => actions.goToCell(source.sheet, source.cell)}>{texts.sources.toSource}</LinkButton>
    </div>
  );
}

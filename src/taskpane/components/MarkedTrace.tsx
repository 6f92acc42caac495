import { useEffect, useState } from 'react';
import type { TraceEnd } from '../../app/sourceTrace';
import { useReading } from '../hooks/usePane';
import { useSelectedCells } from '../hooks/useSelectedCells';
import { useTexts } from '../hooks/useTexts';
import { LinkButton } from './LinkButton';

/** One more than one, to know when more are marked. */
const LIMIT = 2;

/** From the marked figure to its source, or from the marked source to the figure that came from it. */
export function MarkedTrace(): JSX.Element {
  const texts = useTexts();
  const { services, actions } = useReading();
  const [marked, second] = useSelectedCells(LIMIT);
  const [end, setEnd] = useState<TraceEnd | null>(null);
  const { sheet, address } = second === undefined && marked !== undefined ? marked : NOTHING;
  useEffect(() => {
    let isLeft = false;
    const show = (found: TraceEnd | null): void => {
      if (!isLeft) setEnd(found);
    };
    if (address === '') show(null);
    // What cannot be read just now leads nowhere; the next marking tries again.
    else services.readOtherEnd(sheet, address).then(show, () => show(null));
    return () => {
      isLeft = true;
    };
  }, [services, sheet, address]);
  if (end === null) return <p className="caption">{texts.sources.markHint}</p>;
  const place = `${end.sheet} ${end.cell}`;
  return (
    <p role="status">
      <LinkButton onClick={() => actions.goToCell(end.sheet, end.cell)}>{end.isSource ? texts.sources.toSourceOf(place) : texts.sources.toPlace(place)}</LinkButton>
    </p>
  );
}

const NOTHING = { sheet: '', address: '' } as const;

import { useId, useState } from 'react';
import { Button, Input } from '@fluentui/react-components';
import type { Cause } from '../../app/avstamningView';
import { findingSentence } from '../../text/findingSentence';
import { formatExact, formatNumber, formatPercentagePoints } from '../../text/numbers';
import type { Finding } from '../../workbook/report';
import { useReading } from '../hooks/usePane';
import { useLanguage, useTexts } from '../hooks/useTexts';
import { LinkButton } from './LinkButton';

/** An error: what stands, what it should be, why, what follows from it, the way to the cell, and the way to say it is right anyway. */
export function FindingCard({ cause }: { readonly cause: Cause }): JSX.Element {
  const texts = useTexts();
  const language = useLanguage();
  const { actions } = useReading();
  const { finding, follows } = cause;
  const title = texts.avstamning.titles[finding.code];
  const place = `${finding.sheet}!${finding.cell}`;
  const cells = follows.map((one) => (one.sheet === finding.sheet ? one.cell : `${one.sheet}!${one.cell}`));
  return (
    <article className="card wrong finding" aria-label={`${title}, ${place}`}>
      <h4>{title}</h4>
      <div className="row"><span className="caption grow">{finding.label ?? ''}</span><span className="place">{place}</span></div>
      <Figures finding={finding} isPercent={finding.code === 'percent-mismatch'} />
      <p className="caption">{findingSentence(finding, texts, language)}</p>
      {follows.length > 0 && <p className="caption">{texts.avstamning.follows(joined(cells, texts.avstamning.and), follows.length, finding.cell)}</p>}
      <div className="row">
        <Button size="small" aria-label={texts.app.goTo(place)} onClick={() => actions.goToCell(finding.sheet, finding.cell)}>{texts.app.goToCell}</Button>
        <AcceptFinding finding={finding} follows={follows} />
      </div>
    </article>
  );
}

function Figures({ finding, isPercent }: { readonly finding: Finding; readonly isPercent: boolean }): JSX.Element | null {
  const texts = useTexts();
  const language = useLanguage();
  const { printed, expected } = finding;
  if (printed === undefined || printed === null) return null;
  const text = (value: number | string): string => {
    if (typeof value === 'string') return value;
    return isPercent ? `${formatNumber(value * 100, 1, { language })}\u00a0%` : formatExact(value, 0, language);
  };
  const signed = (value: number): string => (isPercent ? formatPercentagePoints(value, language) : `${value > 0 ? '+' : ''}${text(value)}`);
  const difference = typeof printed === 'number' && typeof expected === 'number' ? printed - expected : null;
  return (
    <dl className="figures number">
      <div><dt>{texts.avstamning.printed}</dt><dd>{text(printed)}</dd></div>
      {expected !== undefined && expected !== null && <div><dt>{texts.avstamning.expected}</dt><dd>{text(expected)}</dd></div>}
      {difference !== null && <div><dt>{texts.avstamning.difference}</dt><dd className="bad">{signed(difference)}</dd></div>}
    </dl>
  );
}

/**
 * "Markera som utredd" asks for the reason first: an accepted finding without one would tell the next reader nothing. What follows from
 * the finding is explained by the same reason.
 */
export function AcceptFinding({ finding, follows }: { readonly finding: Finding; readonly follows: readonly Finding[] }): JSX.Element {
  const texts = useTexts();
  const id = useId();
  const { actions } = useReading();
  const [reason, setReason] = useState<string | null>(null);
  const title = texts.avstamning.titles[finding.code];
  const place = `${finding.sheet}!${finding.cell}`;
  if (reason === null) return <LinkButton aria-label={`${texts.avstamning.accept}, ${place}`} onClick={() => setReason('')}>{texts.avstamning.accept}</LinkButton>;
  return (
    <form
      className="accept"
      onSubmit={(event) => {
        event.preventDefault();
        if (reason.trim() !== '') void actions.acceptFindings([finding, ...follows], reason.trim(), texts.avstamning.accepted(`${title}, ${place}`));
      }}
    >
      <label htmlFor={id} className="field-label">{texts.avstamning.acceptReason}</label>
      <Input id={id} className="wide" autoFocus value={reason} onChange={(_event, data) => setReason(data.value)} />
      <div className="row">
        <Button size="small" type="submit" disabled={reason.trim() === ''}>{texts.avstamning.acceptSave}</Button>
        <Button size="small" appearance="subtle" onClick={() => setReason(null)}>{texts.app.cancel}</Button>
      </div>
    </form>
  );
}

function joined(items: readonly string[], and: string): string {
  const last = items[items.length - 1] ?? '';
  return items.length < 2 ? last : `${items.slice(0, -1).join(', ')} ${and} ${last}`;
}

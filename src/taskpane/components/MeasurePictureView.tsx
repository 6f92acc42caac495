import { useState } from 'react';
import { Table, TableBody, TableCell, TableHeader, TableHeaderCell, TableRow } from '@fluentui/react-components';
import type { MeasurePicture } from '../../app/atgardView';
import { formatMonth, monthName } from '../../text/dates';
import { formatAmount, formatAmountWithUnit } from '../../text/numbers';
import { useLanguage, useTexts } from '../hooks/useTexts';
import { LinkButton } from './LinkButton';
import { Notice } from './Notice';

const WIDTH = 318;
const BASE = 62;
const TOP = 18;

/** What a measure gives in the twelve months of the plan's year, and the sums that follow. */
export function MeasurePictureView({ picture, year }: { readonly picture: MeasurePicture | null; readonly year: number }): JSX.Element {
  const texts = useTexts();
  const language = useLanguage();
  const [asTable, setAsTable] = useState(false);
  if (picture === null) return <div className="effect caption">{texts.measure.noPicture}</div>;
  const tkr = (amount: number): string => formatAmountWithUnit(amount, 'tkr', { language });
  const name = (index: number): string => monthName(index + 1, language);
  const spoken = spans(picture.months).map(({ first, last, amount }) => `${tkr(amount)} ${first === last ? name(first) : `${name(first)}–${name(last)}`}`).join(', ');
  return (
    <section className="effect" aria-label={texts.measure.effectIn(year)}>
      <div className="row">
        <h3 className="grow">{texts.measure.effectIn(year)}</h3>
        <span className="caption number">{texts.measure.perMonth(tkr(picture.perMonth))}</span>
      </div>
      {asTable ? (
        <Table size="extra-small" aria-label={texts.measure.effectIn(year)} className="avvikelser">
          <TableHeader><TableRow><TableHeaderCell className="label">{texts.measure.month}</TableHeaderCell><TableHeaderCell className="amount">{texts.measure.effect}</TableHeaderCell></TableRow></TableHeader>
          <TableBody>
            {picture.months.map((amount, index) => (
              <TableRow key={name(index)}><TableHeaderCell scope="row" className="label">{name(index)}</TableHeaderCell><TableCell className="amount">{formatAmount(amount, 'tkr', { language })}</TableCell></TableRow>
            ))}
          </TableBody>
        </Table>
      ) : (
        <MonthBars picture={picture} year={year} text={texts.measure.picture(year, spoken)} />
      )}
      <LinkButton small onClick={() => setAsTable(!asTable)}>{asTable ? texts.app.showAsChart : texts.app.showAsTable}</LinkButton>
      <dl className="figures three number">
        <div><dt>{texts.measure.effectIn(year)}</dt><dd>{tkr(picture.effectYear)}</dd></div>
        <div><dt>{texts.measure.effectIn(year + 1)}</dt><dd>{tkr(picture.effectNextYear)}</dd></div>
        {picture.riskAdjusted !== null && <div><dt>{texts.measure.riskAdjusted(year)}</dt><dd>{tkr(picture.riskAdjusted)}</dd></div>}
      </dl>
      {(picture.textMonth !== null || picture.delay !== null) && (
        <Notice tone={picture.textMonth === null ? 'info' : 'warn'}>
          {picture.textMonth !== null && <p className="number">{texts.measure.descriptionSays(formatMonth(picture.textMonth.month, language), tkr(picture.textMonth.effect), year)}</p>}
          {picture.delay !== null && <p className="number">{texts.measure.delay(tkr(picture.delay))}</p>}
        </Notice>
      )}
    </section>
  );
}

function MonthBars({ picture, year, text }: { readonly picture: MeasurePicture; readonly year: number; readonly text: string }): JSX.Element {
  const language = useLanguage();
  const most = Math.max(1e-9, ...picture.months.map(Math.abs), Math.abs(picture.perMonth));
  const step = WIDTH / 12;
  const named = picture.textMonth?.month;
  const namedIndex = named !== undefined && Number(named.slice(0, 4)) === year ? Number(named.slice(5)) - 1 : -1;
  return (
    <svg viewBox={`0 0 ${WIDTH} 80`} role="img" aria-label={text}>
      {picture.months.map((amount, index) => {
        const height = ((BASE - TOP) * Math.abs(amount)) / most;
        return (
          <g key={index}>
            {height > 0 && <rect x={index * step + 3} y={BASE - height} width={step - 6} height={height} fill="url(#von-hatch)" stroke="var(--mark)" />}
            {index === namedIndex && amount === 0 && <rect x={index * step + 3.5} y={TOP} width={step - 7} height={BASE - TOP} fill="none" stroke="var(--warn)" strokeDasharray="3 2" />}
            <text x={index * step + step / 2} y="76" textAnchor="middle" className={index === namedIndex ? 'axis-text warn' : 'axis-text'}>{monthName(index + 1, language).charAt(0).toUpperCase()}</text>
          </g>
        );
      })}
      <line x1="0" x2={WIDTH} y1={BASE + 0.5} y2={BASE + 0.5} stroke="var(--axis)" />
    </svg>
  );
}

/** Months in a row with the same amount, so that the sentence stays short. */
function spans(months: readonly number[]): readonly { readonly first: number; readonly last: number; readonly amount: number }[] {
  return months.reduce<{ first: number; last: number; amount: number }[]>((all, amount, index) => {
    const before = all[all.length - 1];
    if (before !== undefined && Math.abs(before.amount - amount) < 1e-6) return [...all.slice(0, -1), { ...before, last: index }];
    return [...all, { first: index, last: index, amount }];
  }, []);
}

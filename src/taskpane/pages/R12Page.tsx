import { useEffect, useState } from 'react';
import { Button } from '@fluentui/react-components';
import { ArrowDown16Regular, ArrowRight16Regular, ArrowUp16Regular, CheckmarkCircle12Regular, DataLine20Regular, DismissCircle12Regular, Table20Regular, Warning12Regular } from '@fluentui/react-icons';
import { r12Views, type R12View, type SeriesChoice } from '../../app/r12View';
import { wholeMonthName } from '../../text/dates';
import { formatExact, formatNumber, formatPercent, formatPercentagePoints } from '../../text/numbers';
import { Choice } from '../components/Choice';
import { LinkButton } from '../components/LinkButton';
import { Notice } from '../components/Notice';
import { R12Chart } from '../components/R12Chart';
import { R12Settings } from '../components/R12Settings';
import { R12Table } from '../components/R12Table';
import { TabPageFrame } from '../components/TabPageFrame';
import { useReading } from '../hooks/usePane';
import { useRemembered } from '../hooks/useRemembered';
import { useLanguage, useTexts } from '../hooks/useTexts';
import '../styles/avvikelser.css';
import '../styles/r12.css';

/** Rolling twelve months: choose a series, see it month by month, against a target; a missing month is shown, never taken as zero. */
export function R12Page(): JSX.Element {
  const texts = useTexts();
  const { reading, services, actions } = useReading();
  const [choices, setChoices] = useState<ReadonlyMap<string, SeriesChoice>>(new Map());
  const [asTable, setAsTable] = useRemembered('r12.asTable', false);
  useEffect(() => {
    let isShown = true;
    services.readSeriesChoices().then((found) => { if (isShown) setChoices(found); }, (error: unknown) => actions.fail('read', error));
    return () => { isShown = false; };
  }, [actions, services]);
  const views = r12Views(reading, choices);
  const [chosen, setChosen] = useRemembered('r12.series', views[0]?.key ?? '', (key) => views.some((view) => view.key === key));
  const view = views.find((one) => one.key === chosen);
  const computed = views.filter((one) => one.current !== null).length;
  if (view === undefined) {
    return (
      <TabPageFrame>
        <p>{texts.r12.none}</p>
        <p className="caption">{texts.r12.noneHint}</p>
      </TabPageFrame>
    );
  }
  const save = (choice: SeriesChoice): void => {
    services.saveSeriesChoice(view.key, choice).then(
      (kept) => {
        setChoices(kept);
        actions.say(texts.r12.saved(r12Views(reading, kept).find((one) => one.key === view.key)?.label ?? view.label), true);
      },
      (error: unknown) => actions.fail('save', error),
    );
  };
  return (
    <TabPageFrame status={texts.footer.r12Read(computed, views.length)}>
      <div className="row choose-series">
        <span className="grow"><Choice label={texts.r12.indicator} value={view.key} options={views.map((one) => ({ value: one.key, text: one.label }))} onChoose={setChosen} /></span>
        <Button icon={asTable ? <DataLine20Regular /> : <Table20Regular />} aria-label={asTable ? texts.app.showAsChart : texts.app.showAsTable} title={asTable ? texts.app.showAsChart : texts.app.showAsTable} onClick={() => setAsTable(!asTable)} />
      </div>
      <Headline view={view} />
      {view.points.length > 0 && (asTable ? <R12Table view={view} /> : <R12Chart view={view} />)}
      <Gap view={view} />
      <R12Settings key={`${view.key} ${JSON.stringify(choices.get(view.key))}`} view={view} choice={choices.get(view.key) ?? {}} onSave={save} />
    </TabPageFrame>
  );
}

function Headline({ view }: { readonly view: R12View }): JSX.Element | null {
  const texts = useTexts();
  const language = useLanguage();
  const { current, previous, change, target } = view;
  if (current === null) return null;
  const value = (amount: number): string => formatValue(view, amount, language);
  const Arrow = change === null || change === 0 ? ArrowRight16Regular : change > 0 ? ArrowUp16Regular : ArrowDown16Regular;
  const isGood = change !== null && change !== 0 && target !== null && change > 0 === wantsMore(view);
  const changeText = change === null ? '' : view.isShare ? formatPercentagePoints(change, language) : formatNumber(change, decimalsOf(view), { signed: true, language });
  const targetText = target === null ? '' : target === 'increase' ? texts.r12.increase : target === 'decrease' ? texts.r12.decrease : value(target);
  const from = previous === null ? '' : texts.r12.from(value(previous.value), wholeMonthName(view.points[previous.index]?.label ?? '', language));
  return (
    <div className="total">
      <p className="caption">{texts.r12.rolling(view.label, wholeMonthName(view.points[current.index]?.label ?? '', language))}</p>
      <p className="row">
        <span className="big number">{value(current.value)}</span>
        {change !== null && <span className={`strong number trend ${target === null || change === 0 ? '' : isGood ? 'good' : 'bad'}`}><Arrow aria-hidden />{changeText}</span>}
        <span className="grow" />
        {target !== null && <StatusBadge view={view} />}
      </p>
      <p className="caption number">{target === null ? from : texts.r12.targetLine(targetText, from)}</p>
    </div>
  );
}

function StatusBadge({ view }: { readonly view: R12View }): JSX.Element {
  const texts = useTexts();
  const status = view.status ?? 'unknown';
  const tone = { reached: 'good', near: 'warn', missed: 'bad', unknown: 'warn' }[status];
  const Icon = { reached: CheckmarkCircle12Regular, near: Warning12Regular, missed: DismissCircle12Regular, unknown: Warning12Regular }[status];
  return <span className={`badge ${tone}`}><Icon aria-hidden />{texts.r12.status[status]}</span>;
}

function Gap({ view }: { readonly view: R12View }): JSX.Element | null {
  const texts = useTexts();
  const language = useLanguage();
  const { actions } = useReading();
  const { missing, tooFew, current } = view;
  const at = missing ?? tooFew;
  if (at === null) return null;
  const until = current === null ? null : wholeMonthName(view.points[current.index]?.label ?? '', language);
  const sentence =
    missing === null ? (tooFew === null ? '' : texts.r12.tooShort(tooFew.count, wholeMonthName(tooFew.from, language)))
    : until === null ? texts.r12.missingAll(capital(wholeMonthName(missing.label, language)))
    : texts.r12.missing(capital(wholeMonthName(missing.label, language)), until);
  return (
    <Notice tone="warn">
      {sentence}{' '}
      <LinkButton small onClick={() => actions.goToCell(at.sheet, at.cell)}>{texts.app.goToPlace(`${at.sheet}!${at.cell}`)}</LinkButton>
    </Notice>
  );
}

function wantsMore(view: R12View): boolean {
  if (view.target === 'increase') return true;
  if (view.target === 'decrease') return false;
  return view.direction === 'higher';
}

/** Large figures without decimals, small ones with one, and small means with two. */
function decimalsOf(view: R12View): number {
  const size = Math.abs(view.current?.value ?? 0);
  return size >= 1000 ? 0 : size >= 10 ? 1 : 2;
}

/** A rolling figure as it is printed: a share as percent, else with decimals by its size. */
export function formatValue(view: R12View, value: number, language: 'sv' | 'en'): string {
  if (view.isShare) return formatPercent(value, { language });
  return Number.isInteger(value) ? formatExact(value, 0, language) : formatNumber(value, decimalsOf(view), { language });
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

import type { ReactNode } from 'react';
import { Button, Select, Table, TableBody, TableCell, TableHeader, TableHeaderCell, TableRow } from '@fluentui/react-components';
import { CheckmarkCircle12Regular, CircleHalfFill12Regular, Circle12Regular, Copy16Regular, DismissCircle12Regular, Warning12Regular } from '@fluentui/react-icons';
import { MEASURE_STATUSES, type MeasureStatus } from '../../core/measureStatus';
import type { AtgardGroup, AtgardRow } from '../../app/atgardView';
import { formatMonth } from '../../text/dates';
import { formatAmount } from '../../text/numbers';
import { withSoftHyphens } from '../../text/softHyphens';
import type { PlanMeasure } from '../../workbook/plan';
import { useArrowList } from '../hooks/useArrowList';
import { useReading } from '../hooks/usePane';
import { useRemembered } from '../hooks/useRemembered';
import { useLanguage, useTexts } from '../hooks/useTexts';
import { Choice } from './Choice';

type Order = 'source' | 'effect' | 'name';
const ORDERS: readonly Order[] = ['source', 'effect', 'name'];
/** Sorting and filtering a handful of rows would only be in the way. */
const TOOLS_FROM = 6;

/** The measures of a verksamhet with this year's and the full year's effect; a name opens the form. */
export function AtgardList({ group, year, add }: { readonly group: AtgardGroup; readonly year: number; readonly add: ReactNode }): JSX.Element {
  const texts = useTexts();
  const language = useLanguage();
  const [order, setOrder] = useRemembered<Order>('atgarder.order', 'source');
  const [filter, setFilter] = useRemembered<MeasureStatus | ''>('atgarder.filter', '');
  const rows = group.rows.filter((row) => filter === '' || row.measure.status === filter);
  const sorted = order === 'source' ? rows : [...rows].sort(order === 'effect' ? byEffect : (a, b) => a.measure.name.localeCompare(b.measure.name, language));
  const statuses = MEASURE_STATUSES.map((value) => ({ value, text: texts.atgarder.status[value] }));
  const list = useArrowList<HTMLTableElement>(sorted.map((row) => row.measure.key));
  const unanswered = group.rows.map((row) => row.measure).filter((measure) => measure.status === null);
  const tkr = (amount: number | null): string => formatAmount(amount, 'tkr', { language });
  const sum = (of: (row: AtgardRow) => number | null): number => rows.reduce((all, row) => all + (of(row) ?? 0), 0);
  return (
    <>
      {group.rows.length >= TOOLS_FROM && (
        <div className="pairs tools">
          <Choice label={texts.atgarder.sort} value={order} options={ORDERS.map((value) => ({ value, text: texts.atgarder.sortBy[value] }))} onChoose={setOrder} />
          <Choice label={texts.atgarder.filter} value={filter} options={[{ value: '' as const, text: texts.atgarder.filterAll }, ...statuses]} onChoose={setFilter} />
        </div>
      )}
      {unanswered.length > 1 && <StatusForAll measures={unanswered} />}
      <Table ref={list.ref} className="measures" size="extra-small" aria-label={texts.atgarder.list(group.verksamhet)} onKeyDown={list.onKeyDown} onFocus={list.onFocus}>
        <TableHeader>
          <TableRow>
            <TableHeaderCell className="nr">{texts.atgarder.number}</TableHeaderCell>
            <TableHeaderCell className="label">{texts.atgarder.measure} {add}</TableHeaderCell>
            <TableHeaderCell className="amount">{year}</TableHeaderCell>
            <TableHeaderCell className="amount">{texts.atgarder.fullYear}</TableHeaderCell>
          </TableRow>
        </TableHeader>
        <TableBody>
          {sorted.map((row) => (
            <MeasureRow key={row.measure.key} row={row} number={group.rows.indexOf(row) + 1} tabIndex={list.tabIndexOf(row.measure.key)} />
          ))}
          <TableRow className="sum">
            <TableCell className="nr" />
            <TableHeaderCell scope="row" className="label">{texts.atgarder.sum}</TableHeaderCell>
            <TableCell className="amount">{tkr(sum((row) => row.effectYear))}</TableCell>
            <TableCell className="amount">{tkr(sum((row) => row.fullYear))}</TableCell>
          </TableRow>
        </TableBody>
      </Table>
    </>
  );
}

function MeasureRow({ row, number, tabIndex }: { readonly row: AtgardRow; readonly number: number; readonly tabIndex: 0 | -1 }): JSX.Element {
  const texts = useTexts();
  const language = useLanguage();
  const { actions } = useReading();
  const { measure } = row;
  const tkr = (amount: number | null): string => formatAmount(amount, 'tkr', { language });
  const copy = (): void => {
    const name = texts.atgarder.copyOf(measure.name);
    void actions.saveMeasure(copyOf(measure, name), null, texts.measure.saved(name));
  };
  return (
    <TableRow data-row={measure.key}>
      <TableCell className="nr number">{number}</TableCell>
      <TableHeaderCell scope="row" className="label">
        <span className="cell-content">
          <span className="row name-line">
            <Button
              className="link name" appearance="transparent" data-stop="" tabIndex={tabIndex} data-return={`measure ${measure.key}`}
              aria-label={texts.atgarder.editMeasure(withSoftHyphens(measure.name))}
              onClick={() => actions.openSubpage({ kind: 'editMeasure', measure: measure.key, verksamhet: measure.verksamhet }, `measure ${measure.key}`)}
            >
              {withSoftHyphens(measure.name)}
            </Button>
            <Button
              className="small-icon" appearance="subtle" size="small" icon={<Copy16Regular />} data-stop="" tabIndex={-1}
              aria-label={`${texts.atgarder.copy}: ${measure.name}`} title={texts.atgarder.copy} onClick={copy}
            />
          </span>
          <StatusLine row={row} />
          {row.textMonth !== null && (
            <span className="status-line warn"><Warning12Regular aria-hidden />{texts.atgarder.textSays(formatMonth(row.textMonth.month, language), tkr(row.textMonth.effect))}</span>
          )}
          {row.printedEffect !== null && (
            <span className="status-line warn"><Warning12Regular aria-hidden />{texts.atgarder.printedDiffers(tkr(row.printedEffect), tkr(row.effectYear))}</span>
          )}
        </span>
      </TableHeaderCell>
      <TableCell className="amount">{tkr(row.effectYear)}</TableCell>
      <TableCell className="amount">{tkr(row.fullYear)}</TableCell>
    </TableRow>
  );
}

function byEffect(a: AtgardRow, b: AtgardRow): number {
  return (b.effectYear ?? 0) - (a.effectYear ?? 0);
}

const STATUS_ICONS = {
  Förslag: Circle12Regular, Beslutad: CircleHalfFill12Regular, Pågår: CircleHalfFill12Regular,
  Genomförd: CheckmarkCircle12Regular, Utgår: DismissCircle12Regular,
};
const STATUS_TONES = { Förslag: 'muted', Beslutad: 'informed', Pågår: 'informed', Genomförd: 'good', Utgår: 'muted' };

function StatusLine({ row }: { readonly row: AtgardRow }): JSX.Element {
  const texts = useTexts();
  const language = useLanguage();
  const { status } = row.measure;
  if (status === null) return <StatusQuestion measure={row.measure} />;
  const Icon = STATUS_ICONS[status];
  return (
    <span className="status-line">
      <Icon className={STATUS_TONES[status]} aria-hidden />
      <span>
        <span className={STATUS_TONES[status]}>{texts.atgarder.status[status]}</span>
        {row.startMonth !== null && <span className="muted">, {texts.atgarder.start(formatMonth(row.startMonth, language))}</span>}
        {!row.isCounting && <span className="muted">, {texts.atgarder.notCounted}</span>}
      </span>
    </span>
  );
}

/** Until it is answered the measure does not count, so it is asked in the row itself. */
function StatusQuestion({ measure }: { readonly measure: PlanMeasure }): JSX.Element {
  const texts = useTexts();
  const { actions } = useReading();
  const answer = (status: MeasureStatus, row: Element | null): void => {
    // The answered question goes away, so the focus stays with its measure.
    void actions.saveMeasure({ ...measure, status }, measure.key, texts.measure.saved(measure.name)).then(() => row?.querySelector<HTMLElement>('[data-stop]')?.focus());
  };
  return (
    <span className="status-line warn">
      <Warning12Regular aria-hidden />
      <StatusSelect label={`${texts.atgarder.statusQuestion} ${measure.name}`} placeholder={texts.atgarder.statusShort} isInList onChoose={answer} />
    </span>
  );
}

/** Says how many measures of the list lack a status, and gives all of them the same one. */
function StatusForAll({ measures }: { readonly measures: readonly PlanMeasure[] }): JSX.Element {
  const texts = useTexts();
  const { actions } = useReading();
  const answer = async (status: MeasureStatus): Promise<void> => {
    for (const measure of measures) if (!(await actions.saveMeasure({ ...measure, status }, measure.key, texts.measure.saved(measure.name)))) return;
    actions.say(texts.atgarder.statusSet(measures.length, texts.atgarder.status[status]), true);
  };
  const sentence = texts.atgarder.statusMissing(measures.length);
  return (
    <p className="status-line warn status-for-all">
      <Warning12Regular aria-hidden />
      <span>{sentence} <StatusSelect label={sentence} placeholder={texts.measure.chooseStatus} onChoose={(status) => void answer(status)} /></span>
    </p>
  );
}

interface StatusSelectProps {
  readonly label: string;
  /** What stands there until one is chosen. */
  readonly placeholder: string;
  /** A stop of the list, reached by its arrow keys. */
  readonly isInList?: boolean;
  readonly onChoose: (status: MeasureStatus, row: Element | null) => void;
}

function StatusSelect({ label, placeholder, isInList = false, onChoose }: StatusSelectProps): JSX.Element {
  const texts = useTexts();
  return (
    <Select
      className="status-select" size="small" aria-label={label} value="" {...(isInList ? { 'data-stop': '', tabIndex: -1 } : {})}
      onChange={(event, data) => {
        const status = MEASURE_STATUSES.find((one) => one === data.value);
        if (status !== undefined) onChoose(status, event.target.closest('[data-row]'));
      }}
    >
      <option value="">{placeholder}</option>
      {MEASURE_STATUSES.map((status) => <option key={status} value={status}>{texts.atgarder.status[status]}</option>)}
    </Select>
  );
}

function copyOf(measure: PlanMeasure, name: string): PlanMeasure {
  const { source: _source, ...rest } = measure;
  return { ...rest, name, key: '' };
}

import { useMemo, useState } from 'react';
import { Button, Input } from '@fluentui/react-components';
import { ArrowDown16Regular, ArrowUp16Regular, Subtract16Regular } from '@fluentui/react-icons';
import type { Unit } from '../../core/amount';
import { avvikelseView, comparableTables, type AvvikelseView } from '../../app/avvikelseView';
import { comparedName, comparisonsOn, earlierForecasts, firstComparison, BASES } from '../../app/forecastView';
import { newDeviations } from '../../app/newDeviations';
import { totalWithoutOneOffs } from '../../app/oneOffView';
import { tableKey, type Reading } from '../../app/session';
import { thresholdFields, typedThreshold } from '../../app/thresholdFields';
import { formatAmount, formatAmountWithUnit, formatNumber, formatPercent } from '../../text/numbers';
import type { Comparison, ReportTable } from '../../workbook/report';
import { AvvikelseList } from '../components/AvvikelseList';
import { Choice } from '../components/Choice';
import { CommentTools } from '../components/CommentTools';
import { HatchPatterns } from '../components/DeviationBar';
import { ForecastNotes } from '../components/ForecastNotes';
import { LinkButton } from '../components/LinkButton';
import { SelectionAvvikelse } from '../components/SelectionAvvikelse';
import { Segments } from '../components/Segments';
import { TabPageFrame } from '../components/TabPageFrame';
import { useReading } from '../hooks/usePane';
import { useRemembered } from '../hooks/useRemembered';
import { useLanguage, useTexts } from '../hooks/useTexts';
import '../styles/avvikelser.css';

/** The budget deviations of one table, ranked, with the threshold, a comment a row and the way to each cell. */
export function AvvikelserPage(): JSX.Element {
  const texts = useTexts();
  const { reading, actions, state } = useReading();
  const tables = comparableTables(reading.report.tables).filter((table) => statusOf(reading, table) !== 'unused');
  const [key, setKey] = useRemembered('avvikelser.table', firstTable(tables, state.plan?.forecastTable ?? null), (value) => tables.some((table) => tableKey(table) === value));
  const table = tables.find((one) => tableKey(one) === key);
  if (table === undefined) {
    return (
      <TabPageFrame>
        <SelectionAvvikelse />
        <p>{texts.avvikelser.noTable}</p>
        <LinkButton onClick={() => actions.chooseTab('start')}>{texts.avvikelser.toStart}</LinkButton>
      </TabPageFrame>
    );
  }
  return <TableAvvikelser key={key} table={table} tables={tables} onChooseTable={setKey} />;
}

interface TableAvvikelserProps {
  readonly table: ReportTable;
  readonly tables: readonly ReportTable[];
  readonly onChooseTable: (key: string) => void;
}

function TableAvvikelser({ table, tables, onChooseTable }: TableAvvikelserProps): JSX.Element {
  const texts = useTexts();
  const language = useLanguage();
  const { reading, state } = useReading();
  const key = tableKey(table);
  const nameOf = (comparison: Comparison): string => `${comparison.budget}:${comparison.compared}`;
  const all = table.comparisons ?? [];
  const [chosen, setChosen] = useRemembered(`avvikelser.comparison ${key}`, nameOf(firstComparison(table) ?? NO_COMPARISON), (value) => all.some((one) => nameOf(one) === value));
  const [showAll, setShowAll] = useRemembered('avvikelser.showAll', false);
  const comparison = all.find((one) => nameOf(one) === chosen) ?? NO_COMPARISON;
  const others = earlierForecasts(table, comparison);
  const [earlierName, setEarlierName] = useRemembered(`avvikelser.earlier ${key}`, others[0] === undefined ? '' : nameOf(others[0]), (value) => value === '' || others.some((one) => nameOf(one) === value));
  const earlier = others.find((one) => nameOf(one) === earlierName);
  const { threshold } = reading;
  const view = useMemo(
    () => avvikelseView(table, comparison, { threshold, showAll, findings: reading.report.findings, ...(earlier === undefined ? {} : { earlier }) }),
    [comparison, earlier, reading.report.findings, showAll, table, threshold],
  );
  const news = useMemo(() => newDeviations(reading, table, comparison, state.version), [comparison, reading, state.version, table]);
  if (view === null) return <TabPageFrame><p>{texts.avvikelser.noTable}</p></TabPageFrame>;
  const onBasis = comparisonsOn(table, comparison.basis);
  const unavailable = { toDate: texts.avvikelser.noToDate, forecast: texts.avvikelser.noForecast, final: texts.avvikelser.noFinal };
  const isClosed = comparisonsOn(table, 'final').length > 0;
  const thresholdUnit: Unit = table.unit === 'mnkr' ? 'mnkr' : 'tkr';
  const leastAmount = formatAmountWithUnit(thresholdFields(threshold, thresholdUnit).amount, thresholdUnit, { language });
  const thresholdText = texts.avvikelser.threshold(leastAmount, formatPercent(threshold.share, { language }, 0));
  const missingReason = (basis: (typeof BASES)[number]): string | null => {
    if (comparisonsOn(table, basis).length > 0) return null;
    return basis === 'toDate' && isClosed ? texts.avvikelser.yearClosed : unavailable[basis];
  };
  return (
    <TabPageFrame status={state.changedComments.length > 0 ? texts.footer.commentsChanged(state.changedComments.length) : texts.footer.enterGoes}>
      <HatchPatterns />
      <SelectionAvvikelse />
      <TotalLine table={table} comparison={comparison} view={view} />
      <Choice label={texts.avvikelser.table} value={key} options={tableOptions(tables)} onChoose={onChooseTable} />
      <Segments
        label={texts.avvikelser.comparison}
        value={comparison.basis}
        options={BASES.map((basis) => ({ value: basis, text: texts.avvikelser.basis[basis], disabledReason: missingReason(basis) }))}
        onChoose={(basis) => {
          const next = comparisonsOn(table, basis)[0];
          if (next !== undefined) setChosen(nameOf(next));
        }}
      />
      {(onBasis.length > 1 || others.length > 0) && (
        <div className="row against">
          <span className="grow"><Choice label={texts.avvikelser.basis[comparison.basis]} value={chosen} options={onBasis.map((one) => ({ value: nameOf(one), text: comparedName(table, one) }))} onChoose={setChosen} /></span>
          {others.length > 0 && (
            <>
              <span className="caption">{texts.avvikelser.against}</span>
              <span className="grow">
                <Choice
                  label={texts.avvikelser.earlierForecast}
                  value={earlierName}
                  options={[...others.map((one) => ({ value: nameOf(one), text: comparedName(table, one) })), { value: '', text: texts.avvikelser.noEarlier }]}
                  onChoose={setEarlierName}
                />
              </span>
            </>
          )}
        </div>
      )}
      <ThresholdFields unit={table.unit ?? 'tkr'} shown={texts.avvikelser.shown(view.rows.length, view.count)} />
      {view.rows.length === 0 && view.count > 0 && <p>{texts.avvikelser.nothingAbove(thresholdText, formatAmountWithUnit(view.total.amount, table.unit, { signed: true, language }))}</p>}
      <AvvikelseList table={table} comparison={comparison} view={view} earlierName={earlier === undefined ? null : comparedName(table, earlier)} news={news} showAll={showAll} onShowAll={setShowAll} />
      {showAll && <LinkButton onClick={() => setShowAll(false)}>{texts.avvikelser.showAbove}</LinkButton>}
      {!showAll && view.rows.length === 0 && view.count > 0 && <Button onClick={() => setShowAll(true)}>{texts.avvikelser.showAll(view.count)}</Button>}
      <ForecastNotes table={table} comparison={comparison} earlier={earlier ?? null} threshold={threshold} />
      <CommentTools table={table} />
    </TabPageFrame>
  );
}

/** The table whose rows are verksamheter, which the plan follows from; else the first. */
function firstTable(tables: readonly ReportTable[], planTable: string | null): string {
  const table = tables.find((one) => tableKey(one) === planTable) ?? tables[0];
  return table === undefined ? '' : tableKey(table);
}

const NO_COMPARISON: Comparison = { budget: '', compared: '', basis: 'final' };

function statusOf(reading: Reading, table: ReportTable): string {
  return reading.statuses.find((status) => status.key === tableKey(table))?.state ?? 'ready';
}

/** Sheet names; the range beside them where a sheet has several tables. */
function tableOptions(tables: readonly ReportTable[]): readonly { readonly value: string; readonly text: string }[] {
  return tables.map((table) => {
    const isAlone = tables.filter((other) => other.sheet === table.sheet).length === 1;
    return { value: tableKey(table), text: isAlone ? table.sheet : `${table.sheet} ${table.range}` };
  });
}

/** The heading's words for the period: "Utfall helår 2024" gives "helår 2024". */
function periodOf(header: string): string {
  return header.toLowerCase().replace(/\s*\((?:kr|tkr|mkr|mnkr)\)|,\s*(?:kr|tkr|mkr|mnkr)$/g, '').replace(/^(utfall|bokslut)\s+(?=\S)/, '').trim();
}

function TotalLine({ table, comparison, view }: { readonly table: ReportTable; readonly comparison: Comparison; readonly view: AvvikelseView }): JSX.Element {
  const texts = useTexts();
  const language = useLanguage();
  const { total } = view;
  const { state } = useReading();
  const structural = totalWithoutOneOffs(view, state.oneOffs);
  const compared = table.columns.find((column) => column.column === comparison.compared);
  const tone = total.amount < 0 ? 'bad' : total.amount > 0 ? 'good' : '';
  const word = total.amount < 0 ? texts.avvikelser.deficit : total.amount > 0 ? texts.avvikelser.surplus : texts.avvikelser.onBudget;
  const Icon = total.amount < 0 ? ArrowDown16Regular : total.amount > 0 ? ArrowUp16Regular : Subtract16Regular;
  const amount = (value: number): string => formatAmount(value, table.unit, { language });
  return (
    <div className="total">
      <p className="caption">{texts.avvikelser.title(periodOf(compared?.header ?? ''))}</p>
      <p className="row">
        <span className={`big number ${tone}`}>{formatAmountWithUnit(total.amount, table.unit, { signed: true, language })}</span>
        <span className={`strong number ${tone}`}>{formatPercent(total.share, { signed: true, language })}</span>
        <span className="grow" />
        <span className={`badge ${tone}`}><Icon aria-hidden />{word}</span>
      </p>
      <p className="caption number">
        {texts.avvikelser.base(amount(total.budget), texts.avvikelser.comparedName[comparison.basis], amount(total.compared))}
        {table.signRule === 'costs-positive' && ` · ${texts.avvikelser.costsPositive}`}
      </p>
      {structural !== null && <p className="caption number">{texts.avvikelser.withoutOneOff(formatAmountWithUnit(structural, table.unit, { signed: true, language }))}</p>}
    </div>
  );
}

/** "Minst 1,0 mnkr och 3 %": kept in the workbook when a field is left with a number in it. */
function ThresholdFields({ unit, shown }: { readonly unit: Unit; readonly shown: string }): JSX.Element {
  const texts = useTexts();
  const language = useLanguage();
  const { reading, actions } = useReading();
  const { threshold } = reading;
  const kept = thresholdFields(threshold, unit);
  const [amount, setAmount] = useState<string | null>(null);
  const [percent, setPercent] = useState<string | null>(null);
  const keep = (): void => {
    const next = typedThreshold({ amount, percent }, unit, threshold);
    setAmount(null);
    setPercent(null);
    if (next.amountTkr !== threshold.amountTkr || next.share !== threshold.share) void actions.saveThreshold(next).then(() => actions.say(shown));
  };
  const decimals = unit === 'mnkr' ? 1 : 0;
  const isWhole = Number.isInteger(Math.round(kept.percent * 1e4) / 1e4);
  return (
    <form
      className="row threshold"
      onSubmit={(event) => {
        event.preventDefault();
        keep();
      }}
    >
      <span>{texts.avvikelser.atLeast}</span>
      <Input
        className="amount-field" aria-label={texts.avvikelser.atLeastAmount(unit)} inputMode="decimal" contentAfter={<span className="caption">{unit}</span>}
        value={amount ?? formatNumber(kept.amount, decimals, { language })} onChange={(_event, data) => setAmount(data.value)} onBlur={keep}
      />
      <span>{texts.avvikelser.and}</span>
      <Input
        className="share-field" aria-label={texts.avvikelser.atLeastShare} inputMode="decimal" contentAfter={<span className="caption">%</span>}
        value={percent ?? formatNumber(kept.percent, isWhole ? 0 : 1, { language })} onChange={(_event, data) => setPercent(data.value)} onBlur={keep}
      />
      <button type="submit" className="visually-hidden" tabIndex={-1} aria-hidden>{texts.app.save}</button>
      <span className="caption number shown" role="status">{shown}</span>
    </form>
  );
}

import { Fragment, useState, type KeyboardEvent } from 'react';
import { Button, Table, TableBody, TableCell, TableHeader, TableHeaderCell, TableRow } from '@fluentui/react-components';
import { Comment16Filled, Comment16Regular, Warning16Regular } from '@fluentui/react-icons';
import type { AvvikelseRow, AvvikelseView } from '../../app/avvikelseView';
import type { NewDeviations } from '../../app/newDeviations';
import { formatAmount, formatAmountWithUnit, formatPercent } from '../../text/numbers';
import { withSoftHyphens } from '../../text/softHyphens';
import type { Comparison, ReportTable } from '../../workbook/report';
import { useArrowList } from '../hooks/useArrowList';
import { useReading } from '../hooks/usePane';
import { useLanguage, useTexts } from '../hooks/useTexts';
import { AvvikelseDetail } from './AvvikelseDetail';
import { DeviationBar } from './DeviationBar';
import { LinkButton } from './LinkButton';

interface AvvikelseListProps {
  readonly table: ReportTable;
  readonly comparison: Comparison;
  readonly view: AvvikelseView;
  /** The forecast the change is counted from; null hides the column. */
  readonly earlierName: string | null;
  /** Rows that crossed the threshold since an earlier version; null without one. */
  readonly news: NewDeviations | null;
  readonly showAll: boolean;
  readonly onShowAll: (showAll: boolean) => void;
}

/** A list of thousands of rows would stop the pane; the rest come on demand, with their sum meanwhile. */
const ROWS_AT_ONCE = 100;

/** The ranked rows, the rest, what rounding leaves, and the total. Enter goes to the cell, Space opens the row. */
export function AvvikelseList({ table, comparison, view, earlierName, news, onShowAll }: AvvikelseListProps): JSX.Element {
  const texts = useTexts();
  const language = useLanguage();
  const { actions } = useReading();
  const [opened, setOpened] = useState<number | null>(null);
  const [limit, setLimit] = useState(ROWS_AT_ONCE);
  const shown = view.rows.slice(0, limit);
  const more = view.rows.slice(limit);
  const list = useArrowList<HTMLTableElement>(shown.map((row) => String(row.row)));
  const amounts = [...view.rows.map((row) => row.amount), view.restAmount, ...view.rows.flatMap((row) => row.earlier ?? [])];
  const scale = { most: Math.max(0, ...amounts), least: Math.max(0, ...amounts.map((amount) => -amount)) };
  const isForecast = comparison.basis === 'forecast';
  const signed = { signed: true, language };
  const amountText = (amount: number): string => formatAmount(amount, table.unit, signed);
  const hasChange = earlierName !== null;
  const labelHeading = headingOf(table) ?? texts.avvikelser.activity;
  return (
    <Table ref={list.ref} className="avvikelser" size="extra-small" aria-label={texts.tabs.avvikelser} onKeyDown={list.onKeyDown} onFocus={list.onFocus}>
      <TableHeader>
        <TableRow>
          <TableHeaderCell className="label">{withSoftHyphens(labelHeading)}</TableHeaderCell>
          <TableHeaderCell className="bar-cell">{texts.avvikelser.bar}</TableHeaderCell>
          <TableHeaderCell className="amount">{table.unit ?? '–'}</TableHeaderCell>
          <TableHeaderCell className="share">{texts.avvikelser.percent}</TableHeaderCell>
          {hasChange && <TableHeaderCell className="share" title={texts.avvikelser.changeLabel(earlierName)}><abbr title={texts.avvikelser.changeLabel(earlierName)}>{texts.avvikelser.change(shortName(earlierName))}</abbr></TableHeaderCell>}
          <TableHeaderCell className="icon"><span className="visually-hidden">{texts.avvikelser.comment}</span></TableHeaderCell>
        </TableRow>
      </TableHeader>
      <TableBody>
        {shown.map((row) => (
          <Fragment key={row.row}>
            <RankedRow
              row={row} table={table} newSince={news?.rows.has(row.row) === true ? news.since : null} rowKey={row.key} scale={scale} isForecast={isForecast} hasChange={hasChange}
              tabIndex={list.tabIndexOf(String(row.row))} isOpen={opened === row.row} onToggle={() => setOpened(opened === row.row ? null : row.row)}
            />
            {opened === row.row && (
              <TableRow className="detail">
                <TableCell colSpan={hasChange ? 6 : 5}><AvvikelseDetail table={table} comparison={comparison} row={row} rowKey={row.key} /></TableCell>
              </TableRow>
            )}
          </Fragment>
        ))}
        {more.length > 0 && (
          <TableRow className="other">
            <TableHeaderCell scope="row" className="label"><LinkButton onClick={() => setLimit(limit + ROWS_AT_ONCE)}>{texts.avstamning.more(more.length)}</LinkButton></TableHeaderCell>
            <TableCell className="bar-cell" />
            <TableCell className="amount">{amountText(more.reduce((sum, row) => sum + row.amount, 0))}</TableCell>
            <TableCell className="share" />
            {hasChange && <TableCell className="share" />}
            <TableCell className="icon" />
          </TableRow>
        )}
        {view.below.length > 0 && (
          <TableRow className="other">
            <TableHeaderCell scope="row" className="label"><LinkButton onClick={() => onShowAll(true)}>{texts.avvikelser.below(view.below.length)}</LinkButton></TableHeaderCell>
            <TableCell className="bar-cell"><DeviationBar amount={view.restAmount} {...scale} isForecast={isForecast} /></TableCell>
            <TableCell className="amount">{amountText(view.restAmount)}</TableCell>
            <TableCell className="share" />
            {hasChange && <TableCell className="share">{formatAmount(view.restChange, table.unit, signed)}</TableCell>}
            <TableCell className="icon" />
          </TableRow>
        )}
        {view.rounding !== null && !isNothing(view.rounding, table, view.roundingChange) && (
          <TableRow className="other">
            <TableHeaderCell scope="row" className={view.isDifference ? 'label warn' : 'label'}>{view.isDifference ? texts.avvikelser.difference : texts.avvikelser.rounding}</TableHeaderCell>
            <TableCell className="bar-cell" />
            <TableCell className="amount">{amountText(view.rounding)}</TableCell>
            <TableCell className="share" />
            {hasChange && <TableCell className="share">{formatAmount(view.roundingChange, table.unit, signed)}</TableCell>}
            <TableCell className="icon" />
          </TableRow>
        )}
        <TableRow className="sum">
          <TableHeaderCell scope="row" className="label">{texts.avvikelser.total}</TableHeaderCell>
          <TableCell className="bar-cell" />
          <TableCell className={`amount ${view.total.amount < 0 ? 'bad' : view.total.amount > 0 ? 'good' : ''}`}>
            {view.total.cell === null ? amountText(view.total.amount) : (
              <Button
                appearance="transparent" className="amount-button"
                aria-label={texts.avvikelser.amountLabel(`${texts.avvikelser.total}, ${wordOf(texts, view.total.amount)}`, formatAmountWithUnit(view.total.amount, table.unit, signed), view.total.cell)}
                onClick={() => actions.goToCell(table.sheet, view.total.cell ?? '')}
              >
                {amountText(view.total.amount)}
              </Button>
            )}
          </TableCell>
          <TableCell className="share">{formatPercent(view.total.share, signed)}</TableCell>
          {hasChange && <TableCell className="share">{formatAmount(view.total.change, table.unit, signed)}</TableCell>}
          <TableCell className="icon" />
        </TableRow>
      </TableBody>
    </Table>
  );
}

interface RankedRowProps {
  readonly row: AvvikelseRow;
  readonly table: ReportTable;
  /** The version that did not have it over the threshold; null where the row is not new. */
  readonly newSince: string | null;
  readonly rowKey: string;
  readonly scale: { readonly most: number; readonly least: number };
  readonly isForecast: boolean;
  readonly hasChange: boolean;
  readonly tabIndex: 0 | -1;
  readonly isOpen: boolean;
  readonly onToggle: () => void;
}

function RankedRow({ row, table, newSince, rowKey, scale, isForecast, hasChange, tabIndex, isOpen, onToggle }: RankedRowProps): JSX.Element {
  const texts = useTexts();
  const language = useLanguage();
  const { state, actions } = useReading();
  const comments = state.comments.filter((comment) => comment.rowKey === rowKey && comment.text !== '');
  const hasComment = comments.some((comment) => comment.version === state.version);
  const isOneOff = state.oneOffs.includes(rowKey);
  const signed = { signed: true, language };
  const openOnSpace = (event: KeyboardEvent): void => {
    if (event.key !== ' ') return;
    event.preventDefault();
    if (event.type === 'keydown') onToggle();
  };
  const tone = row.amount < 0 ? 'bad' : row.amount > 0 ? 'good' : '';
  return (
    <TableRow className={isOpen ? 'ranked open' : 'ranked'} data-row={String(row.row)}>
      <TableHeaderCell scope="row" className="label">
        <span className="cell-content">
          <span onClick={onToggle}>{withSoftHyphens(row.label)}</span>
          {row.hasError && <Warning16Regular className="warn mark" aria-label={texts.avvikelser.hasFinding} />}
          {newSince !== null && <span className="badge info mark" title={texts.avvikelser.newSince(newSince)}>{texts.avvikelser.isNew}</span>}
          {isOneOff && <span className="caption one-off">{texts.avvikelser.oneOff}</span>}
        </span>
      </TableHeaderCell>
      <TableCell className="bar-cell">
        <DeviationBar amount={row.amount} {...scale} isForecast={isForecast} earlier={row.earlier} />
      </TableCell>
      <TableCell className="amount">
        <Button
          appearance="transparent" className={`amount-button ${tone}`} data-stop="" tabIndex={tabIndex}
          title={texts.app.goTo(`${table.sheet}!${row.cell}`)}
          aria-label={texts.avvikelser.amountLabel(wordOf(texts, row.amount), formatAmountWithUnit(row.amount, table.unit, signed), row.cell)}
          onClick={() => actions.goToCell(table.sheet, row.cell)} onKeyDown={openOnSpace} onKeyUp={openOnSpace}
        >
          {formatAmount(row.amount, table.unit, signed)}
        </Button>
      </TableCell>
      <TableCell className="share">{row.share === null ? <Missing /> : formatPercent(row.share, signed)}</TableCell>
      {hasChange && <TableCell className="share">{row.change === null ? <Missing /> : formatAmount(row.change, table.unit, signed)}</TableCell>}
      <TableCell className="icon">
        <Button
          className="small-icon" appearance="subtle" size="small" data-stop="" tabIndex={-1} aria-expanded={isOpen}
          icon={hasComment ? <Comment16Filled /> : <Comment16Regular />}
          aria-label={`${isOpen ? texts.avvikelser.closeRow(row.label) : texts.avvikelser.openRow(row.label)}, ${hasComment ? texts.avvikelser.hasComment : texts.avvikelser.noComment}`}
          onClick={onToggle}
        />
      </TableCell>
    </TableRow>
  );
}

/** "–" for the eye, "saknas" for the ear. */
export function Missing(): JSX.Element {
  const texts = useTexts();
  return (
    <>
      <span aria-hidden>–</span>
      <span className="visually-hidden">{texts.app.missing}</span>
    </>
  );
}

function wordOf(texts: ReturnType<typeof useTexts>, amount: number): string {
  return amount < 0 ? texts.avvikelser.deficit : amount > 0 ? texts.avvikelser.surplus : texts.avvikelser.onBudget;
}

/** Nothing to print: the rest rounds to 0 in both columns. */
function isNothing(rounding: number, table: ReportTable, change: number | null): boolean {
  const isZero = (value: number): boolean => !/[1-9]/.test(formatAmount(value, table.unit));
  return isZero(rounding) && (change === null || isZero(change));
}

/** The heading of the label column without its unit; null where it is missing or too long for a narrow column. */
function headingOf(table: ReportTable): string | null {
  const header = table.columns.find((column) => column.field === 'label')?.header.replace(/\(.*?\)|,?\s*\b(tkr|mnkr|mkr|kr)\b/gi, '').trim() ?? '';
  return header === '' || header.length > 24 ? null : header;
}

function shortName(name: string): string {
  return name.replace(/^prognos\s*/i, '').slice(0, 8);
}

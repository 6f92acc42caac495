import { Checkbox, Table, TableBody, TableCell, TableHeaderCell, TableRow } from '@fluentui/react-components';
import type { AvvikelseRow } from '../../app/avvikelseView';
import { volumeSplit } from '../../app/volumeView';
import { amountDecimals, exactDecimals, formatAmount, formatCount, formatExact, formatTerm } from '../../text/numbers';
import type { Comparison, ReportTable } from '../../workbook/report';
import { useReading } from '../hooks/usePane';
import { useLanguage, useTexts } from '../hooks/useTexts';
import { CommentField } from './CommentField';
import { DeviationBar } from './DeviationBar';
import { LinkButton } from './LinkButton';

interface AvvikelseDetailProps {
  readonly table: ReportTable;
  readonly comparison: Comparison;
  readonly row: AvvikelseRow;
  readonly rowKey: string;
}

/** An opened row: how the figure follows, the way to its cell, volume and price, and the comment. */
export function AvvikelseDetail({ table, comparison, row, rowKey }: AvvikelseDetailProps): JSX.Element {
  const texts = useTexts();
  const language = useLanguage();
  const { actions, state } = useReading();
  const name = texts.avvikelser.comparedName[comparison.basis];
  const decimals = Math.max(amountDecimals(table.unit), exactDecimals(row.budget), exactDecimals(row.compared));
  const term = (value: number): string => formatTerm(value, decimals, language);
  const isOneOff = state.oneOffs.includes(rowKey);
  const formula =
    row.isTurned ? texts.avvikelser.turned(term(row.compared), term(row.budget), name)
    : row.signRule === 'costs-positive' ? texts.avvikelser.formula['costs-positive'](term(row.compared), term(row.budget), name)
    : texts.avvikelser.formula['costs-negative'](term(row.compared).replace(/^\((.*)\)$/, '$1'), term(row.budget), name);
  return (
    <div className="detail-box">
      <div className="row">
        <span className="number grow">{formula}</span>
        <LinkButton onClick={() => actions.goToCell(table.sheet, row.cell)}>{texts.app.goTo(row.cell)}</LinkButton>
      </div>
      <Split table={table} row={row} />
      <CommentField rowKey={rowKey} label={row.label} />
      <Checkbox
        label={texts.avvikelser.oneOffMark}
        checked={isOneOff}
        onChange={() => actions.saveOneOffs(isOneOff ? state.oneOffs.filter((key) => key !== rowKey) : [...state.oneOffs, rowKey])}
      />
    </div>
  );
}

function Split({ table, row }: { readonly table: ReportTable; readonly row: AvvikelseRow }): JSX.Element | null {
  const texts = useTexts();
  const language = useLanguage();
  const { reading } = useReading();
  const split = volumeSplit(row, reading.report.tables);
  if (split === null) return null;
  const parts = [{ name: texts.avvikelser.volume, amount: split.volume }, { name: texts.avvikelser.price, amount: split.price }];
  const scale = { most: Math.max(0, ...parts.map((part) => part.amount)), least: Math.max(0, ...parts.map((part) => -part.amount)) };
  return (
    <div className="split">
      <p className="caption strong" id={`split-${row.row}`}>{texts.avvikelser.consistsOf}</p>
      <Table className="avvikelser" size="extra-small" aria-labelledby={`split-${row.row}`}>
        <TableBody>
          {parts.map((part) => (
            <TableRow key={part.name}>
              <TableHeaderCell scope="row" className="label">{part.name}</TableHeaderCell>
              <TableCell className="bar-cell"><DeviationBar amount={part.amount} {...scale} /></TableCell>
              <TableCell className={`amount strong ${part.amount < 0 ? 'bad' : 'good'}`}>{formatAmount(part.amount, table.unit, { signed: true, language })}</TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
      <p className="caption number">
        {texts.avvikelser.volumeSource(formatVolume(split.actualVolume, language), formatVolume(split.budgetVolume, language), split.unit.toLowerCase(), texts.avvikelser.rowPlace(split.sheet, split.row))}
      </p>
    </div>
  );
}

function formatVolume(value: number, language: 'sv' | 'en'): string {
  return Number.isInteger(value) ? formatCount(value, language) : formatExact(value, 0, language);
}

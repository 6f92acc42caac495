import { useState } from 'react';
import { Button, Checkbox, Table, TableBody, TableCell, TableHeader, TableHeaderCell, TableRow } from '@fluentui/react-components';
import type { Unit } from '../../core/amount';
import { tableKey, type Correction, type TableKey } from '../../app/session';
import { unitText } from '../../app/unitView';
import type { Field, ReportTable, RowKind, TableKind } from '../../workbook/report';
import { Choice } from '../components/Choice';
import { LinkButton } from '../components/LinkButton';
import { RuleChoice } from '../components/RuleChoice';
import { SubpageFrame } from '../components/SubpageFrame';
import { useReading } from '../hooks/usePane';
import { useTexts } from '../hooks/useTexts';
import '../styles/start.css';

const KINDS: readonly TableKind[] = ['budget', 'measures', 'requirements', 'volumes', 'indicators', 'series', 'ledger', 'other'];
const UNITS: readonly Unit[] = ['kr', 'tkr', 'mnkr'];
/** A ledger has thousands of rows; the rest come on demand. */
const ROWS_AT_ONCE = 100;
const ROW_KINDS: readonly RowKind[] = ['item', 'sum', 'section', 'note'];

/** "Ändra tabell": kind, unit, sign rule, what each column and row is, or not to use the table. */
export function ChangeTablePage({ table: key }: { readonly table: TableKey }): JSX.Element {
  const texts = useTexts();
  const { reading, actions } = useReading();
  const index = reading.report.tables.findIndex((one) => tableKey(one) === key);
  const table = reading.report.tables[index];
  const status = reading.statuses[index];
  const [draft, setDraft] = useState<Correction>(status?.correction ?? {});
  const [showRows, setShowRows] = useState(false);
  if (table === undefined || status === undefined) return <SubpageFrame title={key}><p>{texts.hostErrors['changed-meanwhile']}</p></SubpageFrame>;
  const change = (part: Correction): void => setDraft({ ...draft, ...part });
  const kind = draft.kind ?? table.kind;
  const save = async (): Promise<void> => {
    if (await actions.correctTable(key, draft, draft.isIgnored === true ? texts.start.ignoredNow(key) : texts.start.saved(key))) actions.leaveSubpage();
  };
  return (
    <SubpageFrame
      title={table.sheet}
      place={table.range}
      footer={
        <>
          <span className="caption grow">{texts.changeTable.stored}</span>
          <div className="actions">
            <Button onClick={actions.leaveSubpage}>{texts.app.cancel}</Button>
            <Button appearance="primary" onClick={() => void save()}>{texts.app.save}</Button>
          </div>
        </>
      }
    >
      <div className="kind-and-unit">
        <label>
          <span className="field-label">{texts.changeTable.kind}</span>
          <Choice label={texts.changeTable.kind} value={kind} options={KINDS.map((value) => ({ value, text: texts.kinds[value] }))} onChoose={(value) => change({ kind: value })} />
        </label>
        <label>
          <span className="field-label">{texts.changeTable.unit}</span>
          <Choice
            label={texts.changeTable.unit}
            value={draft.unit ?? table.unit ?? ''}
            options={[...(draft.unit === undefined && table.unit === null ? [{ value: '' as const, text: '–' }] : []), ...UNITS.map((value) => ({ value, text: value }))]}
            onChoose={(value) => {
              if (value !== '') change({ unit: value });
            }}
          />
        </label>
      </div>
      <UnitEvidence table={table} />
      {(kind === 'budget' || kind === 'ledger') && (
        <fieldset className="plain">
          <legend>{texts.changeTable.rule}</legend>
          <RuleChoice table={table} value={draft.signRule ?? table.signRule} onChoose={(signRule) => change({ signRule })} name="rule" />
        </fieldset>
      )}
      <h3 className="section">{texts.changeTable.columns}</h3>
      <ColumnList table={table} draft={draft} onChoose={(column, field) => change({ columns: { ...draft.columns, [column]: field } })} />
      <div className="row">
        <p className="caption grow">{texts.changeTable.layout(table.headerRows.join('–'), table.rows.filter((row) => row.kind === 'sum').map((row) => row.row).slice(-1).join(''))}</p>
        <LinkButton small aria-expanded={showRows} onClick={() => setShowRows(!showRows)}>{showRows ? texts.app.hide : texts.changeTable.showRows(table.rows.length)}</LinkButton>
      </div>
      {showRows && <RowList table={table} draft={draft} onChoose={(row, rowKind) => change({ rows: { ...draft.rows, [row]: rowKind } })} />}
      {kind === 'measures' && <Checkbox label={texts.changeTable.common} checked={draft.isCommon === true} onChange={(_event, data) => change({ isCommon: data.checked === true })} />}
      <Checkbox label={texts.changeTable.ignore} checked={draft.isIgnored === true} onChange={(_event, data) => change({ isIgnored: data.checked === true })} />
    </SubpageFrame>
  );
}

function UnitEvidence({ table }: { readonly table: ReportTable }): JSX.Element | null {
  const texts = useTexts();
  const { reading } = useReading();
  if (table.unitCell === undefined) return table.unit === null ? <p className="caption">{texts.changeTable.unitNotFound}</p> : null;
  const text = unitText(reading, table);
  return text === null ? null : <p className="caption">{texts.changeTable.unitStands(table.unitCell, text)}</p>;
}

interface ListProps<Place, Kind> {
  readonly table: ReportTable;
  readonly draft: Correction;
  readonly onChoose: (place: Place, kind: Kind) => void;
}

function ColumnList({ table, draft, onChoose }: ListProps<string, Field>): JSX.Element {
  const texts = useTexts();
  const fields = Object.entries(texts.fields).map(([value, text]) => ({ value: value as Field, text }));
  return (
    <Table className="map" aria-label={texts.changeTable.columns} size="extra-small">
      <TableHeader>
        <TableRow>
          <TableHeaderCell className="letter"><span className="visually-hidden">{texts.changeTable.letter}</span></TableHeaderCell>
          <TableHeaderCell>{texts.changeTable.heading}</TableHeaderCell>
          <TableHeaderCell>{texts.changeTable.meaning}</TableHeaderCell>
        </TableRow>
      </TableHeader>
      <TableBody>
        {table.columns.map((column) => (
          <TableRow key={column.column}>
            <TableHeaderCell className="letter place" scope="row">{column.column}</TableHeaderCell>
            <TableCell>{column.header}</TableCell>
            <TableCell>
              <Choice label={texts.changeTable.column(column.column, column.header)} value={draft.columns?.[column.column] ?? column.field} options={fields} onChoose={(field) => onChoose(column.column, field)} />
            </TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}

function RowList({ table, draft, onChoose }: ListProps<number, RowKind>): JSX.Element {
  const texts = useTexts();
  const kinds = ROW_KINDS.map((value) => ({ value, text: texts.rowKinds[value] }));
  const [count, setCount] = useState(ROWS_AT_ONCE);
  return (
    <>
      <Table className="map" aria-label={texts.changeTable.rows} size="extra-small">
        <TableBody>
          {table.rows.slice(0, count).map((row) => (
            <TableRow key={row.row}>
              <TableHeaderCell className="letter place" scope="row">{row.row}</TableHeaderCell>
              <TableCell>{row.label}</TableCell>
              <TableCell>
                <Choice label={texts.changeTable.row(row.row, row.label)} value={draft.rows?.[row.row] ?? row.kind} options={kinds} onChoose={(rowKind) => onChoose(row.row, rowKind)} />
              </TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
      {table.rows.length > count && <Button onClick={() => setCount(count + ROWS_AT_ONCE)}>{texts.avstamning.more(Math.min(ROWS_AT_ONCE, table.rows.length - count))}</Button>}
    </>
  );
}

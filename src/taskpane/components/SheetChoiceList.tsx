import { useState } from 'react';
import { Checkbox, Table, TableBody, TableCell, TableHeader, TableHeaderCell, TableRow } from '@fluentui/react-components';
import { atgardView } from '../../app/atgardView';
import { avstamningView } from '../../app/avstamningView';
import type { SheetChoice } from '../../app/writingView';
import { formatExact } from '../../text/numbers';
import type { RewritePreview } from '../../workbook/write/rewrite';
import type { OwnSheetKind } from '../../workbook/write/sheetSpec';
import { useReading } from '../hooks/usePane';
import { useLanguage, useTexts } from '../hooks/useTexts';
import { LinkButton } from './LinkButton';

interface SheetChoiceListProps {
  readonly choices: readonly SheetChoice[];
  readonly chosen: ReadonlySet<OwnSheetKind>;
  readonly version: string;
  readonly onChoose: (kind: OwnSheetKind, isChosen: boolean) => void;
  readonly overwrite: ReadonlySet<string>;
  readonly onOverwrite: (cells: ReadonlySet<string>) => void;
}

/** Each sheet with what writing would do to it: new, updated with the cells that change, unchanged, or skipped and why. */
export function SheetChoiceList({ choices, chosen, version, onChoose, overwrite, onOverwrite }: SheetChoiceListProps): JSX.Element {
  const texts = useTexts();
  return (
    <ul className="sheets">
      {choices.map((choice) => {
        const state = choice.isSkipped ? 'skipped' : stateOf(choice.previews);
        const name = choice.kind === 'version' ? texts.write.saveVersion(version) : (choice.previews.find((sheet) => sheet.kind === choice.kind)?.name ?? texts.write.names[choice.kind]);
        return (
          <li key={choice.kind}>
            <div className="row sheet-row">
              <Checkbox className="grow" label={<span className="strong">{name}</span>} checked={chosen.has(choice.kind)} disabled={choice.isSkipped} onChange={(_event, data) => onChoose(choice.kind, data.checked === true)} />
              <span className={`badge ${state === 'new' || state === 'updated' ? 'info' : ''}`}>{texts.write.state[state]}</span>
            </div>
            <div className="sheet-detail">
              <Summary choice={choice} state={state} />
              {choice.previews.map((sheet) => <SheetChanges key={sheet.kind} sheet={sheet} overwrite={overwrite} onOverwrite={onOverwrite} />)}
            </div>
          </li>
        );
      })}
    </ul>
  );
}

function stateOf(previews: readonly RewritePreview[]): 'new' | 'updated' | 'unchanged' {
  if (previews.every((sheet) => sheet.state === 'unchanged')) return 'unchanged';
  return previews.every((sheet) => sheet.state === 'new') ? 'new' : 'updated';
}

function Summary({ choice, state }: { readonly choice: SheetChoice; readonly state: 'new' | 'updated' | 'unchanged' | 'skipped' }): JSX.Element | null {
  const texts = useTexts();
  const { reading, state: pane } = useReading();
  const text = ((): string => {
    if (state === 'skipped') return choice.kind === 'nyckeltalR12' ? texts.write.noSeries : choice.kind === 'atgardsplan' || choice.kind === 'handlingsplan' ? texts.write.noMeasures : texts.write.noBudget;
    if (state === 'updated') return texts.write.changes(choice.previews.reduce((sum, sheet) => sum + sheet.changes.length, 0), choice.previews.reduce((sum, sheet) => sum + sheet.keptComments, 0));
    switch (choice.kind) {
      case 'atgardsplan': {
        const groups = pane.plan === null ? [] : atgardView(pane.plan).groups;
        return texts.write.planned(groups.length, groups.reduce((sum, group) => sum + group.rows.length, 0));
      }
      case 'avstamning': {
        const view = avstamningView(reading);
        return texts.write.checked(view.errorCount, view.questions.length, view.rounding.length);
      }
      case 'version':
        return texts.write.valuesOnly;
      default:
        return '';
    }
  })();
  const taken = choice.previews.find((sheet) => sheet.wantedName !== undefined);
  return (
    <>
      {text !== '' && <p className="caption number">{text}</p>}
      {taken?.wantedName !== undefined && <p className="caption warn">{texts.write.nameTaken(taken.wantedName, taken.name)}</p>}
    </>
  );
}

const SHOWN_AT_FIRST = 3;
const SHOWN_AT_MOST = 200;

function SheetChanges({ sheet, overwrite, onOverwrite }: { readonly sheet: RewritePreview; readonly overwrite: ReadonlySet<string>; readonly onOverwrite: (cells: ReadonlySet<string>) => void }): JSX.Element | null {
  const texts = useTexts();
  const language = useLanguage();
  const [isOpen, setIsOpen] = useState(false);
  const text = (value: RewritePreview['changes'][number]['before']): string =>
    value === null || value === '' ? texts.write.empty : typeof value === 'number' ? formatExact(value, 0, language) : String(value);
  const changes = sheet.changes.slice(0, isOpen ? SHOWN_AT_MOST : SHOWN_AT_FIRST);
  const rest = sheet.changes.length - changes.length;
  const overwritten = [...overwrite].filter((cell) => cell.startsWith(`${sheet.name}!`));
  const byHand = [...new Set([...sheet.changedByHand.map((cell) => (cell.includes('!') ? cell : `${sheet.name}!${cell}`)), ...overwritten])];
  return (
    <>
      {sheet.state === 'updated' && sheet.changes.length > 0 && (
        <Table className="changes" size="extra-small" aria-label={texts.write.changedCells(sheet.name)}>
          <TableHeader>
            <TableRow>
              <TableHeaderCell>{texts.write.cell}</TableHeaderCell>
              <TableHeaderCell className="amount">{texts.write.now}</TableHeaderCell>
              <TableHeaderCell className="amount">{texts.write.becomes}</TableHeaderCell>
            </TableRow>
          </TableHeader>
          <TableBody>
            {changes.map((change) => (
              <TableRow key={change.cell}>
                <TableHeaderCell scope="row" className="place">{change.cell}</TableHeaderCell>
                <TableCell className="amount old">{text(change.before)}</TableCell>
                <TableCell className="amount strong">{text(change.after)}</TableCell>
              </TableRow>
            ))}
          </TableBody>
        </Table>
      )}
      {sheet.state === 'updated' && (rest > 0 || isOpen) && (
        <LinkButton small aria-expanded={isOpen} onClick={() => setIsOpen(!isOpen)}>{isOpen ? texts.app.hide : texts.write.showMore(rest)}</LinkButton>
      )}
      {byHand.length > 0 && (
        <div className="by-hand">
          <p className="caption">{texts.write.changedByHand}</p>
          <ul>
            {byHand.map((cell) => (
              <li key={cell}>
                <Checkbox label={<><span className="place">{cell}</span> {texts.write.overwrite}</>} checked={overwrite.has(cell)} onChange={(_event, data) => onOverwrite(new Set(data.checked === true ? [...overwrite, cell] : [...overwrite].filter((one) => one !== cell)))} />
              </li>
            ))}
          </ul>
        </div>
      )}
      {sheet.conflicts.map((conflict) => (
        <div key={conflict.cell} className="soft conflict">
          <p>{texts.avvikelser.conflict} <span className="place">{sheet.name}!{conflict.cell}</span></p>
          <p><span className="strong">{texts.avvikelser.here}:</span> {conflict.inPane}</p>
          <p><span className="strong">{texts.avvikelser.inSheet}:</span> {conflict.inSheet}</p>
          <div className="row">
            <LinkButton small aria-pressed={overwrite.has(`${sheet.name}!${conflict.cell}`)} onClick={() => onOverwrite(new Set([...overwrite, `${sheet.name}!${conflict.cell}`]))}>{texts.avvikelser.useThis}</LinkButton>
            <LinkButton small aria-pressed={!overwrite.has(`${sheet.name}!${conflict.cell}`)} onClick={() => onOverwrite(new Set([...overwrite].filter((cell) => cell !== `${sheet.name}!${conflict.cell}`)))}>{texts.avvikelser.useSheet}</LinkButton>
          </div>
        </div>
      ))}
      {sheet.rowsWithoutSource > 0 && <p className="caption">{texts.write.rowsWithoutSource(sheet.rowsWithoutSource)}</p>}
    </>
  );
}

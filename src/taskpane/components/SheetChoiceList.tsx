import { useState } from 'react';
import { Checkbox, Radio, RadioGroup, Table, TableBody, TableCell, TableHeader, TableHeaderCell, TableRow } from '@fluentui/react-components';
import { atgardView } from '../../app/atgardView';
import { avstamningView } from '../../app/avstamningView';
import type { SheetChoice } from '../../app/writingView';
import { formatExact } from '../../text/numbers';
import type { Texts } from '../../text/sv';
import type { CellContent, RewritePreview } from '../../workbook/write/rewrite';
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
        const sheetName = choice.previews.find((sheet) => sheet.kind === choice.kind)?.name ?? texts.write.names[choice.kind];
        const name = choice.kind === 'version' ? texts.write.saveVersion(version) : sheetName;
        return (
          <li key={choice.kind}>
            <div className="row sheet-row">
              <Checkbox
                className="grow" label={<span className="strong">{name}</span>} checked={chosen.has(choice.kind)} disabled={choice.isSkipped}
                onChange={(_event, data) => onChoose(choice.kind, data.checked === true)}
              />
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
    if (state === 'skipped') return skippedBecause(texts, choice.kind);
    if (state === 'updated') {
      const changed = choice.previews.reduce((sum, sheet) => sum + sheet.changes.length, 0);
      const kept = choice.previews.reduce((sum, sheet) => sum + sheet.keptComments, 0);
      return texts.write.changes(changed, kept);
    }
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
  const earlier = choice.previews.find((sheet) => sheet.commentsOf !== undefined)?.commentsOf;
  return (
    <>
      {text !== '' && <p className="caption number">{text}</p>}
      {earlier !== undefined && <p className="caption">{texts.write.commentsOf(earlier)}</p>}
      {taken?.wantedName !== undefined && <p className="caption warn">{texts.write.nameTaken(taken.wantedName, taken.name)}</p>}
    </>
  );
}

/** What the workbook lacks for a sheet. */
function skippedBecause(texts: Texts, kind: OwnSheetKind): string {
  switch (kind) {
    case 'nyckeltalR12':
      return texts.write.noSeries;
    case 'atgardsplan':
      return texts.write.noMeasures;
    case 'handlingsplan':
      return texts.write.noHandlingsplan;
    case 'avstamning':
      return texts.write.noChecks;
    default:
      return texts.write.noBudget;
  }
}

const SHOWN_AT_FIRST = 3;
const SHOWN_AT_MOST = 200;

type SheetChangesProps = Pick<SheetChoiceListProps, 'overwrite' | 'onOverwrite'> & { readonly sheet: RewritePreview };

function SheetChanges({ sheet, overwrite, onOverwrite }: SheetChangesProps): JSX.Element | null {
  const texts = useTexts();
  const language = useLanguage();
  const [isOpen, setIsOpen] = useState(false);
  const text = (value: RewritePreview['changes'][number]['before']): string =>
    isBlank(value) ? texts.write.empty : typeof value === 'number' ? formatExact(value, 0, language) : String(value);
  const changes = sheet.changes.slice(0, isOpen ? SHOWN_AT_MOST : SHOWN_AT_FIRST);
  const rest = sheet.changes.length - changes.length;
  const headOf = (side: 'before' | 'after'): string => (changes.every((change) => lookOf(change[side]) === 'amount') ? 'amount' : '');
  const conflicts = useConflicts(sheet, overwrite);
  const placeOf = (cell: string): string => `${sheet.name}!${cell}`;
  const choose = (place: string, isOverwritten: boolean): void => {
    const others = [...overwrite].filter((one) => one !== place);
    onOverwrite(new Set(isOverwritten ? [...others, place] : others));
  };
  const overwritten = [...overwrite].filter((place) => place.startsWith(placeOf('')) && !conflicts.some(({ cell }) => placeOf(cell) === place));
  const byHand = [...new Set([...sheet.changedByHand.map((cell) => (cell.includes('!') ? cell : placeOf(cell))), ...overwritten])];
  return (
    <>
      {sheet.state === 'updated' && sheet.changes.length > 0 && (
        <Table className="changes" size="extra-small" aria-label={texts.write.changedCells(sheet.name)}>
          <TableHeader>
            <TableRow>
              <TableHeaderCell className="cell">{texts.write.cell}</TableHeaderCell>
              <TableHeaderCell className={headOf('before')}>{texts.write.now}</TableHeaderCell>
              <TableHeaderCell className={headOf('after')}>{texts.write.becomes}</TableHeaderCell>
            </TableRow>
          </TableHeader>
          <TableBody>
            {changes.map((change) => (
              <TableRow key={change.cell}>
                <TableHeaderCell scope="row" className="cell place">{change.cell}</TableHeaderCell>
                <TableCell className={`${lookOf(change.before)} ${isBlank(change.before) ? 'muted' : 'old'}`}>{text(change.before)}</TableCell>
                <TableCell className={`${lookOf(change.after)} ${isBlank(change.after) ? 'muted' : 'strong'}`}>{text(change.after)}</TableCell>
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
                <Checkbox
                  label={texts.write.overwrite(cell.slice(cell.lastIndexOf('!') + 1))} checked={overwrite.has(cell)}
                  onChange={(_event, data) => choose(cell, data.checked === true)}
                />
              </li>
            ))}
          </ul>
        </div>
      )}
      {conflicts.map((conflict) => (
        <div key={conflict.cell} className="soft conflict">
          <p>{texts.avvikelser.conflict} <span className="place">{sheet.name}!{conflict.cell}</span></p>
          <RadioGroup
            aria-label={`${texts.avvikelser.conflict} ${conflict.cell}`}
            value={overwrite.has(placeOf(conflict.cell)) ? 'pane' : 'sheet'}
            onChange={(_event, data) => choose(placeOf(conflict.cell), data.value === 'pane')}
          >
            <Radio value="pane" label={<><span className="strong">{texts.avvikelser.useThis}</span><br />{conflict.inPane}</>} />
            <Radio value="sheet" label={<><span className="strong">{texts.avvikelser.useSheet}</span><br />{conflict.inSheet}</>} />
          </RadioGroup>
        </div>
      ))}
      {sheet.rowsWithoutSource > 0 && <p className="caption">{texts.write.rowsWithoutSource(sheet.rowsWithoutSource)}</p>}
    </>
  );
}

type Conflict = RewritePreview['conflicts'][number];

/** The conflicts of a sheet, also those where the pane's text has been chosen: a dry run with that choice has none to tell any more. */
function useConflicts(sheet: RewritePreview, overwrite: ReadonlySet<string>): readonly Conflict[] {
  const [met] = useState(() => new Map<string, Conflict>());
  for (const conflict of sheet.conflicts) met.set(conflict.cell, conflict);
  return [...met.values()].filter((conflict) => overwrite.has(`${sheet.name}!${conflict.cell}`) || sheet.conflicts.some((one) => one.cell === conflict.cell));
}

function isBlank(content: CellContent): boolean {
  return content === null || content === '';
}

/** Figures stand to the right, texts to the left. */
function lookOf(content: CellContent): string {
  return typeof content === 'number' ? 'amount' : '';
}

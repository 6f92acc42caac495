import { useMemo, useState } from 'react';
import type { WritingPreview } from '../../app/session';
import { sheetChoices, sheetCount, type SheetChoice } from '../../app/writingView';
import type { OwnSheetKind } from '../../workbook/write/sheetSpec';
import { useReading } from './usePane';
import { useWritingPreview } from './useWritingPreview';

/** What the user has chosen to write, and what that would do. */
export interface ChosenWriting {
  /** As typed. */
  readonly version: string;
  readonly setVersion: (version: string) => void;
  readonly isNamed: boolean;
  readonly choices: readonly SheetChoice[];
  readonly chosen: ReadonlySet<OwnSheetKind>;
  readonly choose: (kind: OwnSheetKind, isChosen: boolean) => void;
  /** Cells changed by hand that shall be written after all, as "Sheet!A1". */
  readonly overwrite: ReadonlySet<string>;
  readonly setOverwrite: (cells: ReadonlySet<string>) => void;
  /** null until the first dry run has been made. */
  readonly preview: WritingPreview | null;
  /** What is written is what was shown: until the preview has caught up with the last change, there is nothing to write. */
  readonly isReady: boolean;
  /** How many sheets are written. */
  readonly count: number;
  /** When the version that this one takes the place of was written; null where there is none. */
  readonly replacedFrom: string | null;
}

/** The choice of the page that is shown: every sheet that has something to hold, until the user takes one away. */
export function useWritingChoice(onFailed: (error: unknown) => void): ChosenWriting {
  const { state } = useReading();
  const [version, setVersion] = useState(state.version);
  const [unchosen, setUnchosen] = useState<ReadonlySet<OwnSheetKind>>(new Set());
  const [overwrite, setOverwrite] = useState<ReadonlySet<string>>(new Set());
  const { preview, isCurrent } = useWritingPreview(version, overwrite, onFailed);
  const choices = useMemo(() => (preview === null ? [] : sheetChoices(preview)), [preview]);
  const chosen = useMemo(
    () => new Set(choices.filter((choice) => !choice.isSkipped && !unchosen.has(choice.kind)).map((choice) => choice.kind)),
    [choices, unchosen],
  );
  const count = sheetCount(choices, chosen);
  const isNamed = version.trim() !== '';
  return {
    version, setVersion, isNamed, choices, chosen, overwrite, setOverwrite, preview, count,
    choose: (kind, isChosen) => setUnchosen(new Set(isChosen ? [...unchosen].filter((one) => one !== kind) : [...unchosen, kind])),
    isReady: isCurrent && isNamed && count > 0,
    replacedFrom: chosen.has('version') ? (preview?.replacesFrom ?? null) : null,
  };
}

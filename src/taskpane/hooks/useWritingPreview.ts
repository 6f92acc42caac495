import { useEffect, useRef, useState } from 'react';
import type { Reading, WritingPreview } from '../../app/session';
import { CHOSEN_KINDS, withCompanions } from '../../app/writingView';
import { useReading } from './usePane';

/** The preview is made again this long after the last key in the version's field. */
const SETTLE_MS = 400;

/** A preview with what it was made of. */
interface ShownPreview {
  readonly preview: WritingPreview;
  readonly reading: Reading;
  readonly version: string;
  readonly overwrite: ReadonlySet<string>;
}

/**
 * The dry run of every sheet, made again when the version, the cells to write over or the reading change. Until it has caught up with the
 * last change it is not current.
 * @param version as typed
 * @param onFailed hears why a dry run could not be made; the same function each time
 */
export function useWritingPreview(
  version: string,
  overwrite: ReadonlySet<string>,
  onFailed: (error: unknown) => void,
): { readonly preview: WritingPreview | null; readonly isCurrent: boolean } {
  const { reading, services } = useReading();
  const [shown, setShown] = useState<ShownPreview | null>(null);
  const isFirst = useRef(true);
  isFirst.current = shown === null;
  useEffect(() => {
    let isShown = true;
    const timer = window.setTimeout(() => {
      services.previewWriting(reading, { version: version.trim(), sheets: withCompanions(CHOSEN_KINDS) }, overwrite).then(
        (preview) => { if (isShown) setShown({ preview, reading, version, overwrite }); },
        (error: unknown) => { if (isShown) onFailed(error); },
      );
    }, isFirst.current ? 0 : SETTLE_MS);
    return () => {
      isShown = false;
      window.clearTimeout(timer);
    };
  }, [onFailed, overwrite, reading, services, version]);
  const isCurrent = shown !== null && shown.reading === reading && shown.version === version && shown.overwrite === overwrite;
  return { preview: shown?.preview ?? null, isCurrent };
}

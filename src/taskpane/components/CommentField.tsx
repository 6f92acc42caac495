import { useEffect, useId, useRef, useState } from 'react';
import { Textarea } from '@fluentui/react-components';
import { useReading } from '../hooks/usePane';
import { useTexts } from '../hooks/useTexts';
import { LinkButton } from './LinkButton';

/** Stored this long after the last key, and at once when the field is left. */
const STORE_AFTER_MS = 800;

/** The comment of a row in the chosen version. It belongs to the row's key and is stored while it is typed. */
export function CommentField({ rowKey, label }: { readonly rowKey: string; readonly label: string }): JSX.Element {
  const texts = useTexts();
  const id = useId();
  const { state, actions, services } = useReading();
  const own = state.comments.find((comment) => comment.rowKey === rowKey && comment.version === state.version);
  const earlier = state.comments
    .filter((comment) => comment.rowKey === rowKey && comment.version !== state.version && comment.text !== '')
    .sort((a, b) => b.changedAt.localeCompare(a.changedAt))[0];
  const [text, setText] = useState(own?.text ?? '');
  const [showEarlier, setShowEarlier] = useState(false);
  const stored = useRef(own?.text ?? '');
  const ownText = own?.text ?? '';
  useEffect(() => {
    // Another version, or a text taken over for all rows: the field shows what is stored.
    if (ownText !== stored.current) setText(ownText);
    stored.current = ownText;
  }, [ownText]);
  const store = (value: string): void => {
    if (value === stored.current) return;
    stored.current = value;
    actions.saveComments([{ rowKey, version: state.version, text: value, changedAt: services.now().toISOString() }]);
  };
  const latest = useRef({ text, store });
  latest.current = { text, store };
  useEffect(() => {
    const timer = window.setTimeout(() => latest.current.store(text), STORE_AFTER_MS);
    return () => window.clearTimeout(timer);
  }, [text]);
  useEffect(() => () => latest.current.store(latest.current.text), []);
  const isChanged = state.changedComments.includes(rowKey) || text !== ownText;
  const badge = text === '' ? null : isChanged ? (earlier === undefined ? 'new' : 'updated') : 'unchanged';
  return (
    <div className="comment">
      <div className="row">
        <label htmlFor={id} className="grow">{texts.avvikelser.comment}</label>
        {badge !== null && <span className="badge info">{texts.avvikelser.commentState[badge]}</span>}
      </div>
      <Textarea id={id} className="wide" resize="vertical" value={text} aria-describedby={`${id}-belongs`} onChange={(_event, data) => setText(data.value)} onBlur={() => store(text)} />
      <p id={`${id}-belongs`} className="caption">{texts.avvikelser.commentBelongs(label, state.version)}</p>
      {earlier !== undefined && (
        <>
          <LinkButton small aria-expanded={showEarlier} onClick={() => setShowEarlier(!showEarlier)}>{texts.avvikelser.showText(earlier.version)}</LinkButton>
          {showEarlier && (
            <div className="soft">
              <p>{earlier.text}</p>
              <LinkButton
                small
                onClick={() => {
                  setText(earlier.text);
                  store(earlier.text);
                }}
              >
                {texts.avvikelser.useText}
              </LinkButton>
            </div>
          )}
        </>
      )}
    </div>
  );
}

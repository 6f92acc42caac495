import { useReading } from '../hooks/usePane';
import { useTexts } from '../hooks/useTexts';
import type { RowComment } from '../../app/session';
import { commentsWithoutRow, textsToTakeOver } from '../../app/commentView';
import type { ReportTable } from '../../workbook/report';
import { LinkButton } from './LinkButton';

/** All texts of the version before at once, and the comments whose rows are gone. */
export function CommentTools({ table }: { readonly table: ReportTable }): JSX.Element | null {
  const texts = useTexts();
  const { state, reading, actions, services } = useReading();
  const takeOver = textsToTakeOver(state.comments, table, state.version);
  const orphans = commentsWithoutRow(state.comments, reading.report.tables, state.version);
  if (takeOver === null && orphans.length === 0) return null;
  const use = (comments: readonly RowComment[]): void => {
    const changedAt = services.now().toISOString();
    actions.saveComments(comments.map((comment) => ({ ...comment, version: state.version, changedAt })));
  };
  return (
    <div className="comment-tools">
      {takeOver !== null && <LinkButton small onClick={() => use(takeOver.comments)}>{texts.avvikelser.useAllTexts(takeOver.version)}</LinkButton>}
      {orphans.length > 0 && (
        <section aria-label={texts.avvikelser.withoutRow}>
          <h3>{texts.avvikelser.withoutRow}</h3>
          <ul>
            {orphans.map((comment) => (
              <li key={`${comment.rowKey} ${comment.version}`} className="caption"><span className="strong">{comment.rowKey}</span> ({comment.version}): {comment.text}</li>
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}

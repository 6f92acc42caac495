import { Button } from '@fluentui/react-components';
import { ChevronRight16Regular } from '@fluentui/react-icons';
import { findingSentence } from '../../text/findingSentence';
import type { Finding } from '../../workbook/report';
import { useReading } from '../hooks/usePane';
import { useLanguage, useTexts } from '../hooks/useTexts';
import { AcceptFinding } from './FindingCard';
import { LinkButton } from './LinkButton';

interface FindingLineProps {
  readonly finding: Finding;
  readonly canAccept?: boolean;
  /** Why it was marked as looked into. */
  readonly reason?: string;
}

/** A question or a rounding: the sentence, and the whole line goes to the cell. */
export function FindingLine({ finding, canAccept = false, reason }: FindingLineProps): JSX.Element {
  const texts = useTexts();
  const language = useLanguage();
  const { actions } = useReading();
  const place = `${finding.sheet}!${finding.cell}`;
  return (
    <div className="finding-line">
      <Button appearance="subtle" className="line-button" iconPosition="after" icon={<ChevronRight16Regular />} onClick={() => actions.goToCell(finding.sheet, finding.cell)}>
        <span className="grow">
          <span className="strong">{texts.avstamning.titles[finding.code]}</span>
          <span className="block">{findingSentence(finding, texts, language)}</span>
          <span className="caption block">{finding.label === undefined || finding.label === '' ? place : `${place}, ${finding.label}`}</span>
          {reason !== undefined && <span className="caption block">{reason}</span>}
        </span>
      </Button>
      {canAccept && <AcceptFinding finding={finding} follows={[]} />}
      {reason !== undefined && (
        <LinkButton small onClick={() => void actions.acceptFindings([finding], null, texts.start.saved(place))}>{texts.avstamning.unaccept}</LinkButton>
      )}
    </div>
  );
}

import { useState } from 'react';
import { Combobox, Option } from '@fluentui/react-components';
import { suggestVersions } from '../../app/versionView';
import { useReading } from '../hooks/usePane';
import { useTexts } from '../hooks/useTexts';

/** The version's name: chosen from the workbook's own headings or written freely. */
export function VersionChoice(): JSX.Element {
  const texts = useTexts();
  const { reading, state, actions, services } = useReading();
  const [draft, setDraft] = useState<string | null>(null);
  const earlier = state.comments.map((comment) => comment.version);
  const names = [...new Set([...suggestVersions(reading.report, services.now().getFullYear()), ...earlier])].filter((name) => name !== '');
  const keep = (name: string): void => {
    setDraft(null);
    if (name.trim() !== '') actions.chooseVersion(name.trim());
  };
  return (
    <Combobox
      className="version-choice"
      freeform
      inlinePopup
      appearance="filled-lighter"
      aria-label={texts.header.version}
      placeholder={texts.empty.choosePeriod}
      expandIcon={{ 'aria-label': texts.header.showVersions, tabIndex: -1 }}
      value={draft ?? state.version}
      selectedOptions={[state.version]}
      onChange={(event) => setDraft(event.target.value)}
      onOptionSelect={(_event, { optionText }) => keep(optionText ?? '')}
      onBlur={() => {
        if (draft !== null) keep(draft);
      }}
    >
      {names.map((name) => (
        <Option key={name} value={name}>{name}</Option>
      ))}
    </Combobox>
  );
}

import type { ReactNode } from 'react';
import { CheckmarkCircle20Regular, DismissCircle20Regular, Info20Regular, Warning20Regular } from '@fluentui/react-icons';

export type Tone = 'info' | 'warn' | 'good' | 'bad';

const ICONS = { info: Info20Regular, warn: Warning20Regular, good: CheckmarkCircle20Regular, bad: DismissCircle20Regular };

/** A sentence in a box; the icon says the tone beside the colour. Errors are announced at once. */
export function Notice({ tone, children }: { readonly tone: Tone; readonly children: ReactNode }): JSX.Element {
  const Icon = ICONS[tone];
  return (
    <div className={`notice ${tone}`} role={tone === 'bad' ? 'alert' : undefined}>
      <Icon aria-hidden />
      <div className="text">{children}</div>
    </div>
  );
}

import type { ComponentProps } from 'react';
import { Button } from '@fluentui/react-components';

type LinkButtonProps = Omit<ComponentProps<typeof Button>, 'appearance' | 'as'> & { readonly small?: boolean };

/** A button that looks like a link: it acts on the pane or the workbook and goes to no address. */
export function LinkButton({ small = false, className = '', ...props }: LinkButtonProps): JSX.Element {
  return <Button {...(props as ComponentProps<typeof Button>)} appearance="transparent" className={`link ${small ? 'small' : ''} ${className}`} />;
}

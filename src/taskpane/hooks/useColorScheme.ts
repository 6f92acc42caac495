import { useEffect, useState } from 'react';

/** How the host paints itself; undefined where it does not tell. */
export type HostTheme = { readonly isDark: boolean } | undefined;

/**
 * Whether the pane is dark: as the Office theme, else as the browser. Office sends no event in Excel, so the theme is read again
 * when the pane is shown or gets the focus.
 */
export function useIsDark(readHostTheme: () => HostTheme): boolean {
  const [isDark, setIsDark] = useState(() => currentScheme(readHostTheme));
  useEffect(() => {
    const update = (): void => setIsDark(currentScheme(readHostTheme));
    const query = window.matchMedia('(prefers-color-scheme: dark)');
    query.addEventListener('change', update);
    window.addEventListener('focus', update);
    document.addEventListener('visibilitychange', update);
    return () => {
      query.removeEventListener('change', update);
      window.removeEventListener('focus', update);
      document.removeEventListener('visibilitychange', update);
    };
  }, [readHostTheme]);
  return isDark;
}

function currentScheme(readHostTheme: () => HostTheme): boolean {
  return readHostTheme()?.isDark ?? window.matchMedia('(prefers-color-scheme: dark)').matches;
}

import { API_FLOOR, isApiSupported } from './excelRun';

/** What the host tells about itself beside the workbook. */
export interface OfficeEnvironment {
  /** "sv-SE"; undefined where the host does not tell. */
  readonly displayLanguage: string | undefined;
  /** The Office theme; undefined where the host does not tell (Excel on the web may not). Asked anew each time, for there is no event. */
  readonly readTheme: () => { readonly isDark: boolean } | undefined;
  /** The requirement sets that the add-in needs are there. */
  readonly isSupported: boolean;
}

/** Waits for Office and tells what surrounds the workbook. */
export async function officeEnvironment(): Promise<OfficeEnvironment> {
  await Office.onReady();
  // The type says that the context is complete, but hosts leave parts of it out.
  const context: Partial<Office.Context> = Office.context;
  return {
    displayLanguage: context.displayLanguage,
    readTheme: () => {
      const theme = context.officeTheme;
      if (theme === undefined) return undefined;
      return { isDark: theme.isDarkTheme ?? isDarkColor(theme.bodyBackgroundColor) };
    },
    isSupported: isApiSupported(API_FLOOR),
  };
}

/** Whether white text reads better on a colour: luminance below the middle. "#262626" is dark. */
function isDarkColor(color: string | undefined): boolean {
  const hex = /^#?([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})/i.exec(color ?? '');
  if (hex === null) return false;
  const [red = 255, green = 255, blue = 255] = hex.slice(1).map((part) => parseInt(part, 16));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue < 128;
}

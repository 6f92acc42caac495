import { webDarkTheme, webLightTheme, type Theme } from '@fluentui/react-components';

/** Text in rem, so that the browser's text size scales the whole pane. */
function withScalableText(theme: Theme): Theme {
  return {
    ...theme,
    fontSizeBase100: '0.75rem', fontSizeBase200: '0.75rem', fontSizeBase300: '0.875rem', fontSizeBase400: '1rem', fontSizeBase500: '1.25rem', fontSizeBase600: '1.5rem',
    lineHeightBase100: '1rem', lineHeightBase200: '1rem', lineHeightBase300: '1.25rem', lineHeightBase400: '1.375rem', lineHeightBase500: '1.75rem', lineHeightBase600: '2rem',
  };
}

/** Fluent's themes with letters that grow with the text size of the system. */
export const lightTheme = withScalableText(webLightTheme);
export const darkTheme = withScalableText(webDarkTheme);

/** A JSON text as data; null where it is damaged, which a text that has lain in a workbook can be. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

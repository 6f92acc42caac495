import type { XlsxPackage } from './xlsxPackage';
import { child, childrenOf, escapeXml, type XmlElement } from './xlsxXml';

/** A part of our own that Excel keeps when it saves, as it keeps every custom XML part. */
const SETTINGS_NAMESPACE = 'urn:von:document-settings';

/** The document settings of add-ins: those Excel keeps in webextension parts, and those that writeSettings put in a part of our own. */
export function readSettings(file: XlsxPackage): Readonly<Record<string, unknown>> {
  const kept = file.paths.filter((path) => /webextensions\/webextension[^/]*\.xml$/i.test(path)).flatMap((path) => entries(child(file.xml(path), 'properties'), 'property'));
  const own = file.paths.filter((path) => /customXml\/item\d+\.xml$/i.test(path)).flatMap((path) => (file.text(path)?.includes(SETTINGS_NAMESPACE) ? entries(file.xml(path), 'setting') : []));
  return Object.fromEntries([...kept, ...own]);
}

function entries(element: XmlElement | undefined, name: string): readonly (readonly [string, unknown])[] {
  return childrenOf(element, name).map(({ attributes }) => [attributes.name ?? '', parseValue(attributes.value ?? '')] as const);
}

function parseValue(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // Settings of other add-ins need not be JSON.
    return text;
  }
}

/** The XML of our own settings part. */
export function settingsXml(settings: Readonly<Record<string, unknown>>): string {
  const items = Object.entries(settings).map(([name, value]) => `<setting name="${escapeXml(name)}" value="${escapeXml(JSON.stringify(value) ?? 'null')}"/>`);
  return `<settings xmlns="${SETTINGS_NAMESPACE}">${items.join('')}</settings>`;
}

/** What Excel wants beside a custom XML part: its identity and the namespaces in it. */
export const settingsPropertiesXml =
  '<ds:datastoreItem xmlns:ds="http://schemas.openxmlformats.org/officeDocument/2006/customXml" ds:itemID="{5E77165E-0000-4000-8000-000000000001}">' +
  `<ds:schemaRefs><ds:schemaRef ds:uri="${SETTINGS_NAMESPACE}"/></ds:schemaRefs></ds:datastoreItem>`;

import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parseStringPromise } from 'xml2js';

// The official validator needs the internet, so what it and the store ask for is checked here.

interface Node {
  readonly '#name': string;
  readonly $?: Readonly<Record<string, string>>;
  readonly $$?: readonly Node[];
  readonly _?: string;
}

const file = path.join(__dirname, '../../../manifest.xml');
const assets = path.join(__dirname, '../../../assets');
const origin = 'https://localhost:3000';
let root: Node;

beforeAll(async () => {
  const parsed: { OfficeApp: Node } = await parseStringPromise(readFileSync(file, 'utf8'), {
    explicitChildren: true,
    preserveChildrenOrder: true,
  });
  root = parsed.OfficeApp;
});

const children = (node: Node, name?: string): readonly Node[] => (node.$$ ?? []).filter((child) => !name || child['#name'] === name);
const all = (node: Node, name: string): readonly Node[] => [
  ...children(node, name),
  ...children(node).flatMap((child) => all(child, name)),
];
const child = (node: Node, name: string): Node => {
  const found = children(node, name)[0];
  if (!found) throw new Error(`<${node['#name']}> has no <${name}>`);
  return found;
};
const attribute = (node: Node, name: string): string => node.$?.[name] ?? '';

/** Element order by the schema; an element that the schema allows to be absent may be absent. */
const order: Readonly<Record<string, readonly string[]>> = {
  OfficeApp: ['Id', 'Version', 'ProviderName', 'DefaultLocale', 'DisplayName', 'Description', 'IconUrl', 'HighResolutionIconUrl', 'SupportUrl', 'AppDomains', 'Hosts', 'Requirements', 'DefaultSettings', 'Permissions', 'VersionOverrides', 'ExtendedOverrides'],
  VersionOverrides: ['Description', 'Requirements', 'Hosts', 'Resources'],
  DesktopFormFactor: ['GetStarted', 'FunctionFile', 'ExtensionPoint'],
  GetStarted: ['Title', 'Description', 'LearnMoreUrl'],
  CustomTab: ['Group', 'Label'],
  Group: ['Label', 'Icon', 'Control'],
  Control: ['Label', 'Supertip', 'Icon', 'Action'],
  Supertip: ['Title', 'Description'],
  Resources: ['bt:Images', 'bt:Urls', 'bt:ShortStrings', 'bt:LongStrings'],
};

describe('manifest.xml', () => {
  it('is read by office-addin-manifest', () => {
    // In a process of its own: the package needs real ES modules, which jest does not load.
    const script = `require('office-addin-manifest').OfficeAddinManifest.readManifestFile(${JSON.stringify(file)}).then((info) => console.log(JSON.stringify(info)))`;
    const info: unknown = JSON.parse(execFileSync(process.execPath, ['-e', script], { encoding: 'utf8' }));
    expect(info).toMatchObject({ defaultLocale: 'sv-SE', displayName: 'VON Budgetuppföljning', permissions: 'ReadWriteDocument', hosts: ['Workbook'] });
  });

  it.each(Object.keys(order))('keeps the schema order of the children of <%s>', (name) => {
    const nodes = name === 'OfficeApp' ? [root] : all(root, name);
    expect(nodes.length).toBeGreaterThan(0);
    for (const node of nodes) {
      const places = children(node).map((element) => (order[name] ?? []).indexOf(element['#name']));
      expect(places).not.toContain(-1);
      expect(places).toEqual([...places].sort((a, b) => a - b));
    }
  });

  it('has the extension points in the order functions, ribbon', () => {
    expect(all(root, 'ExtensionPoint').map((point) => attribute(point, 'xsi:type'))).toEqual(['CustomFunctions', 'PrimaryCommandSurface']);
  });

  it('has a GUID and a version of four numbers', () => {
    expect(child(root, 'Id')._).toMatch(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
    expect(child(root, 'Version')._).toMatch(/^\d{1,5}(\.\d{1,5}){3}$/);
  });

  it('resolves every resid to one resource, and uses every resource', () => {
    const ids = ['bt:Image', 'bt:Url', 'bt:String'].flatMap((name) => all(root, name).map((node) => attribute(node, 'id'))).filter((id) => id !== '');
    const used = new Set<string>();
    const collect = (node: Node): void => {
      if (node.$?.['resid']) used.add(attribute(node, 'resid'));
      children(node).forEach(collect);
    };
    collect(root);
    expect(new Set(ids).size).toBe(ids.length);
    expect([...used].sort()).toEqual([...ids].sort());
    expect([...ids].filter((id) => id.length > 32)).toEqual([]);
  });

  it('keeps the lengths that Office allows', () => {
    const texts = (name: string): readonly string[] =>
      all(root, name).flatMap((node) => [attribute(node, 'DefaultValue'), ...all(node, 'bt:Override').map((override) => attribute(override, 'Value'))]);
    const over = (limit: number) => (text: string): boolean => text.length > limit;
    expect(all(child(child(root, 'VersionOverrides'), 'Resources'), 'bt:ShortStrings').flatMap((node) => all(node, 'bt:String')).length).toBeGreaterThan(0);
    const short = all(root, 'bt:ShortStrings').flatMap((node) => all(node, 'bt:String')).flatMap((node) => [attribute(node, 'DefaultValue'), ...all(node, 'bt:Override').map((o) => attribute(o, 'Value'))]);
    const long = all(root, 'bt:LongStrings').flatMap((node) => all(node, 'bt:String')).flatMap((node) => [attribute(node, 'DefaultValue'), ...all(node, 'bt:Override').map((o) => attribute(o, 'Value'))]);
    expect(short.filter(over(125))).toEqual([]);
    expect(long.filter(over(250))).toEqual([]);
    expect(texts('DisplayName').filter(over(125))).toEqual([]);
    expect(texts('Description').filter(over(250))).toEqual([]);
  });

  it('says everything in English too where the words differ', () => {
    const locales = all(root, 'bt:String').map((node) => all(node, 'bt:Override').map((override) => attribute(override, 'Locale')));
    for (const list of locales) expect([[], ['en-US', 'en-GB']]).toContainEqual(list);
    const overrides = [...all(root, 'Override'), ...all(root, 'bt:Override')].map((node) => attribute(node, 'Locale'));
    expect(overrides).not.toContain('sv-SE');
  });

  it('serves everything from one https origin', () => {
    const urls = [...readFileSync(file, 'utf8').matchAll(/(?:DefaultValue|Value|Url)="(https?:[^"]+)"/g)].map((match) => match[1] ?? '');
    expect(urls.length).toBeGreaterThan(30);
    expect(urls.filter((url) => !url.startsWith(`${origin}/`))).toEqual([]);
  });

  it('runs pane, commands and functions in one shared runtime', () => {
    const page = 'Taskpane.Url';
    expect(attribute(all(root, 'Runtime')[0] ?? root, 'resid')).toBe(page);
    expect(attribute(all(root, 'Runtime')[0] ?? root, 'lifetime')).toBe('long');
    expect(attribute(child(all(root, 'Page')[0] ?? root, 'SourceLocation'), 'resid')).toBe(page);
    expect(attribute(all(root, 'FunctionFile')[0] ?? root, 'resid')).toBe(page);
    const url = all(root, 'bt:Url').find((node) => attribute(node, 'id') === page);
    expect(url && attribute(url, 'DefaultValue')).toBe(attribute(child(child(root, 'DefaultSettings'), 'SourceLocation'), 'DefaultValue'));
  });

  it('declares the floor that the host enforces', () => {
    expect(all(root, 'Set').map((set) => `${attribute(set, 'Name')} ${attribute(set, 'MinVersion')}`)).toEqual([
      'ExcelApi 1.12',
      'SharedRuntime 1.1',
      'CustomFunctionsRuntime 1.1',
    ]);
  });

  it('names icons that exist and have the size they say', () => {
    const icons = [
      ...all(root, 'bt:Image').map((node) => attribute(node, 'DefaultValue')).filter((url) => url !== ''),
      attribute(child(root, 'IconUrl'), 'DefaultValue'),
      attribute(child(root, 'HighResolutionIconUrl'), 'DefaultValue'),
    ];
    for (const url of icons) {
      const name = url.slice(url.lastIndexOf('/') + 1);
      const size = Number(/-(\d+)\.png$/.exec(name)?.[1]);
      const png = readFileSync(path.join(assets, name));
      expect([name, png.subarray(1, 4).toString('latin1'), png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([name, 'PNG', size, size]);
    }
    for (const icon of all(root, 'Icon')) {
      expect(all(icon, 'bt:Image').map((image) => attribute(image, 'size'))).toEqual(['16', '32', '80']);
    }
  });

  it('has the ribbon of the design: five groups, nine buttons', () => {
    const label = (node: Node): string => {
      const resid = attribute(child(node, 'Label'), 'resid');
      return attribute(all(root, 'bt:String').find((text) => attribute(text, 'id') === resid) ?? root, 'DefaultValue');
    };
    expect(all(root, 'Group').map((group) => [label(group), ...all(group, 'Control').map(label)])).toEqual([
      ['Underlag', 'Öppna panelen', 'Läs om'],
      ['Kontroll', 'Stämmer tabellen?', 'Avvikelse i markering'],
      ['Rapport', 'Skriv blad', 'Ångra skrivning'],
      ['Formler', 'Lås värden', 'Reparera VON-formler'],
      ['Stöd', 'Hjälp'],
    ]);
  });

  it('takes no keyboard shortcut that types a sign with AltGr on a Swedish keyboard', () => {
    const { actions, shortcuts }: { actions: { id: string }[]; shortcuts: { action: string; key: Record<string, string> }[] } = JSON.parse(readFileSync(path.join(assets, 'shortcuts.json'), 'utf8'));
    expect(shortcuts.map((shortcut) => shortcut.action)).toEqual(actions.map((action) => action.id));
    for (const { key } of shortcuts) {
      for (const keys of Object.values(key)) expect(/Ctrl.*Alt|Alt.*Ctrl/.test(keys)).toBe(false);
    }
  });
});

import './workbench.css';
import { svDemo } from '../../text/svDemo';
import { readXlsxFile } from '../host/xlsxRead';
import { writeXlsxFile } from '../host/xlsxWrite';
import { WorkbookFileError } from '../host/workbookFileError';
import { loadFunctions } from './loadFunctions';
import { openPaneFrame, type PaneFrame } from './paneFrame';
import { drawRibbon } from './ribbon';
import { showWorkbook, type ShownWorkbook } from './shownWorkbook';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

function element<Type extends HTMLElement>(id: string, type: new () => Type): Type {
  const found = document.getElementById(id);
  if (!(found instanceof type)) throw new Error(`The page has no #${id}.`);
  return found;
}

const message = element('message', HTMLElement);
const fileLabel = element('file-name', HTMLElement);
const paneElement = element('pane', HTMLElement);

let shown: ShownWorkbook | undefined;
let pane: PaneFrame | undefined;
let fileName = '';
const functions = loadFunctions('addin');

const say = (text: string): void => {
  message.textContent = text;
};

async function openBytes(bytes: Uint8Array, name: string): Promise<void> {
  try {
    const content = await readXlsxFile(bytes);
    pane?.remove();
    shown?.close();
    shown = await showWorkbook(element('sheet', HTMLElement), content, name, await functions, (entries) => pane?.sendEvents(entries));
    const { host, refresh } = shown;
    fileName = name;
    fileLabel.textContent = name;
    pane = openPaneFrame(paneElement, () => host, refresh);
    pane.show(true);
    say(content.dropped.length === 0 ? '' : `Arbetsbänken kan inte visa: ${content.dropped.join(', ')}.`);
    // For tests: the model behind the canvas that Univer draws on.
    Object.assign(window, { vonHost: host });
  } catch (error) {
    if (!(error instanceof WorkbookFileError)) throw error;
    say(svDemo.file[error.code](name));
  }
}

async function openExample(name: string): Promise<void> {
  const response = await fetch(`examples/${encodeURIComponent(name)}`);
  await openBytes(new Uint8Array(await response.arrayBuffer()), name);
}

async function save(): Promise<void> {
  if (shown === undefined) return;
  const bytes = await writeXlsxFile(await shown.host.toContent());
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([new Uint8Array(bytes)], { type: XLSX }));
  link.download = fileName.replace(/(\.\w+)?$/, ' – med VON-blad.xlsx');
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
  say(`Sparad som ${link.download}. Originalfilen är orörd.`);
}

async function press(action: string | null): Promise<void> {
  if (action === null) pane?.show(true);
  else if (!(await pane?.run(action))) say('Kommandot svarar inte. Panelen läses fortfarande in.');
}

async function start(): Promise<void> {
  const open = element('open', HTMLInputElement);
  open.addEventListener('change', () => {
    const file = open.files?.[0];
    if (file !== undefined) void file.arrayBuffer().then((buffer) => openBytes(new Uint8Array(buffer), file.name));
    open.value = '';
  });
  element('save', HTMLButtonElement).addEventListener('click', () => void save());
  const manifest = new DOMParser().parseFromString(await (await fetch('addin/manifest.xml')).text(), 'application/xml');
  drawRibbon(element('ribbon', HTMLElement), manifest, (action) => void press(action));
  const examples = (await (await fetch('examples/index.json')).json()) as readonly string[];
  const choice = element('example', HTMLSelectElement);
  for (const name of examples) choice.add(new Option(name));
  choice.addEventListener('change', () => void openExample(choice.value));
  const first = new URLSearchParams(window.location.search).get('fil') ?? examples[0];
  if (first !== undefined) {
    choice.value = first;
    await openExample(first);
  }
}

void start();

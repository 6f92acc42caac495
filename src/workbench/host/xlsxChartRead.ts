import type { FileChart } from './fileContent';
import { EMU_PER_POINT } from './lengths';
import type { ColorResolver } from './xlsxColors';
import type { XlsxPackage } from './xlsxPackage';
import { compact } from './xlsxStyles';
import { child, childrenOf, descendants, isOn, type XmlElement } from './xlsxXml';

export interface ReadDrawing {
  readonly charts: readonly FileChart[];
  readonly dropped: readonly string[];
}

type Series = FileChart['series'][number];

const PLOTS = ['barChart', 'lineChart', 'pieChart', 'areaChart', 'scatterChart'] as const;

/** Reads the charts of a drawing part; pictures and shapes are only named. `color` resolves the colours of the theme. */
export function readDrawing(file: XlsxPackage, path: string, color: ColorResolver): ReadDrawing {
  const anchors = file.xml(path)?.children ?? [];
  const relationships = file.relationships(path);
  const charts: FileChart[] = [];
  const dropped: string[] = [];
  for (const anchor of anchors) {
    const frame = descendants(anchor, 'chart')[0];
    if (frame) {
      const chart = readChart(file.xml(relationships.get(frame.attributes.id ?? '')?.target ?? ''), anchor, color);
      if (chart) charts.push(chart);
      else dropped.push('diagram av annat slag');
    } else if (descendants(anchor, 'pic').length > 0) dropped.push('bilder');
    else if (anchor.children.some(({ name }) => ['sp', 'grpSp', 'cxnSp', 'AlternateContent'].includes(name))) dropped.push('figurer');
  }
  return { charts, dropped };
}

/** Null for kinds that FileChart has no word for: several kinds in one chart, radar, 3D … */
function readChart(space: XmlElement | undefined, anchor: XmlElement, color: ColorResolver): FileChart | null {
  const chart = child(space, 'chart');
  const area = child(chart, 'plotArea');
  const plots = area?.children.filter(({ name }) => name.endsWith('Chart') || name.endsWith('Chart3D')) ?? [];
  const [plot] = plots;
  const type = plot && plots.length === 1 ? chartType(plot) : null;
  if (!plot || type === null) return null;
  const title = child(chart, 'title');
  const minimum = value(child(child(valueAxis(area), 'scaling'), 'min'));
  const gap = value(child(plot, 'gapWidth'));
  return {
    name: descendants(anchor, 'cNvPr')[0]?.attributes.name ?? '',
    type,
    series: childrenOf(plot, 'ser').map((series) => readSeries(series, color)),
    from: corner(child(anchor, 'from'), { row: 0, column: 0 }),
    to: corner(child(anchor, 'to'), { row: 15, column: 8 }),
    hasLegend: child(chart, 'legend') !== undefined,
    ...compact({
      title: title && descendants(title, 't').map(({ text }) => text).join(''),
      axisMinimum: minimum === undefined ? undefined : Number(minimum),
      gapWidth: gap === undefined ? undefined : Number(gap),
      axisFormat: value(child(valueAxis(area), 'numFmt'), 'sourceLinked') === '0' ? value(child(valueAxis(area), 'numFmt'), 'formatCode') : undefined,
      isAxisHidden: isOn(value(child(valueAxis(area), 'delete'))) || undefined,
      showsHidden: value(child(chart, 'plotVisOnly')) === '0' || undefined,
    }),
  };
}

const value = (element: XmlElement | undefined, attribute = 'val'): string | undefined => element?.attributes[attribute];

const valueAxis = (area: XmlElement | undefined): XmlElement | undefined => childrenOf(area, 'valAx').at(-1);

function chartType(plot: XmlElement): FileChart['type'] | null {
  const kind = PLOTS.find((name) => name === plot.name);
  const grouping = value(child(plot, 'grouping'));
  if (grouping === 'percentStacked') return null;
  switch (kind) {
    case 'barChart':
      return `${value(child(plot, 'barDir')) === 'bar' ? 'bar' : 'column'}${grouping === 'stacked' ? 'Stacked' : 'Clustered'}`;
    case 'lineChart':
      return 'line';
    case 'pieChart':
      return 'pie';
    case 'areaChart':
      return 'area';
    case 'scatterChart':
      return 'scatter';
    case undefined:
      return null;
  }
}

function readSeries(series: XmlElement, color: ColorResolver): Series {
  const name = child(series, 'tx');
  const nameReference = descendants(name, 'f')[0]?.text;
  const look = child(series, 'spPr');
  const labels = child(series, 'dLbls');
  return {
    values: descendants(child(series, 'val') ?? child(series, 'yVal'), 'f')[0]?.text ?? '',
    ...compact({
      name: nameReference === undefined ? child(name, 'v')?.text : `=${nameReference}`,
      categories: descendants(child(series, 'cat') ?? child(series, 'xVal'), 'f')[0]?.text,
      fill: child(look, 'noFill') ? 'none' : drawingColor(child(look, 'solidFill'), color),
      line: readLine(child(look, 'ln'), color),
      hasLabels: isOn(value(child(labels, 'showVal'))) || undefined,
      pointLabel: readPointLabel(child(labels, 'dLbl'), color),
    }),
  };
}

function readPointLabel(label: XmlElement | undefined, color: ColorResolver): Series['pointLabel'] {
  const point = value(child(label, 'idx'));
  if (label === undefined || point === undefined || !isOn(value(child(label, 'showSerName')))) return undefined;
  const own = drawingColor(descendants(child(label, 'txPr'), 'solidFill')[0], color);
  return { point: Number(point), place: value(child(label, 'dLblPos')) === 'b' ? 'below' : 'above', ...(own === undefined ? {} : { color: own }) };
}

function readLine(line: XmlElement | undefined, color: ColorResolver): Series['line'] {
  if (!line || child(line, 'noFill')) return undefined;
  const dash = value(child(line, 'prstDash'));
  return compact({
    color: drawingColor(child(line, 'solidFill'), color),
    dash: (dash !== undefined && dash !== 'solid') || undefined,
    width: line.attributes.w === undefined ? undefined : Number(line.attributes.w) / EMU_PER_POINT,
  });
}

const SCHEME_NUMBERS: Readonly<Record<string, string>> = { bg1: '0', lt1: '0', tx1: '1', dk1: '1', bg2: '2', lt2: '2', tx2: '3', dk2: '3', accent1: '4', accent2: '5', accent3: '6', accent4: '7', accent5: '8', accent6: '9' };

function drawingColor(fill: XmlElement | undefined, color: ColorResolver): string | undefined {
  const [named] = fill?.children ?? [];
  if (named?.name === 'srgbClr') return `#${(named.attributes.val ?? '').toUpperCase()}`;
  const theme = SCHEME_NUMBERS[named?.attributes.val ?? ''];
  return theme === undefined ? undefined : color({ name: 'color', attributes: { theme }, children: [], text: '' });
}

function corner(element: XmlElement | undefined, missing: FileChart['from']): FileChart['from'] {
  if (!element) return missing;
  return { row: Number(child(element, 'row')?.text ?? missing.row), column: Number(child(element, 'col')?.text ?? missing.column) };
}

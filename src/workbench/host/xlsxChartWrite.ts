import type { FileChart } from './fileContent';
import { EMU_PER_POINT } from './lengths';
import { attributes, OFFICE, type PartCollector } from './xlsxParts';
import { escapeXml } from './xlsxXml';

type Series = FileChart['series'][number];

const CHART = 'http://schemas.openxmlformats.org/drawingml/2006/chart';
const DRAWING = 'http://schemas.openxmlformats.org/drawingml/2006/main';
const SHEET_DRAWING = 'http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing';

/** Adds the charts of a sheet and the drawing that places them; gives the drawing's id, or null where there are no charts. */
export function writeDrawing(parts: PartCollector, sheetPath: string, charts: readonly FileChart[]): string | null {
  if (charts.length === 0) return null;
  const path = `xl/drawings/drawing${parts.number('drawing')}.xml`;
  const anchors = charts.map((chart, index) => {
    const chartPath = `xl/charts/chart${parts.number('chart')}.xml`;
    parts.add(chartPath, chartXml(chart), 'application/vnd.openxmlformats-officedocument.drawingml.chart+xml');
    return anchorXml(chart, index, parts.relate(path, `${OFFICE}/chart`, chartPath));
  });
  parts.add(path, `<xdr:wsDr xmlns:xdr="${SHEET_DRAWING}" xmlns:a="${DRAWING}">${anchors.join('')}</xdr:wsDr>`, 'application/vnd.openxmlformats-officedocument.drawing+xml');
  return parts.relate(sheetPath, `${OFFICE}/drawing`, path);
}

function anchorXml({ name, from, to }: FileChart, index: number, id: string): string {
  const corner = (tag: string, { row, column }: FileChart['from']): string =>
    `<xdr:${tag}><xdr:col>${column}</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>${row}</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:${tag}>`;
  return (
    `<xdr:twoCellAnchor>${corner('from', from)}${corner('to', to)}<xdr:graphicFrame macro=""><xdr:nvGraphicFramePr><xdr:cNvPr${attributes({ id: index + 2, name })}/><xdr:cNvGraphicFramePr/></xdr:nvGraphicFramePr>` +
    '<xdr:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/></xdr:xfrm>' +
    `<a:graphic><a:graphicData uri="${CHART}"><c:chart xmlns:c="${CHART}" xmlns:r="${OFFICE}" r:id="${id}"/></a:graphicData></a:graphic></xdr:graphicFrame><xdr:clientData/></xdr:twoCellAnchor>`
  );
}

/** One chart as a part. The elements stand in the order of the standard (CT_ChartSpace). */
function chartXml(chart: FileChart): string {
  const title = chart.title === undefined ? '' : `<c:title><c:tx><c:rich><a:bodyPr/><a:p><a:pPr><a:defRPr sz="1200" b="1"/></a:pPr><a:r><a:rPr lang="sv-SE" sz="1200" b="1"/><a:t>${escapeXml(chart.title)}</a:t></a:r></a:p></c:rich></c:tx><c:overlay val="0"/></c:title>`;
  return (
    `<c:chartSpace xmlns:c="${CHART}" xmlns:a="${DRAWING}" xmlns:r="${OFFICE}"><c:roundedCorners val="0"/><c:chart>${title}<c:autoTitleDeleted val="${chart.title === undefined ? 1 : 0}"/>` +
    `<c:plotArea><c:layout/>${plotXml(chart)}${axesXml(chart)}</c:plotArea>` +
    (chart.hasLegend ? '<c:legend><c:legendPos val="b"/><c:overlay val="0"/></c:legend>' : '') +
    `<c:plotVisOnly val="${chart.showsHidden ? 0 : 1}"/><c:dispBlanksAs val="gap"/></c:chart></c:chartSpace>`
  );
}

const AXIS_IDS = '<c:axId val="111111111"/><c:axId val="222222222"/>';

function plotXml(chart: FileChart): string {
  const series = chart.series.map((one, index) => seriesXml(chart, one, index)).join('');
  const isBar = chart.type.startsWith('bar');
  switch (chart.type) {
    case 'columnStacked':
    case 'columnClustered':
    case 'barStacked':
    case 'barClustered': {
      const isStacked = chart.type.endsWith('Stacked');
      return (
        `<c:barChart><c:barDir val="${isBar ? 'bar' : 'col'}"/><c:grouping val="${isStacked ? 'stacked' : 'clustered'}"/><c:varyColors val="0"/>${series}` +
        `${chart.gapWidth === undefined ? '' : `<c:gapWidth val="${chart.gapWidth}"/>`}${isStacked ? '<c:overlap val="100"/>' : ''}${AXIS_IDS}</c:barChart>`
      );
    }
    case 'line':
      return `<c:lineChart><c:grouping val="standard"/><c:varyColors val="0"/>${series}<c:marker val="1"/>${AXIS_IDS}</c:lineChart>`;
    case 'area':
      return `<c:areaChart><c:grouping val="standard"/><c:varyColors val="0"/>${series}${AXIS_IDS}</c:areaChart>`;
    case 'scatter':
      return `<c:scatterChart><c:scatterStyle val="lineMarker"/><c:varyColors val="0"/>${series}${AXIS_IDS}</c:scatterChart>`;
    case 'pie':
      return `<c:pieChart><c:varyColors val="1"/>${series}<c:firstSliceAng val="0"/></c:pieChart>`;
  }
}

function seriesXml({ type }: FileChart, series: Series, index: number): string {
  const isXY = type === 'scatter';
  const categories = series.categories === undefined ? '' : isXY ? `<c:xVal>${reference('num', series.categories)}</c:xVal>` : `<c:cat>${reference('str', series.categories)}</c:cat>`;
  const values = `<c:${isXY ? 'yVal' : 'val'}>${reference('num', series.values)}</c:${isXY ? 'yVal' : 'val'}>`;
  return (
    `<c:ser><c:idx val="${index}"/><c:order val="${index}"/>${nameXml(series.name)}${lookXml(series)}` +
    (type.startsWith('bar') || type.startsWith('column') ? '<c:invertIfNegative val="0"/>' : '') +
    (type === 'line' ? '<c:marker><c:symbol val="none"/></c:marker>' : '') +
    pointLabelXml(series) +
    (series.hasLabels ? '<c:dLbls><c:showLegendKey val="0"/><c:showVal val="1"/><c:showCatName val="0"/><c:showSerName val="0"/><c:showPercent val="0"/><c:showBubbleSize val="0"/></c:dLbls>' : '') +
    `${categories}${values}${type === 'line' || isXY ? '<c:smooth val="0"/>' : ''}</c:ser>`
  );
}

function pointLabelXml({ pointLabel }: Series): string {
  if (!pointLabel) return '';
  const { point, place, color } = pointLabel;
  const font = color === undefined ? '' : `<c:txPr><a:bodyPr/><a:p><a:pPr><a:defRPr b="1">${solid(color)}</a:defRPr></a:pPr><a:endParaRPr lang="sv-SE"/></a:p></c:txPr>`;
  const shows = (isShown: boolean): string => `<c:showLegendKey val="0"/><c:showVal val="${Number(isShown)}"/><c:showCatName val="0"/><c:showSerName val="${Number(isShown)}"/><c:showPercent val="0"/><c:showBubbleSize val="0"/>`;
  return `<c:dLbls><c:dLbl><c:idx val="${point}"/>${font}<c:dLblPos val="${place === 'above' ? 't' : 'b'}"/>${shows(true)}<c:separator> </c:separator></c:dLbl>${shows(false)}</c:dLbls>`;
}

const reference = (kind: 'num' | 'str', formula: string): string => `<c:${kind}Ref><c:f>${escapeXml(formula.replace(/^=/, ''))}</c:f></c:${kind}Ref>`;

/** A name that begins with "=" is taken from a cell. */
function nameXml(name: string | undefined): string {
  if (name === undefined) return '';
  return name.startsWith('=') ? `<c:tx>${reference('str', name)}</c:tx>` : `<c:tx><c:v>${escapeXml(name)}</c:v></c:tx>`;
}

function lookXml({ fill, line }: Series): string {
  const filled = fill === undefined ? '' : fill === 'none' ? '<a:noFill/>' : solid(fill);
  const width = line?.width === undefined ? '' : ` w="${Math.round(line.width * EMU_PER_POINT)}"`;
  const drawn = line
    ? `<a:ln${width}>${line.color === undefined ? '' : solid(line.color)}${line.dash ? '<a:prstDash val="dash"/>' : ''}</a:ln>`
    : fill === 'none'
      ? '<a:ln><a:noFill/></a:ln>'
      : '';
  return filled || drawn ? `<c:spPr>${filled}${drawn}</c:spPr>` : '';
}

const solid = (color: string): string => `<a:solidFill><a:srgbClr val="${color.replace('#', '').toUpperCase()}"/></a:solidFill>`;

function axesXml({ type, axisMinimum, axisFormat, isAxisHidden }: FileChart): string {
  if (type === 'pie') return '';
  const isLying = type.startsWith('bar');
  const minimum = axisMinimum === undefined ? '' : `<c:min val="${axisMinimum}"/>`;
  const first = type === 'scatter' ? 'valAx' : 'catAx';
  const light = '<c:spPr><a:ln w="6350"><a:solidFill><a:srgbClr val="D9D9D9"/></a:solidFill></a:ln></c:spPr>';
  return (
    // The first row of a lying bar chart stands uppermost, as it does in the table.
    `<c:${first}><c:axId val="111111111"/><c:scaling><c:orientation val="${isLying ? 'maxMin' : 'minMax'}"/></c:scaling><c:delete val="0"/><c:axPos val="${isLying ? 'l' : 'b'}"/>` +
    '<c:numFmt formatCode="General" sourceLinked="1"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="low"/><c:crossAx val="222222222"/><c:crosses val="autoZero"/>' +
    `${first === 'catAx' ? '<c:auto val="1"/><c:lblAlgn val="ctr"/><c:lblOffset val="100"/><c:noMultiLvlLbl val="0"/>' : '<c:crossBetween val="midCat"/>'}</c:${first}>` +
    `<c:valAx><c:axId val="222222222"/><c:scaling><c:orientation val="minMax"/>${minimum}</c:scaling><c:delete val="${isAxisHidden ? 1 : 0}"/><c:axPos val="${isLying ? 't' : 'l'}"/>` +
    `${isAxisHidden ? '' : `<c:majorGridlines>${light}</c:majorGridlines>`}<c:numFmt${attributes({ formatCode: axisFormat ?? 'General', sourceLinked: axisFormat === undefined ? 1 : 0 })}/><c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/>` +
    `<c:crossAx val="111111111"/><c:crosses val="autoZero"/><c:crossBetween val="${type === 'scatter' ? 'midCat' : 'between'}"/></c:valAx>`
  );
}

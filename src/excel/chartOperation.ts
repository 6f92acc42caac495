import { areaAddress, cellAddress } from '../workbook/address';
import type { SpecChart } from '../workbook/write/sheetSpec';
import { operation } from './sheetOperation';
import type { SheetOperation } from './sheetOperation';

const CHART_TYPES = { columnStacked: 'ColumnStacked', barStacked: 'BarStacked', line: 'Line' } as const;

/**
 * Draws a chart of ours. Excel makes series of its own from the range it is given; the first is taken over and the rest of ours are
 * added, so that none of Excel's guesses stays.
 */
export function chartOperation(chart: SpecChart): SheetOperation {
  return operation((sheet) => {
    const [first] = chart.series;
    if (!first) return;
    const seed = sheet.getRange(areaAddress(first.values));
    const drawn = sheet.charts.add(CHART_TYPES[chart.type], seed, first.values.left === first.values.right ? 'Columns' : 'Rows');
    drawn.name = chart.name;
    drawn.title.text = chart.title;
    drawn.legend.visible = chart.hasLegend;
    if (chart.hasLegend) drawn.legend.position = 'Bottom';
    drawn.setPosition(cellAddress(chart.area.top, chart.area.left), cellAddress(chart.area.bottom, chart.area.right));
    const { valueAxis } = drawn.axes;
    if (chart.axisMinimum !== undefined) valueAxis.minimum = chart.axisMinimum;
    if (chart.axisFormat !== undefined) valueAxis.numberFormat = chart.axisFormat;
    if (chart.isAxisHidden) {
      valueAxis.visible = false;
      valueAxis.majorGridlines.visible = false;
    }
    for (const [index, series] of chart.series.entries()) {
      const drawnSeries = index === 0 ? drawn.series.getItemAt(0) : drawn.series.add(series.name);
      if (index === 0) drawnSeries.name = series.name;
      // Excel takes an empty first cell for a heading, so that its guess at the first series too may lack a point.
      drawnSeries.setValues(sheet.getRange(areaAddress(series.values)));
      drawnSeries.setXAxisValues(sheet.getRange(areaAddress(chart.categories)));
      if (chart.gapWidth !== undefined && chart.type !== 'line') drawnSeries.gapWidth = chart.gapWidth;
      if (series.fill === 'none') drawnSeries.format.fill.clear();
      else if (chart.type !== 'line') drawnSeries.format.fill.setSolidColor(series.fill);
      if (series.line) {
        drawnSeries.format.line.color = series.line.color;
        if (series.line.width !== undefined) drawnSeries.format.line.weight = series.line.width;
        if (series.line.dash) drawnSeries.format.line.lineStyle = 'Dash';
      }
      if (series.hasLabels) drawnSeries.hasDataLabels = true;
      if (series.endLabel) labelLastPoint(drawnSeries, series, series.endLabel);
    }
  }, 14 + chart.series.length * 20, chart);
}

function labelLastPoint(drawn: Excel.ChartSeries, { values, line }: SpecChart['series'][number], place: 'above' | 'below'): void {
  const point = drawn.points.getItemAt(Math.max(values.bottom - values.top, values.right - values.left));
  point.hasDataLabel = true;
  const { dataLabel } = point;
  dataLabel.showSeriesName = true;
  dataLabel.showValue = true;
  dataLabel.separator = ' ';
  dataLabel.position = place === 'above' ? 'Top' : 'Bottom';
  if (line) dataLabel.format.font.color = line.color;
}

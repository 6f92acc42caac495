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
    if (chart.axisMinimum !== undefined) drawn.axes.valueAxis.minimum = chart.axisMinimum;
    for (const [index, series] of chart.series.entries()) {
      const drawnSeries = index === 0 ? drawn.series.getItemAt(0) : drawn.series.add(series.name);
      if (index === 0) drawnSeries.name = series.name;
      else drawnSeries.setValues(sheet.getRange(areaAddress(series.values)));
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
    }
  }, 10 + chart.series.length * 12, chart);
}

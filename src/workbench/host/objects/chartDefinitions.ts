import type { BagDefinition } from './bagObject';

const font: BagDefinition = { className: 'ChartFont', scalars: { bold: false, color: '#595959', italic: false, name: 'Calibri', size: 9, underline: 'None' } };
const lineOf = (className: string): BagDefinition => ({ className, scalars: { color: '', lineStyle: 'Automatic', weight: -1 }, methods: { clear: (state) => (state.values = { lineStyle: 'None' }) } });
const line = lineOf('ChartLineFormat');
const border = lineOf('ChartBorder');
const fill: BagDefinition = {
  className: 'ChartFill',
  scalars: {},
  methods: { setSolidColor: (state, [color]) => (state.values = { color }), clear: (state) => (state.values = { color: 'none' }) },
};
const titleFormat: BagDefinition = { className: 'ChartTitleFormat', scalars: {}, parts: { font, fill, border } };

const axisTitle: BagDefinition = { className: 'ChartAxisTitle', scalars: { text: '', visible: false, textOrientation: 0 }, parts: { format: { className: 'ChartAxisTitleFormat', scalars: {}, parts: { font, fill, border } } } };
const gridlines = (visible: boolean): BagDefinition => ({ className: 'ChartGridlines', scalars: { visible }, parts: { format: { className: 'ChartGridlinesFormat', scalars: {}, parts: { line } } } });
const axis = (type: string): BagDefinition => ({
  className: 'ChartAxis',
  scalars: {
    alignment: 'Center', axisGroup: 'Primary', baseTimeUnit: 'Days', categoryType: 'Automatic', crosses: 'Automatic', crossesAt: 0, customDisplayUnit: 1, displayUnit: 'None', isBetweenCategories: true, linkNumberFormat: true, logBase: 10, majorTickMark: 'None', majorTimeUnitScale: 'Days', majorUnit: '', maximum: '', minimum: '',
    minorTickMark: 'None', minorTimeUnitScale: 'Days', minorUnit: '', multiLevel: false, numberFormat: 'General', offset: 100, position: 'Automatic', reversePlotOrder: false, scaleType: 'Linear', showDisplayUnitLabel: false, textOrientation: 0, tickLabelPosition: 'NextToAxis', tickLabelSpacing: 1, tickMarkSpacing: 1, type, visible: true,
  },
  parts: { format: { className: 'ChartAxisFormat', scalars: {}, parts: { font, line, fill } }, majorGridlines: gridlines(type === 'Value'), minorGridlines: gridlines(false), title: axisTitle },
});
const dataLabels: BagDefinition = {
  className: 'ChartDataLabels',
  scalars: { autoText: true, horizontalAlignment: 'Center', linkNumberFormat: true, numberFormat: 'General', position: 'None', separator: ',', showBubbleSize: false, showCategoryName: false, showLegendKey: false, showPercentage: false, showSeriesName: false, showValue: true, textOrientation: 0, verticalAlignment: 'Center' },
  parts: { format: { className: 'ChartDataLabelFormat', scalars: {}, parts: { font, fill, border } } },
};

/** What a chart keeps beside its kind, series and place. */
export const chartDefinition: BagDefinition = {
  className: 'Chart',
  scalars: { categoryLabelLevel: 0, displayBlanksAs: 'NotPlotted', plotBy: 'Columns', plotVisibleOnly: true, seriesNameLevel: 0, showAllFieldButtons: false, showDataLabelsOverMaximum: true, style: 201 },
  parts: {
    title: { className: 'ChartTitle', scalars: { horizontalAlignment: 'Center', overlay: false, position: 'Automatic', showShadow: false, text: '', textOrientation: 0, verticalAlignment: 'Center', visible: true }, parts: { format: titleFormat } },
    legend: { className: 'ChartLegend', scalars: { overlay: false, position: 'Bottom', showShadow: false, visible: true }, parts: { format: { className: 'ChartLegendFormat', scalars: {}, parts: { font, fill, border } } } },
    format: { className: 'ChartAreaFormat', scalars: { colorScheme: 'ColorfulPalette1', roundedCorners: false }, parts: { font, fill, border } },
    plotArea: { className: 'ChartPlotArea', scalars: { position: 'Automatic' }, parts: { format: { className: 'ChartPlotAreaFormat', scalars: {}, parts: { fill, border } } } },
    axes: { className: 'ChartAxes', scalars: {}, parts: { categoryAxis: axis('Category'), valueAxis: axis('Value') } },
    dataLabels,
  },
};

export const seriesDefinition: BagDefinition = {
  className: 'ChartSeries',
  scalars: {
    axisGroup: 'Primary', chartType: null, filtered: false, gapWidth: 150, hasDataLabels: false, invertIfNegative: false, markerBackgroundColor: '', markerForegroundColor: '', markerSize: 5, markerStyle: 'Automatic', name: '', overlap: 0, plotOrder: 1, showShadow: false, smooth: false, varyByCategories: false,
  },
  parts: { dataLabels, format: { className: 'ChartSeriesFormat', scalars: {}, parts: { fill, line } } },
};

export const pointDefinition: BagDefinition = {
  className: 'ChartPoint',
  scalars: { hasDataLabel: false, markerBackgroundColor: '', markerForegroundColor: '', markerSize: 5, markerStyle: 'Automatic' },
  parts: { dataLabel: dataLabels, format: { className: 'ChartPointFormat', scalars: {}, parts: { fill, border } } },
};

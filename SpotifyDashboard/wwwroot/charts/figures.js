// Bars, lines, heatmaps and radars: a typed figure of C# becomes Plotly's data and layout.
import { baseLayout, escapeHtml, faded } from './chart-theme.js';

const plainAxis = theme => ({ fixedrange: true, zeroline: false, showline: false, ticks: '', gridcolor: theme.grid, tickfont: { color: theme.text }, automargin: true });

function bar(figure, theme) {
  const labels = figure.labels.map(escapeHtml);
  const colors = figure.colorVariables ? figure.colorVariables.map(theme.color) : theme.accent;
  const along = { ...plainAxis(theme), type: 'category', showgrid: false, ...(figure.horizontal ? { autorange: 'reversed' } : { tickangle: 0, nticks: roomFor(12) }) };
  const value = { ...plainAxis(theme), rangemode: 'tozero', nticks: 5 };
  const direct = figure.labels.length <= 12; // few enough to carry their figures themselves
  const before = figure.before ? [{
    type: 'bar',
    orientation: figure.horizontal ? 'h' : 'v',
    x: figure.horizontal ? figure.before : labels,
    y: figure.horizontal ? labels : figure.before,
    width: 0.8,
    marker: { color: faded(theme.accent, 0.28), cornerradius: 4 },
    hoverinfo: 'skip',
  }] : [];
  return {
    data: [...before, {
      type: 'bar',
      ...(figure.before ? { width: 0.45 } : {}),
      orientation: figure.horizontal ? 'h' : 'v',
      x: figure.horizontal ? figure.values : labels,
      y: figure.horizontal ? labels : figure.values,
      marker: { color: colors, cornerradius: 4 },
      text: direct ? figure.texts.map(escapeHtml) : undefined,
      textposition: direct ? 'auto' : undefined,
      textangle: 0,
      insidetextfont: { color: theme.dark ? theme.color('--on-accent') : theme.surface },
      outsidetextfont: { color: theme.text },
      cliponaxis: false,
      hoverinfo: 'none',
    }],
    layout: {
      ...baseLayout(theme),
      bargap: 0.3,
      barmode: 'overlay',
      dragmode: false,
      xaxis: figure.horizontal ? { ...value, showticklabels: !direct, showgrid: !direct } : along,
      yaxis: figure.horizontal ? along : { ...value, showticklabels: !direct, showgrid: !direct },
    },
  };
}

const seriesColors = ['--accent', '--mood-2', '--mood-3', '--mood-1', '--mood-5', '--mood-7', '--mood-4', '--mood-8'];
const dashes = ['solid', 'dash', 'dot', 'dashdot', 'longdash', 'longdashdot', 'solid', 'dash'];
const fills = ['', '/', '', '.', '', '\\', '', 'x'];

function line(figure, theme, width) {
  const single = figure.series.length === 1;
  const few = figure.labels.length <= 40; // enough room for a mark on each value
  const x = figure.labels.map((_, index) => index);
  return {
    data: figure.series.map((series, place) => {
      const color = theme.color(series.isQuiet ? '--line-strong' : series.colorVariable ?? seriesColors[place % seriesColors.length]);
      return {
        type: 'scatter',
        mode: few && !figure.isStacked ? 'lines+markers' : 'lines',
        name: escapeHtml(series.name),
        x,
        y: series.values,
        ...(figure.isStacked
          ? { stackgroup: 'layers', fillcolor: faded(color, 0.75), fillpattern: { shape: fills[place % fills.length], bgcolor: faded(color, 0.75), fgcolor: theme.surface, fgopacity: 0.35, size: 6, solidity: 0.2 } }
          : single ? { fill: 'tozeroy', fillcolor: faded(color, 0.14) } : {}),
        line: { color, width: series.isQuiet || figure.isStacked ? 1 : 2, dash: figure.isStacked ? 'solid' : series.isQuiet ? 'dot' : dashes[place % dashes.length] },
        marker: { size: 5 },
        connectgaps: false,
        hoverinfo: 'none',
      };
    }),
    layout: {
      ...baseLayout(theme),
      hovermode: 'x',
      dragmode: false,
      showlegend: !single,
      legend: { orientation: 'h', x: 0, y: 1.02, yanchor: 'bottom', itemclick: false, itemdoubleclick: false, font: { color: theme.text } },
      margin: { l: 0, r: 24, t: single ? 8 : 0, b: 0 },
      xaxis: { ...plainAxis(theme), showgrid: false, range: x.length === 1 ? [-1, 1] : [0, x.length - 1], ...labelled(figure.labels, width) },
      yaxis: { ...plainAxis(theme), rangemode: 'tozero', nticks: 5, ...(figure.isShare ? { tickformat: '.0%' } : {}) },
    },
  };
}

/** How many labels find room along an axis: on a phone half as many. */
const roomFor = labels => window.innerWidth < 600 ? labels / 2 : labels;

/** At most eight labels along the axis, evenly spread. */
function labelled(labels) {
  const step = Math.max(1, Math.ceil(labels.length / roomFor(8)));
  const shown = labels.map((_, index) => index).filter(index => index % step === 0);
  return { tickmode: 'array', tickvals: shown, ticktext: shown.map(index => escapeHtml(labels[index])), tickangle: 0 };
}

function heatmap(figure, theme, hostWidth) {
  const width = figure.columns.length;
  const gap = hostWidth / width < 10 ? 0 : 2; // cells narrower than that would be mostly gap
  const marks = figure.columnMarks ? Object.entries(figure.columnMarks) : null;
  return {
    data: [{
      type: 'heatmap',
      z: figure.rows.map((_, row) => figure.values.slice(row * width, (row + 1) * width)),
      colorscale: 'Viridis',
      reversescale: !theme.dark, // what is little recedes into the page in both themes
      zmin: figure.least ?? 0,
      ...(figure.most == null ? {} : { zmax: figure.most }),
      xgap: gap,
      ygap: gap,
      hoverongaps: false,
      hoverinfo: 'none',
      colorbar: { thickness: 8, len: 0.9, outlinewidth: 0, nticks: 4, tickfont: { color: theme.text }, ticks: '' },
    }],
    layout: {
      ...baseLayout(theme),
      dragmode: false,
      xaxis: {
        ...plainAxis(theme), showgrid: false, side: 'bottom',
        ...(marks ? { tickvals: marks.map(([at]) => +at), ticktext: marks.map(([, text]) => escapeHtml(text)) } : { tickvals: figure.columns.map((_, i) => i), ticktext: figure.columns.map(escapeHtml) }),
      },
      yaxis: { ...plainAxis(theme), showgrid: false, autorange: 'reversed', tickvals: figure.rows.map((_, i) => i), ticktext: figure.rows.map(escapeHtml) },
    },
  };
}

function radar(figure, theme) {
  const round = values => [...values, values[0]]; // a polygon ends where it began
  return {
    data: figure.series.map(series => ({
      type: 'scatterpolar',
      mode: 'lines+markers',
      fill: 'toself',
      r: round(series.values),
      theta: round(figure.axes.map(escapeHtml)),
      line: { color: theme.color(series.colorVariable), width: 2 },
      marker: { color: theme.color(series.colorVariable), size: 6 },
      fillcolor: faded(theme.color(series.colorVariable), 0.2),
      hoverinfo: 'none',
    })),
    layout: {
      ...baseLayout(theme),
      margin: { l: 72, r: 72, t: 28, b: 28 },
      dragmode: false,
      polar: {
        bgcolor: 'rgba(0,0,0,0)',
        radialaxis: { range: [0, 1], showticklabels: false, ticks: '', showline: false, gridcolor: theme.grid },
        angularaxis: { rotation: 90, direction: 'clockwise', gridcolor: theme.grid, linecolor: theme.grid, ticks: '', tickfont: { color: theme.text } },
      },
    },
  };
}

// Index and words of what Plotly says is under the pointer.
const places = {
  bar: (figure, { pointNumber: index }) => ({
    index, title: figure.labels[index], lines: [figure.texts[index], ...(figure.beforeTexts ? [`Before: ${figure.beforeTexts[index]}`] : [])],
  }),
  line: (figure, { pointNumber: index }) => ({
    index, title: figure.labels[index], lines: figure.series.map(series => figure.series.length === 1 ? series.texts[index] : `${series.name}: ${series.texts[index]}`),
  }),
  heatmap: (figure, { pointNumber: [row, column] }) => {
    const index = row * figure.columns.length + column;
    return { index, title: `${figure.rows[row]}, ${figure.columns[column]}`, lines: [figure.texts[index]] };
  },
  radar: (figure, { curveNumber, pointNumber }) => {
    const index = pointNumber % figure.axes.length;
    return { index, title: figure.axes[index], lines: [`${figure.series[curveNumber].name}: ${figure.series[curveNumber].texts[index]}`] };
  },
};

const drawings = { bar, line, heatmap, radar };

/** A plain figure: how it is drawn in a theme, and what it does when pointed at or clicked. */
export const toPlotly = figure => ({
  toPlotly: (theme, _, host) => drawings[figure.kind](figure, theme, host.clientWidth),
  listen(host, { owner, tip }) {
    const at = event => places[figure.kind](figure, event.points[0]);
    host.on('plotly_hover', event => tip.show(at(event)));
    host.on('plotly_unhover', () => tip.hide());
    host.on('plotly_click', event => owner.invokeMethodAsync('PointClickedAsync', at(event).index));
  },
});

// The browser's side of PlotlyChart.razor. C# says what to draw; this and the files in wwwroot/charts know Plotly.
import { loadPlotly } from '../../charts/plotly-loader.js';
import { readTheme } from '../../charts/chart-theme.js';
import { toPlotly } from '../../charts/figures.js';
import { createCloud } from '../../charts/point-cloud.js';
import { createTip } from '../../charts/chart-tip.js';
import { saveFile, saveStream } from '../../save-file.js';

/** What a data address holds; the page's policy lets nothing but its own server be fetched. */
const bytesOf = address => {
  const comma = address.indexOf(',');
  const body = address.slice(comma + 1);
  return address.slice(0, comma).endsWith(';base64') ? Uint8Array.from(atob(body), letter => letter.charCodeAt(0)) : decodeURIComponent(body);
};

export { saveStream };

// Plotly can send figures to a cloud service: listening history stays here.
const config = { responsive: false, displaylogo: false, displayModeBar: false, showSendToCloud: false, plotlyServerURL: '', doubleClick: false };

/**
 * Prepares an empty chart and returns its handle.
 * @param {HTMLElement} host the element to fill; its parent has a height
 * @param owner the component: PointClickedAsync(index), PointHoveredAsync(index), PointsSelectedAsync(bits)
 * @param {string} plotlyUrl address of the bundle
 */
export function create(host, owner, plotlyUrl) {
  const tip = createTip(host.parentElement, host);
  let figure = null;
  let view = null;
  let chart = null; // the cloud or a plain figure, with its events
  let gone = false;
  let work = Promise.resolve();

  const inTurn = task => work = work.catch(() => {}).then(() => gone ? undefined : task()); // draws never overlap

  const paint = async plotly => {
    const { data, layout, pixelRatio } = chart.toPlotly(readTheme(host), view, host);
    await plotly.react(host, data, { ...layout, height: figure.height, autosize: true }, { ...config, plotGlPixelRatio: pixelRatio ?? 2 });
  };

  const retheme = () => inTurn(async () => figure && paint(await loadPlotly(plotlyUrl)));
  const resize = new ResizeObserver(() => inTurn(async () => {
    const drawn = host._fullLayout;
    const changed = drawn && (drawn.width !== host.clientWidth || drawn.height !== host.clientHeight); // observing begins with a call
    if (changed && host.offsetParent) { // not on a hidden tab
      (await loadPlotly(plotlyUrl)).Plots.resize(host);
    }
  }));
  document.addEventListener('dashboard:theme', retheme);

  return {
    /** Draws a figure, or with null the last one in another view. */
    draw: (nextFigure, nextView) => inTurn(async () => {
      const plotly = await loadPlotly(plotlyUrl);
      if (gone) {
        return;
      }

      view = nextView;
      if (nextFigure) {
        figure = nextFigure;
        const make = figure.kind === 'cloud' ? createCloud : toPlotly;
        const next = make(figure);
        chart?.dispose?.();
        chart = next;
      }

      await paint(plotly);
      if (nextFigure) {
        host.removeAllListeners('plotly_hover');
        ['plotly_click', 'plotly_unhover', 'plotly_selected', 'plotly_deselect'].forEach(name => host.removeAllListeners(name));
        chart.listen(host, { owner, tip, plotly });
        resize.observe(host);
      }
    }),

    /** Hands the chart as it stands to the listener: `png` in twice the size, or `svg`. */
    save: (format, name) => inTurn(async () => {
      const plotly = await loadPlotly(plotlyUrl);
      const { surface } = readTheme(host);
      const { data, layout } = host;
      const { width, height } = host._fullLayout;
      const picture = await plotly.toImage({ data, layout: { ...layout, paper_bgcolor: surface, margin: { l: 24, r: 24, t: 24, b: 24 } }, config },
        { format, width, height, scale: format === 'png' ? 2 : 1 });
      saveFile(`${name}.${format}`, bytesOf(picture), format === 'png' ? 'image/png' : 'image/svg+xml');
    }),

    dispose() {
      gone = true;
      document.removeEventListener('dashboard:theme', retheme);
      resize.disconnect();
      chart?.dispose?.();
      tip.dispose();
      if (host.data) {
        window.Plotly.purge(host); // frees the WebGL context: browsers allow about 16
      }
    },
  };
}

// Point clouds: bytes from C# become one trace per group; pointing, clicking, lasso and keys speak in indices of points.
import { baseLayout, escapeHtml, mixed } from './chart-theme.js';
import { pathTraces, sift } from './cloud-path.js';
import { handleClicks } from './cloud-clicks.js';
import { handleKeys, startCamera } from './cloud-keys.js';

const HOVER_EVERY_MS = 80;
const FAINT = 0.18; // how much of their colour points keep that don't stand out
const SMOOTH_UP_TO = 8000; // points; above that a canvas of double density would cost more than it gives

/** Splits the bytes of a figure into one set of typed arrays per group. */
export function decode({ positions, groupOf, dimensions, groups }) {
  const all = new Float32Array(positions.slice().buffer); // a copy starts at a multiple of four
  const sizes = new Uint32Array(groups.length);
  groupOf.forEach(group => sizes[group]++);
  const parts = groups.map((_, group) => ({
    axes: Array.from({ length: dimensions }, () => new Float32Array(sizes[group])),
    indices: new Uint32Array(sizes[group]),
    filled: 0,
  }));
  groupOf.forEach((group, index) => {
    const part = parts[group];
    for (let axis = 0; axis < dimensions; axis++) {
      part.axes[axis][part.filled] = all[index * dimensions + axis];
    }
    part.indices[part.filled++] = index;
  });
  return { parts, at: index => all.subarray(index * dimensions, (index + 1) * dimensions) };
}

/** One bit per point, the lowest first: small enough for one message to the server. */
export function toBits(indices, count) {
  const bits = new Uint8Array(Math.ceil(count / 8));
  indices.forEach(index => bits[index >> 3] |= 1 << (index & 7));
  return bits;
}

export function createCloud(figure) {
  const { parts, at } = decode(figure);
  const solid = figure.dimensions === 3;
  const names = ['x', 'y', 'z'];
  const size = solid ? (figure.count > SMOOTH_UP_TO ? 4 : 6) : (figure.count > SMOOTH_UP_TO ? 4 : 7);
  let stop = () => {};
  let indexed = []; // per trace the indices of its points; none for the ring and the path

  const colorOf = (group, theme) => theme.color(figure.groups[group].mark.colorVariable);

  const trace = (part, group, theme, view, faint) => ({
    type: solid ? 'scatter3d' : 'scattergl',
    mode: 'markers',
    name: escapeHtml(figure.groups[group].name),
    ...Object.fromEntries(part.axes.map((values, axis) => [names[axis], values])),
    visible: !view.hidden.includes(group),
    marker: { size: faint ? size / 2 : size, symbol: figure.groups[group].mark.symbol, color: faint ? mixed(colorOf(group, theme), theme.surface, FAINT) : colorOf(group, theme), line: { width: 0 } },
    hoverinfo: 'none',
  });

  const ring = (theme, view) => {
    const place = view.selected === null || view.selected >= figure.count ? [] : [at(view.selected)];
    return {
      type: solid ? 'scatter3d' : 'scattergl',
      mode: 'markers',
      ...Object.fromEntries(names.slice(0, figure.dimensions).map((name, axis) => [name, place.map(point => point[axis])])),
      marker: { size: size * 4, symbol: 'circle-open', color: theme.strongText, line: { width: 2, color: theme.strongText } },
      hoverinfo: 'skip',
    };
  };

  const axis = (theme, title) => ({ title: { text: escapeHtml(title ?? ''), font: { color: theme.text } }, showticklabels: false, gridcolor: theme.grid, zerolinecolor: theme.grid, showspikes: false, showbackground: false });

  // The camera as the listener left it, as long as the same thing is shown: Plotly's own memory (uirevision) forgets it on a redraw.
  const camera = host => host.dataset.revision === figure.revision && host._fullLayout?.scene?._scene
    ? host._fullLayout.scene._scene.getCamera()
    : startCamera(host);

  // Index of the point that Plotly says is under the pointer; -1 for the ring and the path.
  const indexOf = point => indexed[point.curveNumber]?.[point.pointNumber] ?? -1;

  return {
    toPlotly(theme, view, host) {
      const [x, y, z] = figure.axes.map(title => axis(theme, title));
      const place = solid
        ? { scene: { xaxis: x, yaxis: y, zaxis: z, aspectmode: 'cube', dragmode: 'orbit', hovermode: 'closest', uirevision: figure.revision, camera: camera(host) } }
        : { xaxis: { ...x, zeroline: false }, yaxis: { ...y, zeroline: false }, dragmode: view.tool === 'box' ? 'select' : view.tool, margin: { l: 24, r: 8, t: 8, b: 24 } };
      const path = view.path?.dimensions === figure.dimensions ? view.path : null;
      const { lit, faint } = sift(parts, path?.lit);
      indexed = [...lit.map(part => part.indices), null, ...faint.map(part => part.indices)];
      return {
        data: [
          ...lit.map((part, group) => trace(part, group, theme, view)),
          ring(theme, view),
          ...faint.map((part, group) => trace(part, group, theme, view, true)),
          ...(path ? pathTraces(path, theme) : []),
        ],
        layout: { ...baseLayout(theme), uirevision: figure.revision, selectionrevision: figure.revision, ...place },
        pixelRatio: figure.count > SMOOTH_UP_TO ? 1 : 2,
      };
    },

    listen(host, { owner, tip, plotly }) {
      stop();
      host.dataset.revision = figure.revision;
      const known = new Map(); // words already asked for
      let wanted = -1;
      let asking = false;
      let timer = 0;

      const ask = async () => {
        const index = wanted;
        if (asking || index < 0) {
          return;
        }
        asking = true;
        try {
          if (!known.has(index)) {
            known.set(index, await owner.invokeMethodAsync('PointHoveredAsync', index));
          }
        } finally {
          asking = false;
        }
        const words = known.get(index);
        if (index !== wanted) {
          ask(); // the pointer has moved on meanwhile
        } else if (words) {
          tip.show(words);
        }
      };

      const forget = () => {
        wanted = -1;
        clearTimeout(timer);
        tip.hide();
      };

      host.on('plotly_hover', event => {
        const index = indexOf(event.points[0]);
        if (index >= 0 && index !== wanted) {
          wanted = index;
          clearTimeout(timer);
          timer = setTimeout(ask, HOVER_EVERY_MS);
        }
      });
      host.on('plotly_unhover', forget);
      const click = index => index >= 0 && owner.invokeMethodAsync('PointClickedAsync', index);
      const stopClicks = solid ? handleClicks(host, () => click(wanted)) : () => {};
      if (!solid) {
        host.on('plotly_click', event => click(indexOf(event.points[0])));
      }
      const select = event => owner.invokeMethodAsync('PointsSelectedAsync', toBits((event?.points ?? []).map(indexOf).filter(index => index >= 0), figure.count));
      host.on('plotly_selected', select);
      host.on('plotly_deselect', () => select(null));

      const stopKeys = handleKeys(host, plotly, solid);
      stop = () => {
        stopKeys();
        stopClicks();
        clearTimeout(timer);
      };
    },

    dispose: () => stop(),
  };
}

// A way through a cloud of points: the months of a listener, walked up to one of them.
import { escapeHtml } from './chart-theme.js';

const names = ['x', 'y', 'z'];
const TRAIL = 6; // steps behind the mark that are drawn strongly: the whole way would be a knot

/**
 * Parts every group in points that stand out and points that fade.
 * @param parts as point-cloud.js decodes them
 * @param {Uint8Array|undefined} bits one per point, the lowest first; without them all stand out
 */
export function sift(parts, bits) {
  if (!bits) {
    return { lit: parts, faint: [] };
  }
  const isLit = index => (bits[index >> 3] >> (index & 7) & 1) === 1;
  const pick = (part, wanted) => {
    const places = part.indices.reduce((kept, index, place) => (isLit(index) === wanted && kept.push(place), kept), []);
    return { axes: part.axes.map(values => Float32Array.from(places, place => values[place])), indices: Uint32Array.from(places, place => part.indices[place]) };
  };
  return { lit: parts.map(part => pick(part, true)), faint: parts.map(part => pick(part, false)) };
}

/** The whole way thin, the last steps strong, and a mark with its name where one is. */
export function pathTraces({ places, dimensions, at, name }, theme) {
  const all = new Float32Array(places.slice().buffer);
  const stations = all.length / dimensions;
  const type = dimensions === 3 ? 'scatter3d' : 'scatter';
  const axes = (first, end) => Object.fromEntries(names.slice(0, dimensions).map((axis, offset) =>
    [axis, Array.from({ length: end - first }, (_, station) => all[(first + station) * dimensions + offset])]));
  const since = Math.max(0, at - TRAIL);
  const shared = { type, hoverinfo: 'skip', ...(dimensions === 2 ? { cliponaxis: false } : {}) };
  const lines = [
    { ...shared, name: 'path', mode: 'lines', ...axes(0, stations), line: { width: dimensions === 3 ? 2 : 1, color: theme.text } },
    { ...shared, name: 'walked', mode: 'lines', ...axes(since, at + 1), line: { width: dimensions === 3 ? 5 : 3, color: theme.strongText } },
  ];
  const marks = [
    { ...shared, name: 'stations', mode: 'markers', ...axes(since, at + 1), marker: { size: dimensions === 3 ? 3 : 5, color: theme.strongText } },
    {
      ...shared,
      name: 'here',
      mode: 'markers+text',
      ...axes(at, at + 1),
      text: [escapeHtml(name)],
      textposition: 'top center',
      textfont: { ...theme.font, size: 14, color: theme.strongText },
      marker: { size: dimensions === 3 ? 12 : 14, symbol: 'diamond', color: theme.accent, line: { width: 2, color: theme.surface } },
    },
  ];

  // Plotly's solid lines leave the graphics card in a state in which points that follow are not drawn.
  return dimensions === 3 ? [...marks, ...lines] : [...lines, ...marks];
}

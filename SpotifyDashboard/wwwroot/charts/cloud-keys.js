// Turning, moving and zooming a cloud by keys, and a wheel that zooms only a map that was taken hold of: else it scrolls the page.
const TURN = Math.PI / 18;
const ZOOM = 1.2;

/** The camera before anyone turned it: farther off where the map is narrow, so that nothing is cut at its sides. */
export const startCamera = host => {
  const far = host.clientWidth < host.clientHeight ? 1.45 : 1;
  return { eye: { x: 1.3 * far, y: 1.3 * far, z: 0.9 * far } };
};

/** The camera after a key, or null: the eye moves on a sphere round the middle. */
export function turned({ eye, ...rest }, key) {
  const radius = Math.hypot(eye.x, eye.y, eye.z);
  let around = Math.atan2(eye.y, eye.x);
  let up = Math.asin(eye.z / radius);
  let far = radius;
  switch (key) {
    case 'ArrowLeft': around -= TURN; break;
    case 'ArrowRight': around += TURN; break;
    case 'ArrowUp': up = Math.min(up + TURN, 1.5); break;
    case 'ArrowDown': up = Math.max(up - TURN, -1.5); break;
    case '+': case '=': far /= ZOOM; break;
    case '-': far *= ZOOM; break;
    default: return null;
  }
  return { ...rest, up: { x: 0, y: 0, z: 1 }, eye: { x: far * Math.cos(up) * Math.cos(around), y: far * Math.cos(up) * Math.sin(around), z: far * Math.sin(up) } };
}

/** The ranges [x, y] after a key, or null. */
export function moved([x, y], key) {
  const shift = ([from, to], by) => [from + (to - from) * by, to + (to - from) * by];
  const scale = ([from, to], by) => [(from + to) / 2 - (to - from) / 2 * by, (from + to) / 2 + (to - from) / 2 * by];
  switch (key) {
    case 'ArrowLeft': return [shift(x, -0.1), y];
    case 'ArrowRight': return [shift(x, 0.1), y];
    case 'ArrowUp': return [x, shift(y, 0.1)];
    case 'ArrowDown': return [x, shift(y, -0.1)];
    case '+': case '=': return [scale(x, 1 / ZOOM), scale(y, 1 / ZOOM)];
    case '-': return [scale(x, ZOOM), scale(y, ZOOM)];
    default: return null;
  }
}

/** Listens on the host until the returned function is called. */
export function handleKeys(host, plotly, solid) {
  const onKey = event => {
    if (event.ctrlKey || event.metaKey || event.altKey) {
      return;
    }
    const layout = host._fullLayout;
    let change = null;
    if (event.key === '0') {
      change = solid ? { 'scene.camera': startCamera(host) } : { 'xaxis.autorange': true, 'yaxis.autorange': true };
    } else if (solid) {
      const camera = turned(layout.scene._scene.getCamera(), event.key);
      change = camera && { 'scene.camera': camera };
    } else {
      const ranges = moved([layout.xaxis.range, layout.yaxis.range], event.key);
      change = ranges && { 'xaxis.range': ranges[0], 'yaxis.range': ranges[1] };
    }
    if (change) {
      event.preventDefault();
      plotly.relayout(host, change);
    }
  };
  const onPointer = () => host.focus({ preventScroll: true });
  const onWheel = event => {
    if (document.activeElement !== host) {
      event.stopPropagation(); // not taken hold of: the page scrolls
    }
  };
  host.addEventListener('keydown', onKey);
  host.addEventListener('pointerdown', onPointer, true);
  host.addEventListener('wheel', onWheel, { capture: true, passive: true });
  return () => {
    host.removeEventListener('keydown', onKey);
    host.removeEventListener('pointerdown', onPointer, true);
    host.removeEventListener('wheel', onWheel, { capture: true });
  };
}

// Plotly tells of a click on a solid cloud only when a frame is drawn while the button is down: a quick tap on a slow machine is lost.
const FARTHEST = 5; // pixels that a finger may slip

/** Calls `clicked` after a press and release at one place, once the pointer's point is known; until the returned function is called. */
export function handleClicks(host, clicked) {
  let from = null;
  const down = event => from = event.isPrimary && event.button === 0 ? event : null;
  const up = event => {
    if (from && Math.hypot(event.clientX - from.clientX, event.clientY - from.clientY) <= FARTHEST) {
      // A tap has not hovered before: two frames later the point under it is known.
      requestAnimationFrame(() => requestAnimationFrame(clicked));
    }
    from = null;
  };
  host.addEventListener('pointerdown', down, true);
  host.addEventListener('pointerup', up, true);
  return () => {
    host.removeEventListener('pointerdown', down, true);
    host.removeEventListener('pointerup', up, true);
  };
}

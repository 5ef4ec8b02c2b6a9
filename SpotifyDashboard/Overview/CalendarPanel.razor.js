// Moves the focus over the days by arrow keys: decided here, since a key pressed during a round trip would be lost.
const steps = { ArrowLeft: [0, -1], ArrowRight: [0, 1], ArrowUp: [-1, 0], ArrowDown: [1, 0] };

export function create(host) {
  const listening = new AbortController();
  const options = { signal: listening.signal };

  const dayOf = (event) => (event.target instanceof Element ? event.target.closest('td > a') : null);

  const say = (event) => {
    const day = dayOf(event);
    const pointed = host.querySelector('.pointed');
    if (day && pointed) {
      pointed.textContent = day.getAttribute('aria-label');
    }
  };

  host.addEventListener('pointerover', say, options);
  host.addEventListener('focusin', say, options);
  host.addEventListener('keydown', (event) => {
    const day = dayOf(event);
    if (!day || event.altKey || event.ctrlKey || event.metaKey) {
      return;
    }

    const next = event.key in steps ? neighbour(day, ...steps[event.key]) : ends(day, event.key);
    if (next) {
      event.preventDefault();
      day.tabIndex = -1;
      next.tabIndex = 0;
      next.focus();
      next.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    }
  }, options);

  // On a narrow screen the newest days are what one wants to see first.
  const days = host.querySelector('.days');
  if (days) {
    days.scrollLeft = days.scrollWidth;
  }

  return { dispose: () => listening.abort() };
}

function neighbour(day, down, right) {
  const cell = day.parentElement;
  const rows = cell.parentElement.parentElement.rows;
  let row = cell.parentElement.sectionRowIndex + down;
  let column = cell.cellIndex + right;
  if (row < 0) {
    row = rows.length - 1;
    column -= 1;
  } else if (row >= rows.length) {
    row = 0;
    column += 1;
  }

  return rows[row].cells[column]?.querySelector('a') ?? null;
}

function ends(day, key) {
  const all = [...day.closest('tbody').querySelectorAll('a')].sort((one, other) => one.href.localeCompare(other.href));
  return key === 'Home' ? all[0] : key === 'End' ? all.at(-1) : null;
}

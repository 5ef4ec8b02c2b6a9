// Charts take their colours from the same CSS variables as everything else, in whatever theme is on.

/** Reads the theme as it stands: `color('--mood-1')` gives what Plotly understands. */
export function readTheme(element) {
  const style = getComputedStyle(element);
  const color = name => style.getPropertyValue(name).trim();
  return {
    color,
    dark: document.documentElement.dataset.theme === 'dark',
    text: color('--chart-text'),
    strongText: color('--text'),
    grid: color('--chart-grid'),
    surface: color('--surface'),
    accent: color('--accent'),
    font: { family: style.fontFamily, size: 12, color: color('--chart-text') },
  };
}

/** What every chart shares: no border, no legend, no background of its own. */
export const baseLayout = theme => ({
  font: theme.font,
  margin: { l: 0, r: 0, t: 0, b: 0 },
  paper_bgcolor: 'rgba(0,0,0,0)',
  plot_bgcolor: 'rgba(0,0,0,0)',
  showlegend: false,
  hovermode: 'closest',
});

/** A #rrggbb colour with the given opacity. */
export const faded = (color, opacity) =>
  `rgba(${[1, 3, 5].map(at => parseInt(color.slice(at, at + 2), 16)).join(',')},${opacity})`;

/** Two #rrggbb colours in one, opaque: solid points know no opacity. */
export const mixed = (color, ground, share) => {
  const at = (text, place) => parseInt(text.slice(place, place + 2), 16);
  return `rgb(${[1, 3, 5].map(place => Math.round(at(color, place) * share + at(ground, place) * (1 - share))).join(',')})`;
};

/** Text handed to Plotly is read as HTML, and track titles are not ours. */
export const escapeHtml = text => String(text).replace(/[&<>"]/g, c => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[c]);

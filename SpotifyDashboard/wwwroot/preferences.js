// The browser's side of BrowserPreferences.cs.
const prefix = 'dashboard.';

export function read(key) {
  try {
    return localStorage.getItem(prefix + key);
  } catch {
    return null; // storage is switched off in this browser
  }
}

export function write(key, value) {
  try {
    localStorage.setItem(prefix + key, value);
  } catch {
    // Storage is switched off: the choice holds for nothing, and nothing else breaks.
  }
  document.dispatchEvent(new CustomEvent('dashboard:preference', { detail: key }));
}

// IANA name of the zone in which this browser shows times.
export function timeZone() {
  return Intl.DateTimeFormat().resolvedOptions().timeZone;
}

// The language this browser prefers, as a BCP 47 tag.
export function language() {
  return navigator.language;
}

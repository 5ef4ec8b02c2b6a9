// Looks for news at this page's own address, and shows them in place: nothing moves that did not change.
const PATIENCE_MS = 20_000;

const freshness = document.getElementById('freshness');
let seen = new Date();
let tag = null; // of the answer that is on screen

const say = () => {
  freshness.textContent = `As of ${seen.toLocaleTimeString()}, and not reached since.`;
};

// Ids are given anew with every answer and mean nothing to the reader.
const shown = element => element.innerHTML.replaceAll(/ (id|aria-labelledby)="[^"]*"/g, '');

const look = async () => {
  if (document.hidden) {
    return;
  }

  try {
    const headers = tag ? { 'If-None-Match': tag } : {};
    const response = await fetch(location.href, { cache: 'no-store', credentials: 'omit', referrerPolicy: 'no-referrer', headers });
    if (response.status >= 500) {
      say();
      return;
    }

    if (response.status === 304) {
      seen = new Date();
      freshness.textContent = '';
      return;
    }

    tag = response.headers.get('ETag');
    const fresh = new DOMParser().parseFromString(await response.text(), 'text/html');
    const [now, next] = [document.querySelector('main'), fresh.querySelector('main')];
    seen = new Date();
    freshness.textContent = '';
    document.title = fresh.title;
    if (next && shown(now) !== shown(next)) {
      now.replaceChildren(...next.childNodes);
    }

    if (!response.ok) {
      document.querySelector('header .owner')?.remove();
      clearInterval(timer);
    }
  } catch {
    say(); // the network or the dashboard is away; the next round tries again
  }
};

const timer = setInterval(look, PATIENCE_MS);
document.addEventListener('visibilitychange', look);

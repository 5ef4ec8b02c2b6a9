/** A tooltip of our own: plain text and one picture, never HTML. */
export function createTip(frame, host) {
  const tip = document.createElement('div');
  tip.className = 'chart-tip';
  tip.hidden = true;
  frame.append(tip);
  let x = 0;
  let y = 0;

  const follow = event => {
    const box = frame.getBoundingClientRect();
    x = event.clientX - box.left;
    y = event.clientY - box.top;
    place();
  };

  const place = () => {
    if (tip.hidden) {
      return;
    }
    const { width, height } = frame.getBoundingClientRect();
    const left = x + 16 + tip.offsetWidth > width ? Math.max(0, x - 16 - tip.offsetWidth) : x + 16;
    const top = Math.min(Math.max(0, y - tip.offsetHeight / 2), Math.max(0, height - tip.offsetHeight));
    tip.style.transform = `translate(${Math.round(left)}px, ${Math.round(top)}px)`;
  };

  host.addEventListener('pointermove', follow);

  return {
    show({ title, lines = [], pictureUrl = null }) {
      const words = document.createElement('div');
      const head = document.createElement('strong');
      head.textContent = title;
      words.append(head, ...lines.map(line => {
        const row = document.createElement('span');
        row.textContent = line;
        return row;
      }));
      const parts = [words];
      if (pictureUrl) {
        const picture = document.createElement('img');
        picture.src = pictureUrl;
        picture.alt = '';
        parts.unshift(picture);
      }
      tip.replaceChildren(...parts);
      tip.hidden = false;
      place();
    },
    hide() {
      tip.hidden = true;
    },
    dispose() {
      host.removeEventListener('pointermove', follow);
      tip.remove();
    },
  };
}

// The browser's side of PaletteTool.razor: opens and closes the dialog and keeps the marked line in view. What is found is the server's business.
const answered = ['ArrowDown', 'ArrowUp', 'Enter'];

/**
 * @param {HTMLElement} host holds the button and the dialog
 * @returns a handle with close() and dispose()
 */
export function create(host) {
  const dialog = host.querySelector('dialog');
  const field = dialog.querySelector('input');

  // Told as if it had been typed, so that the server's lists come in the order of what was done here.
  const clear = () => {
    if (field.value !== '') {
      field.value = '';
      field.dispatchEvent(new Event('input', { bubbles: true }));
    }
  };

  const open = () => {
    if (!dialog.open && !document.querySelector('dialog[open]')) {
      clear();
      dialog.showModal();
      field.focus();
    }
  };

  const close = () => dialog.close(); // the browser gives the focus back to where it was

  const shortcut = event => {
    if ((event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey && event.key.toLowerCase() === 'k') {
      event.preventDefault();
      if (dialog.open) {
        close();
      } else {
        open();
      }
    }
  };

  const typed = event => {
    if (event.isComposing || !answered.includes(event.key)) {
      event.stopPropagation(); // letters reach the server as input, once
    } else {
      event.preventDefault();
    }
  };

  const leave = event => {
    if (event.target === dialog) { // the backdrop: its content covers the dialog itself
      close();
    }
  };

  const follow = new MutationObserver(() =>
    document.getElementById(field.getAttribute('aria-activedescendant'))?.scrollIntoView({ block: 'nearest' }));

  document.addEventListener('keydown', shortcut, true);
  field.addEventListener('keydown', typed);
  dialog.addEventListener('click', leave);
  dialog.addEventListener('close', () => dialog.open || clear()); // it may be open again before this is heard
  dialog.querySelector('.close').addEventListener('click', close);
  host.querySelector('.open').addEventListener('click', open);
  follow.observe(field, { attributeFilter: ['aria-activedescendant'] });

  return {
    close,
    dispose() {
      document.removeEventListener('keydown', shortcut, true);
      follow.disconnect();
      if (dialog.open) {
        close();
      }
    },
  };
}

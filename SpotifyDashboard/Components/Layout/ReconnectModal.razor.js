// A plain module, not a component's handle: it must work while there is no circuit.
const modal = document.getElementById('components-reconnect-modal');

modal.querySelector('[data-reload]').addEventListener('click', () => location.reload());

modal.querySelector('[data-reconnect]').addEventListener('click', async () => {
  try {
    // False means that the server answered but no longer knows this circuit.
    if (!await window.Blazor.reconnect()) {
      location.reload();
    }
  } catch {
    modal.className = 'components-reconnect-failed'; // still no answer; the button stays
  }
});

// A page is entered at its heading: the framework moves the focus there once, maybe while the page is still waiting for what it shows.
// When the heading of the fuller page then takes its place, the focus goes on with it instead of falling back to the top of the document.
(() => {
  let entered = null; // the heading that has the focus, or had it when it was taken away

  const goOn = () => {
    if (entered && !entered.isConnected && document.activeElement === document.body) {
      document.querySelector('h1')?.focus({ preventScroll: true });
    }
  };

  document.addEventListener('focusin', event => { entered = event.target.matches('h1') ? event.target : null; });
  document.addEventListener('pointerdown', () => { entered = null; }); // a click beside it leaves it
  new MutationObserver(goOn).observe(document.body, { childList: true, subtree: true });
})();

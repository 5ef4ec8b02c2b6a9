/**
 * Sentences are spans with the role of a button, since a real button does not break across lines. Whether a key scrolls the page is
 * decided here, within the key press.
 */
export const attach = article => {
  article.addEventListener('keydown', event => {
    if ((event.key === ' ' || event.key === 'Enter') && event.target.matches('[role="button"]')) {
      event.preventDefault();
      event.target.click();
    }
  });

  const escape = event => {
    if (!article.isConnected) {
      document.removeEventListener('keydown', escape);
      return;
    }

    const sentence = event.key === 'Escape' && article.querySelector('[role="button"][aria-expanded="true"]');
    const note = sentence && document.getElementById(sentence.getAttribute('aria-controls'));
    if (note) {
      if (note.contains(document.activeElement)) {
        sentence.focus();
      }

      note.querySelector('[data-close]').click();
    }
  };
  document.addEventListener('keydown', escape);
  article.dataset.ready = 'true';
};

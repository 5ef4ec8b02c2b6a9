// The browser's own dialog: it keeps the focus inside, closes on Escape and hands the focus back.
export const open = dialog => {
  if (!dialog.open) {
    dialog.showModal();
  }
};

export const close = dialog => dialog.close();

import { saveFile } from '../../save-file.js';

const drawn = async svg => {
  const address = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
  try {
    const image = new Image();
    image.src = address;
    await image.decode();
    const canvas = Object.assign(document.createElement('canvas'), { width: image.naturalWidth, height: image.naturalHeight });
    canvas.getContext('2d').drawImage(image, 0, 0);
    return await new Promise((done, fail) => canvas.toBlob(blob => (blob ? done(blob) : fail(new Error('The canvas gave no picture.'))), 'image/png'));
  } finally {
    URL.revokeObjectURL(address);
  }
};

/** Hands a card to the listener as a file, in the fonts of this browser. */
export const save = async (address, name, form) => {
  const response = await fetch(address);
  if (!response.ok) {
    throw new Error(`The card was answered with ${response.status}.`);
  }

  const svg = await response.text();
  saveFile(`${name}.${form}`, form === 'png' ? await drawn(svg) : svg, form === 'png' ? 'image/png' : 'image/svg+xml');
};

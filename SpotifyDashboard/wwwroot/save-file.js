/** Hands data to the listener as a file. */
export function saveFile(name, data, type) {
  const address = URL.createObjectURL(new Blob([data], { type }));
  const link = Object.assign(document.createElement('a'), { href: address, download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000); // the browser reads it after this turn
}

/** The same with a stream of the server's. */
export const saveStream = async (name, stream, type) => saveFile(name, await stream.arrayBuffer(), type);

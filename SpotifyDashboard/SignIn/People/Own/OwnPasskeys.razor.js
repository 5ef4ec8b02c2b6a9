// Makes a passkey: asks the dashboard with what, the browser for it, and the dashboard to keep it.
const send = async (path, body) => {
  const answer = await fetch(path, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) });
  const told = await answer.json();
  if (!answer.ok) {
    throw new Error(told.detail ?? told.title);
  }

  return told;
};

// What went wrong, as a sentence; null where a passkey was made and kept.
const make = async name => {
  if (!window.PublicKeyCredential?.parseCreationOptionsFromJSON) {
    return 'This browser is too old to make passkeys; a newer one can.';
  }

  try {
    const options = await send('/api/account/passkeys/options', {});
    const credential = await navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(options) });
    await send('/api/account/passkeys', { name, credential: credential.toJSON() });
    return null;
  } catch (error) {
    switch (error.name) {
      case 'InvalidStateError':
        return 'This device has a passkey of yours already.';
      case 'NotAllowedError':
      case 'AbortError':
        return 'No passkey was made.';
      case 'Error':
        return error.message;
      default:
        return 'The browser could not make a passkey, or the dashboard was not reached. Try again.';
    }
  }
};

export const attach = (form, page) => form.addEventListener('submit', async event => {
  event.preventDefault();
  const [field, button] = [form.querySelector('input'), form.querySelector('button')];
  button.disabled = true;
  const refused = await make(field.value);
  button.disabled = false;
  if (refused === null) {
    field.value = '';
  }

  await page.invokeMethodAsync('MadeAsync', refused);
});

// Shows the way in by passkey where the browser knows it, has the challenge signed and sends the form.
const form = document.querySelector('form[data-passkey]');
const [button, status] = [form.querySelector('button'), form.querySelector('[role=status]')];

const sign = async () => {
  const answer = await fetch(form.dataset.passkey, { method: 'POST' });
  if (!answer.ok) {
    throw new Error(answer.statusText);
  }

  const options = PublicKeyCredential.parseRequestOptionsFromJSON(await answer.json());
  return navigator.credentials.get({ publicKey: options });
};

form.addEventListener('submit', async event => {
  event.preventDefault();
  button.disabled = true;
  status.textContent = '';
  try {
    const credential = await sign();
    form.elements.credential.value = JSON.stringify(credential.toJSON());
    form.submit();
  } catch (error) {
    status.textContent = error.name === 'NotAllowedError' || error.name === 'AbortError'
      ? 'No passkey was used. Try again, or sign in another way.'
      : 'Passkeys can’t be used just now. Try again, or sign in another way.';
    button.disabled = false;
  }
});

form.hidden = !window.PublicKeyCredential?.parseRequestOptionsFromJSON;

// One upload per tab. It lives in the module, not in the page: leaving /import and coming back, or losing the circuit, does not stop it.
let upload = null;
let view = null;

export function create(root, page) {
  const parts = {
    drop: root.querySelector('.drop'),
    input: root.querySelector('input'),
    sending: root.querySelector('.sending'),
    text: root.querySelector('.sending-text'),
    bar: root.querySelector('progress'),
    stop: root.querySelector('button'),
    refused: root.querySelector('.refused'),
  };
  const mine = { parts, page };
  view = mine;

  const over = event => {
    event.preventDefault();
    parts.drop.classList.add('over');
  };
  const leave = () => parts.drop.classList.remove('over');
  const drop = event => {
    event.preventDefault();
    leave();
    send([...event.dataTransfer.files]);
  };
  const choose = () => {
    send([...parts.input.files]);
    parts.input.value = '';
  };
  const stop = () => upload?.request.abort();

  parts.drop.addEventListener('dragover', over);
  parts.drop.addEventListener('dragleave', leave);
  parts.drop.addEventListener('drop', drop);
  parts.input.addEventListener('change', choose);
  parts.stop.addEventListener('click', stop);
  draw();
  parts.drop.dataset.ready = '';
  // Somebody may have chosen before this script was there.
  choose();

  return {
    dispose() {
      if (view === mine) {
        view = null;
      }
    },
  };
}

function send(files) {
  if (files.length === 0 || upload) {
    return;
  }

  const form = new FormData();
  for (const file of files) {
    form.append('files', file, file.name);
  }

  const request = new XMLHttpRequest();
  upload = { request, names: files.map(file => file.name).join(', '), sent: 0 };
  request.upload.addEventListener('progress', event => {
    upload.sent = event.lengthComputable && event.total > 0 ? event.loaded / event.total : 0;
    draw();
  });
  request.addEventListener('load', () => finish(request));
  request.addEventListener('error', () => refuse('The server could not be reached, so nothing was imported. Try again.'));
  request.addEventListener('abort', () => refuse('The upload was stopped; nothing was imported.'));
  request.open('POST', new URL('api/import', document.baseURI));
  request.send(form);
  window.addEventListener('beforeunload', warn);
  refuse(null, true);
}

function finish(request) {
  const answer = parsed(request.responseText);
  if (request.status !== 202) {
    refuse(answer?.detail ?? answer?.title ?? `The server refused the upload (${request.status}).`);
    return;
  }

  done();
  // Without a circuit nobody listens just now; the page finds the job by itself when it is back.
  view?.page.invokeMethodAsync('StartedAsync', answer.jobId).catch(() => {});
}

function refuse(reason, goesOn = false) {
  if (!goesOn) {
    done();
  }

  if (view) {
    view.parts.refused.textContent = reason ?? '';
    view.parts.refused.hidden = !reason;
  }

  draw();
}

function done() {
  upload = null;
  window.removeEventListener('beforeunload', warn);
  draw();
}

function draw() {
  if (!view) {
    return;
  }

  const { sending, text, bar, drop, input } = view.parts;
  sending.hidden = !upload;
  input.disabled = !!upload;
  drop.classList.toggle('busy', !!upload);
  if (upload) {
    text.textContent = `Uploading ${upload.names}: ${Math.floor(upload.sent * 100)} %`;
    bar.value = upload.sent;
  }
}

function warn(event) {
  event.preventDefault();
}

function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

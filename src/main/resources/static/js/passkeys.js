/*
 * Passkeys, on the pages that ask for one or make one: <form data-passkey="get | create" data-options="address">.
 * The portal is asked for a challenge, the device answers it, and the form brings the answer like any other field, so that
 * what follows is a page as always. Without this file, or in a browser that knows no passkeys, [data-passkey-unable] says so.
 * No inline code, no eval: fit for script-src 'self'.
 */
(() => {
  'use strict';

  if (!window.PublicKeyCredential || !navigator.credentials) return;

  document.querySelectorAll('[data-passkey-only]').forEach((piece) => { piece.hidden = false; });
  document.querySelectorAll('[data-passkey-unable]').forEach((piece) => { piece.hidden = true; });

  const bytes = (text) => Uint8Array.from(atob(text.replace(/-/g, '+').replace(/_/g, '/')), (one) => one.charCodeAt(0));
  const text = (buffer) => btoa(String.fromCharCode(...new Uint8Array(buffer)))
    .replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '');
  const known = (list) => (list ?? []).map((one) => ({ ...one, id: bytes(one.id) }));

  const ceremonies = {
    get: async (options) => {
      const found = await navigator.credentials.get({
        publicKey: { ...options, challenge: bytes(options.challenge), allowCredentials: known(options.allowCredentials) },
      });
      const { authenticatorData, clientDataJSON, signature, userHandle } = found.response;
      return [found, {
        authenticatorData: text(authenticatorData),
        clientDataJSON: text(clientDataJSON),
        signature: text(signature),
        ...(userHandle && { userHandle: text(userHandle) }),
      }];
    },
    create: async (options) => {
      const made = await navigator.credentials.create({
        publicKey: {
          ...options,
          challenge: bytes(options.challenge),
          user: { ...options.user, id: bytes(options.user.id) },
          excludeCredentials: known(options.excludeCredentials),
        },
      });
      return [made, {
        attestationObject: text(made.response.attestationObject),
        clientDataJSON: text(made.response.clientDataJSON),
        transports: made.response.getTransports?.() ?? [],
      }];
    },
  };

  /** What kept the device from answering: she changed her mind or waited too long, it has a passkey already, or anything else. */
  const reason = (error) => ({ NotAllowedError: 'givenUp', AbortError: 'givenUp', InvalidStateError: 'known' })[error.name] ?? 'failed';

  const begin = async (form) => {
    const problem = form.querySelector('[data-passkey-problem]');
    problem.hidden = true;
    try {
      const answer = await fetch(form.dataset.options, { method: 'POST', body: new URLSearchParams(new FormData(form)) });
      if (answer.status === 422 || answer.redirected) {
        // What was typed beside it is wrong, or she is to say first who she is: the page itself tells, and keeps what she typed.
        form.submit();
        return;
      }
      if (!answer.ok) throw new Error(String(answer.status));
      const [credential, response] = await ceremonies[form.dataset.passkey](await answer.json());
      form.querySelector('input[name=credential]').value = JSON.stringify({
        id: credential.id,
        rawId: text(credential.rawId),
        type: credential.type,
        authenticatorAttachment: credential.authenticatorAttachment ?? undefined,
        clientExtensionResults: credential.getClientExtensionResults(),
        response,
      });
      form.submit();
    } catch (error) {
      problem.textContent = problem.dataset[reason(error)];
      problem.hidden = false;
    }
  };

  document.querySelectorAll('form[data-passkey]').forEach((form) => form.addEventListener('submit', (event) => {
    event.preventDefault();
    begin(form);
  }));
})();

/*
 * Extras only: every page works without this file.
 *  - the error summary takes the focus when a page comes back with errors;
 *  - Back and Reload ask for the page of a form, not for the answer to what was sent: Chromium shows an error instead;
 *  - a second press on a submit button within a second is ignored (the server guards itself, too);
 *  - passwords can be shown: a hidden <button data-reveal="id of the input" data-show="Afficher" data-hide="Masquer"> around a [data-word];
 *  - a usual choice of dates or hours fills in its fields;
 *  - the other language keeps what was typed into the form of a page, but no password;
 *  - the account menu closes on Escape or on a press elsewhere;
 *  - while .table-cards and .week are cards, roles keep them tables in older WebKit, which drops them with display;
 *  - a minus that is typed as an adjustment chooses « Retirer »;
 *  - the final hours follow the adjustment: <output data-final data-declared="7.50">, inputs data-direction and data-adjustment.
 * No inline code, no eval, no styles written: fit for script-src 'self'.
 */
(() => {
  'use strict';

  history.replaceState(history.state, '', location.href);

  // Read by htmx when the page is ready, after this script. Errors are pages: they are shown like others.
  Object.assign(htmx.config, {
    includeIndicatorStyles: false,
    allowEval: false,
    historyCacheSize: 0,
    refreshOnHistoryMiss: true,
    responseHandling: [
      { code: '204', swap: false },
      { code: '[23]..', swap: true },
      { code: '422', swap: true },
      { code: '[45]..', swap: true, error: true },
    ],
  });

  const TYPED = 'typed';
  const fields = () => [...document.querySelectorAll('main form[method=post] :is(input, textarea, select)')]
    .filter((field) => field.name && !['hidden', 'password', 'file'].includes(field.type));
  document.addEventListener('click', (event) => {
    if (event.target.closest('a.lang')) {
      const values = fields().map((field) => [field.name, field.value, field.checked ?? null]);
      sessionStorage.setItem(TYPED, JSON.stringify({ path: location.pathname, values }));
    }
  });
  const typed = JSON.parse(sessionStorage.getItem(TYPED));
  sessionStorage.removeItem(TYPED);
  if (typed?.path === location.pathname) {
    const shown = fields();
    for (const [index, [name, value, checked]] of typed.values.entries()) {
      const field = shown[index];
      if (field?.name !== name) break;
      if (['checkbox', 'radio'].includes(field.type)) field.checked = checked;
      else field.value = value;
    }
  }

  const last = new WeakMap();
  document.addEventListener('submit', (event) => {
    const now = Date.now();
    if (now - (last.get(event.target) ?? -Infinity) < 1000) {
      event.preventDefault();
      event.stopImmediatePropagation();
    } else {
      last.set(event.target, now);
    }
  }, true);

  document.addEventListener('click', (event) => {
    const button = event.target.closest('[data-reveal]');
    if (button) {
      const input = document.getElementById(button.dataset.reveal);
      const show = input.type === 'password';
      input.type = show ? 'text' : 'password';
      button.querySelector('[data-word]').textContent = show ? button.dataset.hide : button.dataset.show;
    }
    for (const menu of document.querySelectorAll('details.account[open]')) {
      if (!menu.contains(event.target)) menu.open = false;
    }
  });

  // A usual choice fills in its fields and leaves the others as they were typed; without script it is a link to the filled form.
  document.addEventListener('click', (event) => {
    const choice = event.target.closest('.quick :is(a, button)');
    const form = choice?.closest('form');
    if (!form) return;
    event.preventDefault();
    for (const [name, value] of Object.entries(choice.dataset)) form.elements[name].value = value;
    choice.dispatchEvent(new Event('change', { bubbles: true }));
  });

  document.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape') return;
    const menu = event.target.closest?.('details.account[open]');
    if (menu) {
      menu.open = false;
      menu.querySelector('summary').focus();
    }
  });

  /** Minutes from « 1 », « 1,5 », « -1.50 » with its sign, as the server counts them; null when the server would have to judge. */
  const minutes = (text) => {
    const found = /^([-+\u2212\u2013]?) ?(\d{1,2})(?:[.,](\d{1,2}))?(?: ?h)?$/.exec(text.trim());
    return found && { sign: found[1], size: Number(found[2]) * 60 + Math.floor((Number((found[3] ?? '').padEnd(2, '0')) * 3 + 2) / 5) };
  };

  const refreshFinal = (form) => {
    const output = form?.querySelector('[data-final]');
    if (!output) return;
    const typed = form.querySelector('[data-adjustment]').value;
    const amount = typed.trim() === '' ? { sign: '', size: 0 } : minutes(typed);
    const removes = form.querySelector('[data-direction]:checked')?.value === 'REMOVE';
    const contradicts = amount?.sign === '+' && removes;
    const minus = amount?.sign === '' ? removes : amount?.sign !== '+';
    const declared = minutes(output.dataset.declared).size;
    const total = amount === null ? NaN : declared + (minus ? -amount.size : amount.size);
    const known = !contradicts && total >= 0 && total <= 1440;
    output.textContent = known
      ? (Math.floor((total * 5 + 1) / 3) / 100).toFixed(2).replace('.', document.documentElement.lang.startsWith('en') ? '.' : ',')
      : '–';
  };

  /** A minus that is typed chooses « Retirer » until it is deleted; choosing « Ajouter » deletes it. */
  const MINUS = /^\s*[-\u2212\u2013]\s*/;
  const followSign = (input) => {
    const form = input.form;
    const choice = (value) => form.querySelector(`[data-direction][value=${value}]`);
    if (input.matches('[data-direction]')) {
      delete form.dataset.turned;
      const typed = form.querySelector('[data-adjustment]');
      if (input.value === 'ADD') typed.value = typed.value.replace(MINUS, '');
    } else if (input.matches('[data-adjustment]')) {
      if (MINUS.test(input.value)) {
        if (!choice('REMOVE').checked) form.dataset.turned = '';
        choice('REMOVE').checked = true;
      } else if ('turned' in form.dataset) {
        delete form.dataset.turned;
        choice('ADD').checked = true;
      }
    }
  };
  document.addEventListener('input', (event) => {
    followSign(event.target);
    refreshFinal(event.target.form);
  });

  const roles = { TABLE: 'table', THEAD: 'rowgroup', TBODY: 'rowgroup', TFOOT: 'rowgroup', TR: 'row', TD: 'cell' };
  const cards = window.matchMedia('(max-width: 991.98px)');
  const keepTables = () => {
    for (const part of document.querySelectorAll(':is(.table-cards, .week), :is(.table-cards, .week) :is(thead, tbody, tfoot, tr, td, th)')) {
      if (!cards.matches) part.removeAttribute('role');
      else part.setAttribute('role', roles[part.tagName] ?? (part.scope === 'col' ? 'columnheader' : 'rowheader'));
    }
  };
  cards.addEventListener('change', keepTables);

  const prepare = (root) => {
    keepTables();
    root.querySelectorAll(':is([data-reveal], .quick button)[hidden]').forEach((button) => { button.hidden = false; });
    root.querySelector('.error-summary, .notice[autofocus]')?.focus();
  };
  prepare(document);
  // Errors are pages, also for htmx: with its own « */* » some would be answered as data.
  document.addEventListener('htmx:configRequest', (event) => { event.detail.headers.Accept = 'text/html'; });
  // An answer without the piece that was asked for is another page, such as an error: it takes the whole main part.
  document.addEventListener('htmx:beforeSwap', (event) => {
    const asked = event.detail.requestConfig.elt.closest('[hx-select]')?.getAttribute('hx-select');
    const main = document.getElementById('contenu');
    if (asked && main && !new DOMParser().parseFromString(event.detail.serverResponse, 'text/html').querySelector(asked)) {
      event.detail.target = main;
      event.detail.selectOverride = '#contenu';
      event.detail.swapOverride = 'outerHTML';
    }
  });

  document.addEventListener('htmx:afterSettle', (event) => prepare(event.target));
})();

/*
 * Extras only: every page works without this file.
 *  - the error summary takes the focus when a page comes back with errors;
 *  - a second press on a submit button within a second is ignored (the server guards itself, too);
 *  - passwords can be shown: a hidden <button data-reveal="id of the input" data-show="Afficher" data-hide="Masquer"> around a [data-word];
 *  - the account menu closes on Escape or on a press elsewhere;
 *  - while .table-cards are cards, roles keep them tables in older WebKit, which drops them with display;
 *  - the final hours follow the adjustment: <output data-final data-declared="7.50">, inputs data-direction and data-adjustment.
 * No inline code, no eval, no styles written: fit for script-src 'self'.
 */
(() => {
  'use strict';

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

  document.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape') return;
    const menu = event.target.closest?.('details.account[open]');
    if (menu) {
      menu.open = false;
      menu.querySelector('summary').focus();
    }
  });

  /** Hundredths of an hour from « 1 », « 1,5 », « 1.50 »; null when the server would have to judge. */
  const hundredths = (text) => {
    const found = /^(\d{1,2})(?:[.,](\d{1,2}))?$/.exec(text.trim());
    return found ? Number(found[1]) * 100 + Number((found[2] ?? '').padEnd(2, '0')) : null;
  };

  const refreshFinal = (form) => {
    const output = form?.querySelector('[data-final]');
    if (!output) return;
    const typed = form.querySelector('[data-adjustment]').value;
    const amount = typed.trim() === '' ? 0 : hundredths(typed);
    const direction = form.querySelector('[data-direction]:checked');
    const sign = direction?.value === 'REMOVE' ? -1 : 1;
    const total = Math.round(Number(output.dataset.declared) * 100) + sign * (amount ?? 0);
    const known = amount !== null && (direction || amount === 0) && total >= 0 && total <= 2400;
    output.textContent = known ? (total / 100).toFixed(2).replace('.', document.documentElement.lang.startsWith('en') ? '.' : ',') : '–';
  };
  document.addEventListener('input', (event) => refreshFinal(event.target.form));

  const roles = { TABLE: 'table', THEAD: 'rowgroup', TBODY: 'rowgroup', TFOOT: 'rowgroup', TR: 'row', TD: 'cell' };
  const cards = window.matchMedia('(max-width: 991.98px)');
  const keepTables = () => {
    for (const part of document.querySelectorAll('.table-cards, .table-cards :is(thead, tbody, tfoot, tr, td, th)')) {
      if (!cards.matches) part.removeAttribute('role');
      else part.setAttribute('role', roles[part.tagName] ?? (part.scope === 'col' ? 'columnheader' : 'rowheader'));
    }
  };
  cards.addEventListener('change', keepTables);

  const prepare = (root) => {
    keepTables();
    root.querySelectorAll('[data-reveal][hidden]').forEach((button) => { button.hidden = false; });
    root.querySelector('.error-summary')?.focus();
  };
  prepare(document);
  document.addEventListener('htmx:afterSettle', (event) => prepare(event.target));
})();

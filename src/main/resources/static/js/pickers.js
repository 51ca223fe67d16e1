/*
 * The date and time pickers of the browser, beside text fields: <input data-pick="date | time" data-pick-label="words of the button">.
 * The field stays as it is and takes the same words; what is picked is typed into it. Without this file, or in a browser that
 * cannot open its picker from a script, there is only the field.
 * No inline code, no styles written: fit for script-src 'self'.
 */
(() => {
  'use strict';

  if (!('showPicker' in HTMLInputElement.prototype)) return;

  const UNDERSTOOD = { date: /^\d{4}-\d{2}-\d{2}$/, time: /^\d{2}:\d{2}$/ };

  const make = (name, properties) => Object.assign(document.createElement(name), properties);

  const add = (field) => {
    const { pick, pickLabel } = field.dataset;
    const native = make('input', { type: pick, className: 'pick-native', tabIndex: -1 });
    native.setAttribute('aria-hidden', 'true');
    const button = make('button', { type: 'button', className: 'btn btn-quiet pick-button' });
    button.setAttribute('aria-label', pickLabel);
    button.append(make('i', { className: `icon icon-${pick === 'date' ? 'calendar' : 'clock'}` }));
    const row = make('span', { className: 'pick' });
    field.replaceWith(row);
    row.append(field, native, button);
    delete field.dataset.pick;

    button.addEventListener('click', () => {
      native.value = UNDERSTOOD[pick].test(field.value) ? field.value : '';
      native.showPicker();
    });
    native.addEventListener('change', (event) => {
      event.stopPropagation();
      if (!native.value) return;
      field.value = native.value;
      field.dispatchEvent(new Event('change', { bubbles: true }));
    });
  };

  const prepare = (root) => root.querySelectorAll('input[data-pick]').forEach(add);
  prepare(document);
  document.addEventListener('htmx:afterSettle', (event) => prepare(event.target));
})();

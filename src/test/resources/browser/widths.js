// Returns what does not fit the window, as sentences.
() => {
    const CARDS = '.panel, .today, .filters, .notice, .door-card, .danger-zone, .account-panel';
    const faults = [];
    const shown = it => it.checkVisibility({visibilityProperty: true}) && it.getBoundingClientRect().width > 1;
    const named = it => it.localName + (it.id ? '#' + it.id : it.className ? '.' + it.className : '')
        + ' « ' + it.textContent.trim().replace(/\s+/g, ' ').slice(0, 40) + ' »';
    const scrolls = it => ['auto', 'scroll'].includes(getComputedStyle(it).overflowX);

    if (document.documentElement.scrollWidth > window.innerWidth) {
        faults.push('the page scrolls sideways');
    }
    for (const card of document.querySelectorAll(CARDS)) {
        const right = card.getBoundingClientRect().right + 1;
        for (const it of card.querySelectorAll('*')) {
            if (it.getBoundingClientRect().right <= right || !shown(it) || it.closest('.visually-hidden')) {
                continue;
            }
            let within = it.parentElement;
            while (within !== card && !scrolls(within)) {
                within = within.parentElement;
            }
            if (within === card && !scrolls(card)) {
                faults.push(named(it) + ' runs out of its card');
                break;
            }
        }
    }

    // On a phone the navigation of managers is a bar at the bottom, that of the staff a second row.
    const bar = document.querySelector('.app-bar');
    const wide = window.innerWidth >= 992;
    const parts = [...bar.children].filter(it => shown(it) && (wide || !it.matches('.app-nav')));
    const middle = it => {
        const box = it.getBoundingClientRect();
        return (box.top + box.bottom) / 2;
    };
    if (parts.some(it => Math.abs(middle(it) - middle(parts[0])) > 8)) {
        faults.push('the header has more than one row: ' + parts.map(it => named(it) + ' ' + middle(it)));
    }
    const items = wide ? [...bar.querySelectorAll('.app-nav li')].filter(shown) : [];
    if (items.some(it => Math.abs(middle(it) - middle(items[0])) > 8)) {
        faults.push('the navigation has more than one row');
    }

    for (const row of document.querySelectorAll('.filters-in, .field-row')) {
        const fields = [...row.querySelectorAll(':scope > .field')].filter(shown);
        for (const field of fields) {
            const label = field.querySelector('label');
            const control = field.querySelector('input, select');
            const beside = fields.find(it => it !== field && control && it.querySelector('input, select')
                && Math.abs(middle(it.querySelector('input, select')) - middle(control)) < 4);
            const other = beside && beside.querySelector('label');
            if (label && other && Math.abs(label.getBoundingClientRect().bottom - other.getBoundingClientRect().bottom) > 2) {
                faults.push(named(label) + ' is not on the line of ' + named(other));
            }
        }
    }
    return faults;
}

import { announce } from './parts/announce.ts';
import { filled } from './parts/form-body.ts';

/** A field that narrows the rows of a table while somebody types; sent as a form it does the same on the server. */
for (const field of document.querySelectorAll<HTMLInputElement>('[data-filter]')) {
  const rows = [
    ...document.querySelectorAll<HTMLElement>(
      `#${CSS.escape(field.dataset['filter'] ?? '')} :is(tbody tr, li)`,
    ),
  ];
  const texts = rows.map((row) => plain(row.textContent));
  field.addEventListener('input', () => {
    const parts = plain(field.value).split(/\s+/);
    let shown = 0;
    rows.forEach((row, i) => {
      row.hidden = !parts.every((part) => texts[i]!.includes(part));
      if (!row.hidden) shown += 1;
    });
    announce(filled(field.dataset['shown'], { shown: String(shown), all: String(rows.length) }));
  });
}

function plain(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().trim();
}

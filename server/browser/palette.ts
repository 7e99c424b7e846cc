/** *Go to*: Ctrl or Cmd and K open it, typing narrows it, arrows walk it, Escape closes it. */
const palette = document.querySelector<HTMLDetailsElement>('[data-palette]');
if (palette !== null) start(palette);

function start(box: HTMLDetailsElement): void {
  const field = box.querySelector<HTMLElement>('[data-palette-field]')!;
  const input = field.querySelector('input')!;
  const none = box.querySelector<HTMLElement>('[data-palette-none]')!;
  const links = [...box.querySelectorAll<HTMLAnchorElement>('li a')];
  const groups = [...box.querySelectorAll<HTMLElement>('[data-palette-group]')];
  field.hidden = false;

  const shown = () => links.filter((link) => !link.closest('li')!.hidden);
  const narrow = () => {
    const parts = plain(input.value).split(/\s+/);
    for (const link of links) {
      const name = plain(link.textContent);
      link.closest('li')!.hidden = !parts.every((part) => name.includes(part));
    }
    for (const group of groups) group.hidden = group.querySelector('li:not([hidden])') === null;
    none.textContent = shown().length === 0 ? (box.dataset['none'] ?? '') : '';
  };
  const close = () => {
    box.open = false;
    box.querySelector('summary')!.focus();
  };

  input.addEventListener('input', narrow);
  const enter = () => {
    input.value = '';
    narrow();
    input.focus();
  };
  // The event comes a moment after opening; who opened by key may be typing by then.
  box.addEventListener('toggle', () => {
    if (box.open && document.activeElement?.closest('.sheet') == null) enter();
  });
  box.addEventListener('keydown', (event) => {
    if (event.key === 'Enter' && event.target === input) shown()[0]?.click();
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      walk([input, ...shown()], event.key === 'ArrowDown' ? 1 : -1);
      event.preventDefault();
    }
  });
  document.addEventListener('keydown', (event) => {
    if (
      !(event.ctrlKey || event.metaKey) ||
      event.altKey ||
      event.shiftKey ||
      event.key.toLowerCase() !== 'k'
    )
      return;
    event.preventDefault();
    if (box.open) return close();
    box.open = true;
    enter();
  });
}

/** Moves the focus along a list, round at its ends. */
function walk(list: readonly HTMLElement[], by: 1 | -1): void {
  const at = list.indexOf(document.activeElement as HTMLElement);
  list[(at + by + list.length) % list.length]?.focus();
}

/** Letters without accents and case, as people type them in a hurry. */
function plain(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().trim();
}

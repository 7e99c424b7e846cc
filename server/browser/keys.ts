/**
 * Single keys, and `g` with a letter, press what has them as `data-key`; `j` and `k` walk rows; Escape closes what is
 * open. Not while somebody types, and not where they are switched off.
 */
const STORED = 'plumbline.keys';
const FOLLOWS_WITHIN_MS = 1500;

let leader: { key: string; at: number } | null = null;
let isOn = localStorage.getItem(STORED) !== 'off';

document.addEventListener('keydown', (event) => {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.key === 'Escape') return closeInner();
  if (!isOn || event.key.length !== 1 || isTyping(event.target)) return;
  if (pressed(event.key)) event.preventDefault();
});
startSwitch();

function pressed(key: string): boolean {
  const before = leader !== null && performance.now() - leader.at < FOLLOWS_WITHIN_MS ? `${leader.key} ` : '';
  leader = null;
  const target = targetOf(before + key);
  if (target !== null) {
    act(target);
    return true;
  }
  if (before === '' && document.querySelector(`[data-key^="${CSS.escape(key)} "]`) !== null) {
    leader = { key, at: performance.now() };
    return true;
  }
  return (key === 'j' || key === 'k') && walkRows(key === 'j' ? 1 : -1);
}

/** The nearest of those that have the key: around the focus, then in view, then anywhere; a link also where it is folded away. */
function targetOf(keys: string): HTMLElement | null {
  const all = [...document.querySelectorAll<HTMLElement>(`[data-key="${CSS.escape(keys)}"]`)];
  const shown = all.filter((element) => element.checkVisibility());
  const around = document.activeElement?.closest('figure, section, tr, form');
  return (
    shown.find((element) => around?.contains(element) === true) ??
    shown.find(isInView) ??
    shown[0] ??
    all.find((element) => element instanceof HTMLAnchorElement) ??
    null
  );
}

function isInView(element: HTMLElement): boolean {
  const { top, bottom } = element.getBoundingClientRect();
  return bottom > 0 && top < innerHeight;
}

function act(element: HTMLElement): void {
  if (element instanceof HTMLInputElement && !['radio', 'checkbox', 'submit'].includes(element.type)) {
    element.focus();
    element.select();
    return;
  }
  if (element.matches('summary')) element.focus();
  element.click();
  element.scrollIntoView({ block: 'nearest' });
}

function walkRows(by: 1 | -1): boolean {
  const rows = [...document.querySelectorAll<HTMLElement>('[data-rows] :is(tbody tr, li)')].filter(
    (row) => row.checkVisibility() && row.querySelector('a, button') !== null,
  );
  if (rows.length === 0) return false;
  const at = rows.findIndex((row) => row.contains(document.activeElement));
  const next = at === -1 ? (by === 1 ? 0 : rows.length - 1) : Math.min(Math.max(at + by, 0), rows.length - 1);
  rows[next]!.querySelector<HTMLElement>('a, button')!.focus();
  return true;
}

/** Closes the innermost thing that is open around the focus. */
function closeInner(): void {
  const open = document.activeElement?.closest<HTMLDetailsElement>('details[open]');
  if (open == null) return;
  open.open = false;
  open.querySelector('summary')?.focus();
}

function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target instanceof HTMLInputElement)
    return !['radio', 'checkbox', 'button', 'submit'].includes(target.type);
  return target.isContentEditable || target.matches('textarea, select');
}

/** The switch in the list of keys. */
function startSwitch(): void {
  const button = document.querySelector<HTMLButtonElement>('[data-keys-switch]');
  if (button === null) return;
  const label = () => (button.textContent = (isOn ? button.dataset['off'] : button.dataset['on']) ?? '');
  button.hidden = false;
  label();
  button.addEventListener('click', () => {
    isOn = !isOn;
    if (isOn) localStorage.removeItem(STORED);
    else localStorage.setItem(STORED, 'off');
    label();
  });
}

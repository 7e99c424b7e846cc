import { announce } from './parts/announce.ts';

/** Buttons that copy a text; where scripts do not run they stay away. */
for (const button of document.querySelectorAll<HTMLButtonElement>('[data-copy]')) {
  const label = button.textContent;
  button.hidden = false;
  button.addEventListener('click', () => void copy(button, label));
}

async function copy(button: HTMLButtonElement, label: string): Promise<void> {
  await copied(button.dataset['copy'] ?? '');
  const done = button.dataset['done'] ?? label;
  button.textContent = done;
  announce(done);
  setTimeout(() => (button.textContent = label), 2000);
}

/** Beyond this machine browsers give the clipboard only to pages that came encrypted. */
async function copied(text: string): Promise<void> {
  if (navigator.clipboard !== undefined) return navigator.clipboard.writeText(text);
  const area = document.createElement('textarea');
  area.value = text;
  area.className = 'unseen';
  document.body.append(area);
  area.select();
  document.execCommand('copy');
  area.remove();
}

import { fetchedPage } from './parts/fetched-page.ts';
import { formBody } from './parts/form-body.ts';

/**
 * Fields whose consequence is shown while they change: what is in the form goes to `data-live-action`, and the part of
 * the page that has the id named by `data-live` is replaced by the same part of the answer.
 */
const PAUSE_MS = 60;

for (const fields of document.querySelectorAll<HTMLElement>('[data-live]')) start(fields);

function start(fields: HTMLElement): void {
  const id = fields.dataset['live'] ?? '';
  const form = fields.closest('form');
  if (form === null) return;
  let waiting: ReturnType<typeof setTimeout> | undefined;
  let running: AbortController | undefined;
  fields.addEventListener('input', () => {
    clearTimeout(waiting);
    waiting = setTimeout(() => {
      running?.abort();
      running = new AbortController();
      void replace(id, form, fields.dataset['liveAction'] ?? form.action, running.signal);
    }, PAUSE_MS);
  });
}

async function replace(
  id: string,
  form: HTMLFormElement,
  address: string,
  signal: AbortSignal,
): Promise<void> {
  const before = document.getElementById(id);
  if (before === null) return;
  before.setAttribute('aria-busy', 'true');
  try {
    const { page } = await fetchedPage({ address, body: formBody(form), signal });
    const after = page?.getElementById(id);
    if (after != null) before.replaceWith(document.importNode(after, true));
  } catch {
    // Somebody typed on, or there is no connection: what was shown stays, and the button of the form still works.
  } finally {
    before.removeAttribute('aria-busy');
  }
}

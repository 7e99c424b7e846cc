import { announce } from './parts/announce.ts';
import { keptForm } from './parts/kept-form.ts';
import { filled, formBody } from './parts/form-body.ts';

/**
 * A form that saves itself after a pause. What cannot be saved is kept in this tab and offered again; what somebody else
 * changed meanwhile is never overwritten unless this reader says so.
 */
const PAUSE_MS = 800;
const AGAIN_MS = 5000;

/** What the server says of a draft. */
interface Saved {
  readonly version?: number | string;
  readonly savedAt?: string;
}

for (const form of document.querySelectorAll<HTMLFormElement>('form[data-autosave]')) start(form);

function start(form: HTMLFormElement): void {
  const address = form.dataset['autosave'] ?? form.action;
  const kept = keptForm(form, address);
  let waiting: ReturnType<typeof setTimeout> | undefined;
  let isChanged = false;
  let isHeldBack = false;

  const saveAfter = (pause: number) => {
    isChanged = true;
    clearTimeout(waiting);
    waiting = setTimeout(() => void save(), pause);
  };

  async function save(): Promise<void> {
    if (!isChanged || isHeldBack) return;
    isChanged = false;
    const response = await sent(address, form);
    if (response?.ok === true) {
      saved(form, (await response.json()) as Saved);
      if (!isChanged) kept.forget();
      return;
    }
    isChanged = true;
    kept.keep();
    tell(form, form.dataset['unsaved'] ?? '');
    if (response?.status === 409) {
      isHeldBack = true;
      askAboutConflict(form, await newestVersion(response), () => {
        isHeldBack = false;
        void save();
      });
    }
    // What the server refuses is refused again until somebody types; a missing connection comes back.
    else if (response === null || response.status >= 500) saveAfter(AGAIN_MS);
  }

  form.addEventListener('input', () => saveAfter(PAUSE_MS));
  form.addEventListener('submit', () => {
    clearTimeout(waiting);
    isChanged = false;
    kept.forget();
  });
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState !== 'hidden' || !isChanged) return;
    kept.keep();
    void save();
  });
  kept.offer(() => saveAfter(0));
}

/** The answer; `null` where there is no connection. */
async function sent(address: string, form: HTMLFormElement): Promise<Response | null> {
  const settings = {
    method: 'POST',
    body: formBody(form),
    keepalive: true,
    headers: { accept: 'application/json' },
  };
  return fetch(address, settings).catch(() => null);
}

function saved(form: HTMLFormElement, { version, savedAt }: Saved): void {
  setVersion(form, version === undefined ? undefined : String(version));
  tell(form, filled(form.dataset['saved'], { time: savedAt ?? '' }));
}

/** Shows that somebody else was quicker; only the reader decides to go over it, and then knows which version that is. */
function askAboutConflict(form: HTMLFormElement, newest: string | undefined, goOn: () => void): void {
  const notice = form.querySelector<HTMLElement>('[data-autosave-conflict]');
  if (notice === null) return;
  notice.hidden = false;
  announce(notice.textContent);
  const keepMine = () => {
    setVersion(form, newest);
    notice.hidden = true;
    goOn();
  };
  notice.querySelector('button')?.addEventListener('click', keepMine, { once: true });
}

async function newestVersion(response: Response): Promise<string | undefined> {
  const problem = (await response.json().catch(() => ({}))) as { values?: { version?: string | number } };
  return problem.values?.version === undefined ? undefined : String(problem.values.version);
}

function setVersion(form: HTMLFormElement, version: string | undefined): void {
  const field = form.elements.namedItem('version');
  if (version !== undefined && field instanceof HTMLInputElement) field.value = version;
}

function tell(form: HTMLFormElement, sentence: string): void {
  const state = document.querySelector<HTMLElement>('[data-autosave-state]');
  if (state !== null && state.textContent !== sentence) state.textContent = sentence;
  if (state === null) announce(sentence);
  form.dataset['state'] = sentence;
}

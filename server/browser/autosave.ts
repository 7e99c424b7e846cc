import { announce } from './parts/announce.ts';
import { filled, formBody } from './parts/form-body.ts';

/**
 * A form that saves itself after a pause. What cannot be saved is kept in this tab and offered again; what somebody else
 * changed meanwhile is never overwritten unless this reader says so.
 */
const PAUSE_MS = 800;
const AGAIN_MS = 5000;
/** Fields of ours: not what somebody typed. */
const OURS = new Set(['csrf', 'version']);

/** What the server says of a draft. */
interface Saved {
  readonly version?: number | string;
  readonly savedAt?: string;
}

for (const form of document.querySelectorAll<HTMLFormElement>('form[data-autosave]')) start(form);

function start(form: HTMLFormElement): void {
  const address = form.dataset['autosave'] ?? form.action;
  const kept = `plumbline.kept:${address}`;
  const conflict = form.querySelector<HTMLElement>('[data-autosave-conflict]');
  const restore = form.querySelector<HTMLElement>('[data-autosave-restore]');
  let waiting: ReturnType<typeof setTimeout> | undefined;
  let isChanged = false;
  let isHeldBack = false;

  const schedule = (pause: number) => {
    clearTimeout(waiting);
    waiting = setTimeout(() => void save(), pause);
  };
  const keep = () => sessionStorage.setItem(kept, formBody(form).toString());

  async function save(): Promise<void> {
    if (!isChanged || isHeldBack) return;
    isChanged = false;
    const response = await sent(address, form);
    if (response?.ok === true) return saved((await response.json()) as Saved);
    isChanged = true;
    keep();
    if (response?.status === 409) return clashed(await newestVersion(response));
    tell(form, form.dataset['unsaved'] ?? '');
    // What the server refuses is refused again until somebody types; a missing connection comes back.
    if (response === null || response.status >= 500) schedule(AGAIN_MS);
  }

  function saved({ version, savedAt }: Saved): void {
    setVersion(form, version);
    if (!isChanged) sessionStorage.removeItem(kept);
    tell(form, filled(form.dataset['saved'], { time: savedAt ?? '' }));
  }

  function clashed(version: string | undefined): void {
    isHeldBack = true;
    tell(form, form.dataset['unsaved'] ?? '');
    if (conflict === null) return;
    conflict.hidden = false;
    announce(conflict.textContent);
    conflict.querySelector('button')?.addEventListener(
      'click',
      () => {
        setVersion(form, version);
        conflict.hidden = true;
        isHeldBack = false;
        void save();
      },
      { once: true },
    );
  }

  form.addEventListener('input', () => {
    isChanged = true;
    schedule(PAUSE_MS);
  });
  form.addEventListener('submit', () => {
    clearTimeout(waiting);
    isChanged = false;
    sessionStorage.removeItem(kept);
  });
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden' && isChanged) {
      keep();
      void save();
    }
  });
  const before = sessionStorage.getItem(kept);
  if (before !== null && restore !== null && differs(form, before)) {
    restore.hidden = false;
    restore.querySelector('button')?.addEventListener('click', () => {
      fill(form, before);
      restore.hidden = true;
      isChanged = true;
      void save();
    });
  }
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

async function newestVersion(response: Response): Promise<string | undefined> {
  const problem = (await response.json().catch(() => ({}))) as { values?: { version?: string | number } };
  return problem.values?.version === undefined ? undefined : String(problem.values.version);
}

function setVersion(form: HTMLFormElement, version: number | string | undefined): void {
  const field = form.elements.namedItem('version');
  if (version !== undefined && field instanceof HTMLInputElement) field.value = String(version);
}

function tell(form: HTMLFormElement, sentence: string): void {
  const state = document.querySelector<HTMLElement>('[data-autosave-state]');
  if (state !== null && state.textContent !== sentence) state.textContent = sentence;
  if (state === null) announce(sentence);
  form.dataset['state'] = sentence;
}

function differs(form: HTMLFormElement, before: string): boolean {
  const without = (body: URLSearchParams) =>
    [...body].filter(([name]) => !OURS.has(name)).map((pair) => pair.join('='));
  return without(new URLSearchParams(before)).join('&') !== without(formBody(form)).join('&');
}

/** Puts what was kept back into the fields; what proves the form and which version it was stay as they are. */
function fill(form: HTMLFormElement, before: string): void {
  const values = new URLSearchParams(before);
  for (const field of form.elements) {
    if (!(
      field instanceof HTMLInputElement ||
      field instanceof HTMLTextAreaElement ||
      field instanceof HTMLSelectElement
    )) {
      continue;
    }
    if (field.name === '' || OURS.has(field.name)) continue;
    const given = values.getAll(field.name);
    if (field instanceof HTMLInputElement && (field.type === 'radio' || field.type === 'checkbox')) {
      field.checked = given.includes(field.value);
    } else if (given[0] !== undefined && field.type !== 'file') field.value = given[0];
  }
}

import { announce } from './parts/announce.ts';
import { fetchedPage } from './parts/fetched-page.ts';
import { filled } from './parts/form-body.ts';

/** Files on their way: how far, how much, a way to stop. The form sends the same without scripts. */
for (const form of document.querySelectorAll<HTMLFormElement>('form[data-upload]')) start(form);

function start(form: HTMLFormElement): void {
  const box = form.querySelector<HTMLElement>('[data-upload-progress]')!;
  const bar = box.querySelector('progress')!;
  const sentence = box.querySelector('p')!;
  let running: AbortController | undefined;

  form.addEventListener('submit', (event) => {
    event.preventDefault();
    void send(event.submitter);
  });
  box.querySelector('button')?.addEventListener('click', () => running?.abort());

  async function send(button: HTMLElement | null): Promise<void> {
    running = new AbortController();
    busy(true);
    try {
      const body = new FormData(form, button);
      show(await fetchedPage({ address: form.action, body, signal: running.signal, progress: tell }));
    } catch {
      sentence.textContent = (running.signal.aborted ? box.dataset['stopped'] : box.dataset['failed']) ?? '';
      announce(sentence.textContent);
      busy(false);
    }
  }

  function busy(isBusy: boolean): void {
    bar.hidden = !isBusy;
    box.hidden = false;
    box.querySelector('button')!.hidden = !isBusy;
    for (const button of form.querySelectorAll<HTMLButtonElement>('button[type=submit]'))
      button.disabled = isBusy;
  }

  function tell(sent: number, of: number): void {
    bar.max = of;
    bar.value = sent;
    const megabytes = (bytes: number) => (bytes / 1_000_000).toFixed(1);
    sentence.textContent = filled(sent < of ? box.dataset['sending'] : box.dataset['reading'], {
      sent: megabytes(sent),
      all: megabytes(of),
    });
  }
}

/** Where the server went on we go too; a form that came back takes the place of this one. */
function show({ status, address, page }: { status: number; address: string; page: Document | null }): void {
  const main = page?.querySelector('main');
  if (status < 400 || main == null) return location.assign(address);
  document.title = page!.title;
  document.querySelector('main')!.replaceWith(document.importNode(main, true));
  (document.querySelector<HTMLElement>('.error-summary') ?? document.querySelector('main'))?.focus();
}

/** Light, dark, or as the system has it: at once, and kept by the same form that works without scripts. */
const form = document.querySelector<HTMLFormElement>('form[data-theme]');
form?.addEventListener('submit', (event) => {
  const button = event.submitter;
  if (!(button instanceof HTMLButtonElement)) return;
  event.preventDefault();
  const root = document.documentElement;
  if (button.value === 'system') delete root.dataset['theme'];
  else root.dataset['theme'] = button.value;
  for (const other of form.querySelectorAll('button')) {
    other.setAttribute('aria-pressed', String(other === button));
  }
  const body = new URLSearchParams([[button.name, button.value]]);
  for (const [name, value] of new FormData(form)) if (typeof value === 'string') body.append(name, value);
  void fetch(form.action, {
    method: 'POST',
    body,
    keepalive: true,
    headers: { accept: 'application/json' },
    redirect: 'manual',
  });
});

export {};

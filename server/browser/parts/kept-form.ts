import { formBody } from './form-body.ts';

/** Fields of ours: not what somebody typed. */
const OURS = new Set(['csrf', 'version']);

/** What was typed into a form and could not be saved; it stays in this tab. */
export interface KeptForm {
  keep(): void;
  forget(): void;
  /** Shows the offer to put it back where it differs from what the page came with. */
  offer(putBack: () => void): void;
}

/** What is kept of a form, under the address that it is saved at. */
export function keptForm(form: HTMLFormElement, address: string): KeptForm {
  const name = `plumbline.kept:${address}`;
  return {
    keep: () => sessionStorage.setItem(name, formBody(form).toString()),
    forget: () => sessionStorage.removeItem(name),
    offer: (putBack) => {
      const notice = form.querySelector<HTMLElement>('[data-autosave-restore]');
      const before = sessionStorage.getItem(name);
      if (before === null || notice === null || typed(before) === typed(formBody(form).toString())) return;
      notice.hidden = false;
      notice.querySelector('button')?.addEventListener('click', () => {
        fill(form, new URLSearchParams(before));
        notice.hidden = true;
        putBack();
      });
    },
  };
}

function typed(body: string): string {
  return new URLSearchParams([...new URLSearchParams(body)].filter(([name]) => !OURS.has(name))).toString();
}

/** Puts what was kept back into the fields; what proves the form, and which version it was, stay as they are. */
function fill(form: HTMLFormElement, values: URLSearchParams): void {
  for (const field of form.elements) {
    const isField =
      field instanceof HTMLInputElement ||
      field instanceof HTMLTextAreaElement ||
      field instanceof HTMLSelectElement;
    if (!isField || field.name === '' || OURS.has(field.name)) continue;
    const given = values.getAll(field.name);
    if (field instanceof HTMLInputElement && (field.type === 'radio' || field.type === 'checkbox')) {
      field.checked = given.includes(field.value);
    } else if (given[0] !== undefined && field.type !== 'file') field.value = given[0];
  }
}

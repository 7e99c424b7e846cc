/** What can be undone for a while: when it is too late, the button goes and a sentence says so. */
const LONGEST_WAIT_MS = 2 ** 31 - 1;

for (const form of document.querySelectorAll<HTMLFormElement>('[data-undo]')) {
  const until = Date.parse(form.dataset['undo'] ?? '');
  if (Number.isNaN(until)) continue;
  const wait = Math.min(Math.max(until - Date.now(), 0), LONGEST_WAIT_MS);
  setTimeout(() => {
    const sentence = document.createElement('p');
    sentence.textContent = form.dataset['late'] ?? '';
    form.replaceWith(sentence);
  }, wait);
}

export {};

let region: HTMLElement | undefined;

/** Tells people who listen to the page that something happened, once. */
export function announce(sentence: string): void {
  if (region === undefined) {
    region = document.createElement('div');
    region.className = 'unseen';
    region.setAttribute('role', 'status');
    document.body.append(region);
  }
  region.textContent = '';
  // A region that was empty a moment ago is read also when it says the same again.
  requestAnimationFrame(() => (region!.textContent = sentence));
}

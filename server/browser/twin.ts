/** The table that says the same as a picture: opening it changes the address, so that it can be passed on. */
for (const twin of document.querySelectorAll<HTMLDetailsElement>('[data-twin]')) {
  twin.addEventListener('toggle', () => {
    const address = new URL(location.href);
    if (twin.open) address.searchParams.set('table', twin.dataset['twin'] ?? '');
    else address.searchParams.delete('table');
    if (address.href !== location.href) history.replaceState(history.state, '', address);
  });
}

export {};

/** Scripts that look over a page in a browser; each gives what is wrong, as lines. */

/** Opens what is folded, so that it is looked at as well. */
export const UNFOLD = `document.querySelectorAll('details').forEach((each) => (each.open = true))`;

/** One first heading; every form that shows has a button that sends it and, where it changes something, its token; places inside exist. */
export const STANDS_ALONE = `(() => {
  const wrong = [];
  const folded = document.querySelectorAll('details:not([open])');
  // Menus share a name, so that one closes the others; here all stand open.
  const names = [...folded].map((each) => each.getAttribute('name'));
  folded.forEach((each) => each.removeAttribute('name'));
  folded.forEach((each) => (each.open = true));
  const heads = document.querySelectorAll('h1').length;
  if (heads !== 1) wrong.push(heads + ' first headings');
  for (const form of document.forms) {
    const name = 'form to ' + (form.getAttribute('action') ?? 'itself');
    if (form.closest('[hidden], dialog:not([open])') !== null) continue;
    const sends = [...document.querySelectorAll('button, input[type=submit]')].filter(
      (each) => each.form === form && each.type === 'submit' && !each.disabled && each.checkVisibility(),
    );
    if (sends.length === 0) wrong.push(name + ': no button sends it');
    if (form.method === 'post' && !form.querySelector('input[name=csrf]')?.value) wrong.push(name + ': no token');
  }
  for (const link of document.querySelectorAll('a[href^="#"]')) {
    const id = link.getAttribute('href').slice(1);
    if (id !== '' && document.getElementById(id) === null) wrong.push('nothing is at #' + id);
  }
  folded.forEach((each) => (each.open = false));
  folded.forEach((each, i) => names[i] !== null && each.setAttribute('name', names[i]));
  return wrong;
})()`;

/** Addresses that a page leads to. */
export const LINKS = `[...document.querySelectorAll('a[href]')].map((each) => each.getAttribute('href'))`;

/** What reaches beyond the width of the window, or is cut off by what it stands in; of the elements of a selector. */
export function cutOff(selector: string): string {
  return `(() => {
    const wide = document.documentElement.clientWidth;
    const wrong = [];
    const sayFor = (each, why) => wrong.push(why + ': ' + each.outerHTML.slice(0, 120));
    if (document.documentElement.scrollWidth > wide) wrong.push('it scrolls sideways to ' + document.documentElement.scrollWidth);
    for (const each of document.querySelectorAll(${JSON.stringify(selector)})) {
      if (!each.checkVisibility({ visibilityProperty: true }) || each.closest('.unseen, .skip') !== null) continue;
      const box = each.getBoundingClientRect();
      if (box.width === 0 || box.height === 0) continue;
      let scrolls = false;
      for (let around = each.parentElement; around !== null; around = around.parentElement) {
        const how = getComputedStyle(around).overflowX;
        if (how === 'visible' || around === document.body || around === document.documentElement) continue;
        const screen = matchMedia('screen').matches;
        if (screen && (how === 'auto' || how === 'scroll')) { scrolls = true; break; }
        const frame = around.getBoundingClientRect();
        if (box.right > frame.right + 1 || box.left < frame.left - 1) sayFor(each, 'cut off');
      }
      if (!scrolls && (box.right > wide + 1 || box.left < -1)) sayFor(each, 'beyond the edge');
      const own = getComputedStyle(each);
      const inner = !/^(INPUT|TEXTAREA|SELECT)$/.test(each.tagName) && own.display !== 'inline' && (own.overflowX === 'hidden' || own.overflowX === 'clip');
      if (inner && each.scrollWidth > each.clientWidth + 1) sayFor(each, 'its text is cut off');
      if (/^(BUTTON|SUMMARY)$/.test(each.tagName) && each.scrollWidth > each.clientWidth + 1) sayFor(each, 'its text stands out');
    }
    return wrong;
  })()`;
}

/** Navigation that shows: on paper there is nothing to press. */
export const NAVIGATION_SHOWN = `[...document.querySelectorAll('.tabs, .skip, .buttons, .pager, .back, .top .sheet, button')]
  .filter((each) => each.checkVisibility({ visibilityProperty: true }) && each.getBoundingClientRect().height > 0)
  .map((each) => each.outerHTML.slice(0, 120))`;

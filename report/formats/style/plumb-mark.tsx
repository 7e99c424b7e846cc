import { LIGHT } from './tokens.ts';

/** The bob of a plumb line: a cap and a long point, so that it reads as a weight and not as an arrow. */
const LINE = 'M8 0V8.5';
const BOB = 'M6.5 8H9.5V10H6.5ZM6 11H10L12 14.5L8 24L4 14.5Z';

/** The plumb line with its bob: logo and end of the page; nothing else is decoration. */
export function PlumbMark() {
  return (
    <svg width="16" height="24" viewBox="0 0 16 24" aria-hidden="true" focusable="false">
      <path d={LINE} stroke="var(--pl-participants)" stroke-width="1.5" />
      <path d={BOB} fill="var(--pl-participants)" />
    </svg>
  );
}

/** The same as an icon of its own. */
export const PLUMB_ICON =
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="7" fill="${LIGHT.participants}"/>` +
  `<g transform="translate(6 2.5) scale(1.25 1.15)" fill="#fff"><path d="M8 0V8.5" stroke="#fff" stroke-width="1.6"/>` +
  `<path d="${BOB}"/></g></svg>`;

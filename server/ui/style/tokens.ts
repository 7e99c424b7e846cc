import { DARK, FORCED, LIGHT, themeDeclarations } from '#report/formats/style/tokens.ts';

/** Colours that pages need and reports do not. */
export interface PageTheme {
  /** Popovers. */
  readonly raised: string;
  /** The primary button and what is chosen; an organisation may give its own. */
  readonly accent: string;
  readonly 'accent-text': string;
  readonly 'accent-hover': string;
  readonly error: string;
  readonly 'error-ground': string;
  /** Behind a row or a link under the pointer. */
  readonly hover: string;
  /** The inner ring of the focus; the outer one is the same amber everywhere. */
  readonly ring: string;
}

export const PAGE_LIGHT: PageTheme = {
  raised: '#FFFFFF',
  accent: '#14568C',
  'accent-text': '#FFFFFF',
  'accent-hover': '#0F4370',
  error: '#A32A12',
  'error-ground': '#FBEDE9',
  hover: '#EEF0EC',
  ring: '#1A1D21',
};

export const PAGE_DARK: PageTheme = {
  raised: '#252C32',
  accent: '#8EC3F0',
  'accent-text': '#0E1418',
  'accent-hover': '#B3D7F5',
  error: '#FF9C86',
  'error-ground': '#3A1F19',
  hover: '#262E35',
  ring: '#FFFFFF',
};

const PAGE_FORCED: PageTheme = {
  raised: 'Canvas',
  accent: 'Highlight',
  'accent-text': 'HighlightText',
  'accent-hover': 'Highlight',
  error: 'CanvasText',
  'error-ground': 'Canvas',
  hover: 'Canvas',
  ring: 'CanvasText',
};

function declarations(page: PageTheme): string {
  return Object.entries(page)
    .map(([name, value]) => `--pl-${name}:${value};`)
    .join('');
}

const light = themeDeclarations(LIGHT) + declarations(PAGE_LIGHT);
const dark = themeDeclarations(DARK) + declarations(PAGE_DARK);
const forced = themeDeclarations(FORCED) + declarations(PAGE_FORCED);

/** The colours as custom properties: the reader's system decides unless the page says light or dark; paper is light. */
export const COLOURS = [
  `:root{color-scheme:light dark;${light}}`,
  `@media (prefers-color-scheme:dark){:root:not([data-theme=light]){${dark}}}`,
  `:root[data-theme=light]{color-scheme:light}`,
  `:root[data-theme=dark]{color-scheme:dark;${dark}}`,
  `@media (forced-colors:active){:root:root{${forced}}}`,
  `@media print{:root:root{color-scheme:light;${light}}}`,
].join('\n');

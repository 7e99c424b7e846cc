/** The colours of a theme. Colour says who, never how good; verdict colours live in pills only. */
export interface Theme {
  readonly background: string;
  readonly surface: string;
  readonly ink: string;
  readonly muted: string;
  readonly border: string;
  readonly line: string;
  readonly link: string;
  readonly participants: string;
  readonly comparison: string;
  readonly band: string;
  readonly benefit: string;
  readonly benefitText: string;
  readonly harm: string;
  readonly harmText: string;
  readonly inconclusive: string;
  readonly inconclusiveText: string;
  readonly same: string;
  readonly sameText: string;
  readonly warn: string;
  readonly info: string;
}

/** The light theme; also that of paper and of figures in files of their own. */
export const LIGHT: Theme = {
  background: '#FFFFFF',
  surface: '#F5F6F3',
  ink: '#1A1D21',
  muted: '#4B555C',
  border: '#6F7A81',
  line: '#D4D9DC',
  link: '#14568C',
  participants: '#0F4C81',
  comparison: '#B85014',
  band: '#E3E7EA',
  benefit: '#0F4C81',
  benefitText: '#FFFFFF',
  harm: '#B3371A',
  harmText: '#FFFFFF',
  inconclusive: '#E0A526',
  inconclusiveText: '#1A1D21',
  same: '#5B656C',
  sameText: '#FFFFFF',
  warn: '#FBF3DF',
  info: '#E8F0F7',
};

/** The dark theme. */
export const DARK: Theme = {
  background: '#14181C',
  surface: '#1D2328',
  ink: '#ECEFF1',
  muted: '#B3BEC5',
  border: '#84919A',
  line: '#38424A',
  link: '#8EC3F0',
  participants: '#8EC3F0',
  comparison: '#E08A3C',
  band: '#2C343A',
  benefit: '#8EC3F0',
  benefitText: '#0E1418',
  harm: '#F0805F',
  harmText: '#0E1418',
  inconclusive: '#F2CC6B',
  inconclusiveText: '#0E1418',
  same: '#A3AFB7',
  sameText: '#0E1418',
  warn: '#352C16',
  info: '#16293A',
};

/** The same names for readers who force their own colours: shapes and dashes carry the meaning then. */
export const FORCED: Theme = {
  background: 'Canvas',
  surface: 'Canvas',
  ink: 'CanvasText',
  muted: 'CanvasText',
  border: 'CanvasText',
  line: 'CanvasText',
  link: 'LinkText',
  participants: 'CanvasText',
  comparison: 'CanvasText',
  band: 'Canvas',
  benefit: 'Canvas',
  benefitText: 'CanvasText',
  harm: 'Canvas',
  harmText: 'CanvasText',
  inconclusive: 'Canvas',
  inconclusiveText: 'CanvasText',
  same: 'Canvas',
  sameText: 'CanvasText',
  warn: 'Canvas',
  info: 'Canvas',
};

const NAMES = Object.keys(LIGHT) as (keyof Theme)[];

/** The theme whose colours are looked up on the page that shows it: light, dark or forced. */
export const LOOKED_UP: Theme = Object.fromEntries(
  NAMES.map((name) => [name, `var(--pl-${kebab(name)})`]),
) as unknown as Theme;

/** The custom properties of a theme, as CSS declarations. */
export function themeDeclarations(theme: Theme): string {
  return NAMES.map((name) => `--pl-${kebab(name)}:${theme[name]};`).join('');
}

function kebab(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}

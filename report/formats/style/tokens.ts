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
  /** Steps of an answer from disagreeing to agreeing, and what is written on them. */
  readonly likert1: string;
  readonly likert2: string;
  readonly likert3: string;
  readonly likert4: string;
  readonly likert5: string;
  readonly likert1Text: string;
  readonly likert2Text: string;
  readonly likert3Text: string;
  readonly likert4Text: string;
  readonly likert5Text: string;
  /** Counts of pairs and goals, lightest first. */
  readonly cadence1: string;
  readonly cadence2: string;
  readonly cadence3: string;
  readonly cadence4: string;
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
  likert1: '#B3371A',
  likert2: '#E8A38D',
  likert3: '#D9DDE0',
  likert4: '#8DB3D6',
  likert5: '#0F4C81',
  likert1Text: '#FFFFFF',
  likert2Text: '#1A1D21',
  likert3Text: '#1A1D21',
  likert4Text: '#1A1D21',
  likert5Text: '#FFFFFF',
  cadence1: '#E8EEF4',
  cadence2: '#B5CFE6',
  cadence3: '#6398C4',
  cadence4: '#0F4C81',
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
  likert1: '#F0805F',
  likert2: '#8A4A38',
  likert3: '#4A545B',
  likert4: '#3F6F97',
  likert5: '#8EC3F0',
  likert1Text: '#0E1418',
  likert2Text: '#FFFFFF',
  likert3Text: '#FFFFFF',
  likert4Text: '#FFFFFF',
  likert5Text: '#0E1418',
  cadence1: '#25313B',
  cadence2: '#2F5373',
  cadence3: '#4F87B8',
  cadence4: '#8EC3F0',
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
  likert1: 'Canvas',
  likert2: 'Canvas',
  likert3: 'Canvas',
  likert4: 'Canvas',
  likert5: 'Canvas',
  likert1Text: 'CanvasText',
  likert2Text: 'CanvasText',
  likert3Text: 'CanvasText',
  likert4Text: 'CanvasText',
  likert5Text: 'CanvasText',
  cadence1: 'Canvas',
  cadence2: 'Canvas',
  cadence3: 'Canvas',
  cadence4: 'Canvas',
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

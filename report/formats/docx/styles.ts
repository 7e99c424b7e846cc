import { AlignmentType, BorderStyle, LevelFormat, LineRuleType, ShadingType } from 'docx';
import type { INumberingOptions, IStylesOptions } from 'docx';
import { LIGHT } from '../style/tokens.ts';
import { wordColour } from './word-colour.ts';

/** Comes with Word; other programs have a face with the same widths. */
const FONT = 'Calibri';

/** Languages of reports, as Word names them. */
export const WORD_LANGUAGE = { en: 'en-GB' } as const;

/** Names of the lists: numbers of sections, and points. */
export const SECTION_NUMBERS = 'sections';
export const POINTS = 'points';

const INK = wordColour(LIGHT.ink);
const MUTED = wordColour(LIGHT.muted);

/** Sizes are half points. */
const heading = (size: number, before: number) => ({
  run: { font: FONT, size, bold: true, color: INK },
  paragraph: { keepNext: true, keepLines: true, spacing: { before, after: 80 } },
});

const notice = (id: string, fill: string, bar: { readonly size: number; readonly color: string }) => ({
  id,
  name: id,
  basedOn: 'Normal',
  paragraph: {
    keepLines: true,
    shading: { type: ShadingType.CLEAR, fill: wordColour(fill) },
    border: { left: { style: BorderStyle.SINGLE, space: 6, ...bar } },
    indent: { left: 160 },
    spacing: { before: 160, after: 160 },
  },
});

/** The styles of a report in Word: real headings, light colours, sizes near those of the PDF. */
export function wordStyles(language: keyof typeof WORD_LANGUAGE): IStylesOptions {
  return {
    default: {
      document: {
        run: { font: FONT, size: 21, color: INK, language: { value: WORD_LANGUAGE[language] } },
        paragraph: { spacing: { before: 80, after: 80, line: 259, lineRule: LineRuleType.AUTO } },
      },
      heading1: heading(36, 0),
      heading2: heading(28, 360),
      heading3: heading(24, 240),
      heading4: heading(22, 200),
    },
    paragraphStyles: [
      { id: 'Lead', name: 'Lead', basedOn: 'Normal', run: { size: 24 } },
      { id: 'Small', name: 'Small', basedOn: 'Normal', run: { size: 18, color: MUTED } },
      { id: 'Point', name: 'Point', basedOn: 'Normal', paragraph: { spacing: { before: 20, after: 20 } } },
      { id: 'Facts', name: 'Facts', basedOn: 'Normal', paragraph: { spacing: { before: 20, after: 20 } } },
      {
        id: 'Caption',
        name: 'caption',
        basedOn: 'Normal',
        run: { size: 20, bold: true },
        paragraph: { keepNext: true, spacing: { before: 240, after: 80 } },
      },
      {
        id: 'FigureSubtitle',
        name: 'Figure subtitle',
        basedOn: 'Small',
        paragraph: { keepNext: true, spacing: { before: 0, after: 80 } },
      },
      {
        id: 'Cell',
        name: 'Cell',
        basedOn: 'Normal',
        run: { size: 18 },
        paragraph: { spacing: { before: 30, after: 30, line: 240, lineRule: LineRuleType.AUTO } },
      },
      notice('NoticeInfo', LIGHT.info, { size: 8, color: wordColour(LIGHT.border) }),
      notice('NoticeWarn', LIGHT.warn, { size: 24, color: INK }),
    ],
  };
}

/** Numbers before the titles of sections, and points of lists. */
export const WORD_NUMBERING: INumberingOptions = {
  config: [
    {
      reference: SECTION_NUMBERS,
      levels: [
        {
          level: 0,
          format: LevelFormat.DECIMAL,
          text: '%1',
          alignment: AlignmentType.START,
          style: { paragraph: { indent: { left: 480, hanging: 480 } } },
        },
      ],
    },
    {
      reference: POINTS,
      levels: [
        {
          level: 0,
          format: LevelFormat.BULLET,
          text: '•',
          alignment: AlignmentType.START,
          style: { paragraph: { indent: { left: 360, hanging: 240 } } },
        },
      ],
    },
  ],
};

import { BorderStyle, ShadingType, TextRun } from 'docx';
import type { Verdict } from '#evaluation/finding.ts';
import type { Pill } from '../../document.ts';
import { LIGHT } from '../style/tokens.ts';
import { wordColour } from './word-colour.ts';
import { wordText } from './word-text.ts';

interface Look {
  readonly fill?: string;
  readonly ink?: string;
  readonly edge?: 'dashed' | 'dotted';
}

const LOOKS: Readonly<Record<Exclude<Verdict, 'none'>, Look>> = {
  benefit: { fill: LIGHT.benefit, ink: LIGHT.benefitText },
  harm: { fill: LIGHT.harm, ink: LIGHT.harmText },
  'no-meaningful-difference': { fill: LIGHT.same, ink: LIGHT.sameText },
  inconclusive: { fill: LIGHT.inconclusive, ink: LIGHT.inconclusiveText },
  'too-little-data': { edge: 'dashed' },
  'not-due': { edge: 'dotted' },
  hidden: { fill: LIGHT.band },
};

/** The shaped word of a verdict inside a line: mark and word, never colour alone. */
export function pillRun(pill: Pill, size: number | undefined): TextRun {
  const look = pill.verdict === 'none' ? {} : LOOKS[pill.verdict];
  return new TextRun({
    text: wordText(`\u00a0${pill.mark}\u00a0${pill.word}\u00a0`),
    bold: true,
    color: wordColour(look.ink ?? LIGHT.ink),
    ...(size !== undefined && { size }),
    ...(look.fill !== undefined && { shading: { type: ShadingType.CLEAR, fill: wordColour(look.fill) } }),
    ...(look.edge !== undefined && {
      border: {
        style: look.edge === 'dashed' ? BorderStyle.DASHED : BorderStyle.DOTTED,
        size: 6,
        color: wordColour(LIGHT.border),
      },
    }),
  });
}

import { expect, test } from 'vitest';
import { DARK, LIGHT, LOOKED_UP, themeDeclarations } from './tokens.ts';
import type { Theme } from './tokens.ts';

/** Relative luminance and contrast as WCAG 2.2 defines them. */
function contrast(one: string, other: string): number {
  const luminance = (hex: string) => {
    const [r, g, b] = [1, 3, 5].map((start) => {
      const channel = Number.parseInt(hex.slice(start, start + 2), 16) / 255;
      return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * r! + 0.7152 * g! + 0.0722 * b!;
  };
  const [light, dark] = [luminance(one), luminance(other)].toSorted((a, b) => b - a);
  return (light! + 0.05) / (dark! + 0.05);
}

/** The measured contrasts of the design, to their printed digit. */
const STATED: readonly [keyof Theme, keyof Theme, number, number][] = [
  ['ink', 'background', 16.9, 15.5],
  ['muted', 'background', 7.6, 9.4],
  ['border', 'background', 4.4, 5.5],
  ['link', 'background', 7.7, 9.5],
  ['participants', 'background', 8.9, 9.5],
  ['comparison', 'background', 5.0, 6.7],
  ['benefitText', 'benefit', 8.9, 9.9],
  ['harmText', 'harm', 6.0, 7.0],
  ['inconclusiveText', 'inconclusive', 7.7, 12.0],
  ['sameText', 'same', 6.0, 8.3],
  ['ink', 'band', 13.6, 11.0],
  ['ink', 'warn', 15.3, 11.9],
  ['ink', 'info', 14.7, 12.9],
];

test.each(STATED)(
  '%s on %s has the contrast that the design states, light and dark',
  (text, ground, light, dark) => {
    expect(contrast(LIGHT[text], LIGHT[ground])).toBeCloseTo(light, 0);
    expect(contrast(LIGHT[text], LIGHT[ground])).toBeGreaterThanOrEqual(light - 0.06);
    expect(contrast(DARK[text], DARK[ground])).toBeGreaterThanOrEqual(dark - 0.06);
  },
);

test('text on cards and on the band still reads: 4.5 and more', () => {
  for (const theme of [LIGHT, DARK]) {
    for (const ground of ['surface', 'band', 'warn', 'info'] as const) {
      for (const text of ['ink', 'muted'] as const)
        expect(contrast(theme[text], theme[ground])).toBeGreaterThan(4.5);
    }
  }
});

test('what is written on a step of an answer reads on it: 4.5 and more', () => {
  for (const theme of [LIGHT, DARK]) {
    for (const step of [1, 2, 3, 4, 5] as const)
      expect(contrast(theme[`likert${step}Text`], theme[`likert${step}`]), `${step}`).toBeGreaterThan(4.5);
  }
});

test('every colour that a figure looks up is declared', () => {
  const declared = themeDeclarations(LIGHT);
  for (const looked of Object.values(LOOKED_UP)) {
    expect(declared).toContain(`${/var\((.*)\)/.exec(looked)![1]}:#`);
  }
});

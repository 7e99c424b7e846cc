import { expect, test } from 'vitest';
import { DARK, LIGHT } from '#report/formats/style/tokens.ts';
import { PAGE_DARK, PAGE_LIGHT } from './tokens.ts';

/** Contrast as WCAG 2.2 defines it. */
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

const THEMES = [
  { name: 'light', theme: LIGHT, page: PAGE_LIGHT, error: 7.3, focus: 10.3 },
  { name: 'dark', theme: DARK, page: PAGE_DARK, error: 8.8, focus: 10.9 },
] as const;

test.each(THEMES)('the contrasts that the design states hold: $name', ({ theme, page, error, focus }) => {
  expect(contrast(page.error, theme.background)).toBeGreaterThanOrEqual(error - 0.1);
  expect(contrast('#FFBF47', page.ring === '#FFFFFF' ? theme.background : page.ring)).toBeGreaterThanOrEqual(
    focus - 0.1,
  );
});

test.each(THEMES)('text reads on everything it stands on: $name', ({ theme, page }) => {
  const pairs: readonly (readonly [string, string])[] = [
    [page['accent-text'], page.accent],
    [page['accent-text'], page['accent-hover']],
    [page.error, page['error-ground']],
    [theme.ink, page['error-ground']],
    [theme.ink, page.hover],
    [theme.link, page.hover],
    [theme.ink, page.raised],
    [theme.muted, page.raised],
    [theme.muted, theme.surface],
    [theme.link, theme.surface],
    [theme.link, theme.info],
  ];
  for (const [text, ground] of pairs)
    expect(contrast(text, ground), `${text} on ${ground}`).toBeGreaterThanOrEqual(4.5);
});

test.each(THEMES)('the edges of fields and the ring of the focus are seen: $name', ({ theme, page }) => {
  for (const ground of [theme.background, theme.surface, page.raised, page['error-ground']]) {
    expect(contrast(theme.border, ground)).toBeGreaterThanOrEqual(3);
    expect(contrast(page.ring, ground)).toBeGreaterThanOrEqual(3);
  }
});

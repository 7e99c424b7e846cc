import { expect, test } from 'vitest';
import { figuresOf } from '../document-parts.ts';
import { figureFile } from '../figures/figure-file.tsx';
import { COMPASS } from '../reports/compass.fixture.ts';
import { evaluationReport } from '../reports/evaluation-report.ts';
import { EVERY_FACE, LOTTERY, OPINIONS } from '../reports/hard-cases.fixture.ts';
import { picturePng } from './picture-png.ts';
import { typefaceLetters } from './typeface/font-files.ts';
import { shownLetters } from './typeface/shown-letters.ts';

const WORLDS = { COMPASS, EVERY_FACE, LOTTERY, OPINIONS };

/** Width and height as the head of a PNG says them (PNG specification 11.2.2). */
function pngSize(bytes: Uint8Array): [width: number, height: number] {
  const view = new DataView(bytes.buffer, bytes.byteOffset);
  return [view.getUint32(16), view.getUint32(20)];
}

const words = (family: string, letters: string) =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="200" height="40" font-family="${family}"><text x="5" y="25">${letters}</text></svg>`;

test.for(Object.entries(WORLDS))(
  'every figure of %s is drawn at twice its size, with its texts, and the same bytes come again',
  async ([, shown]) => {
    const figures = figuresOf(evaluationReport(shown));
    expect(figures.length).toBeGreaterThan(0);
    for (const figure of figures) {
      const svg = figureFile(figure);
      expect(shownLetters(svg, typefaceLetters()), figure.name).toBe(svg);
      const drawn = await picturePng(svg);
      const [width, height] = [/ width="(\d+)/, / height="([\d.]+)/].map((side) =>
        Number(side.exec(svg)![1]),
      );
      expect(pngSize(drawn.bytes), figure.name).toEqual([2 * width!, Math.ceil(2 * height!)]);
      const silent = await picturePng(svg.replaceAll(/<text[\s\S]*?<\/text>/g, ''));
      expect(drawn.bytes.length, figure.name).toBeGreaterThan(1.5 * silent.bytes.length);
      expect(Buffer.compare((await picturePng(svg)).bytes, drawn.bytes), figure.name).toBe(0);
    }
  },
);

test('a typeface of the machine is never used: any family is drawn in our own', async () => {
  const ours = await picturePng(words('Source Sans 3', 'no difference'));
  for (const family of ['DejaVu Sans', 'Liberation Sans', 'monospace', 'serif', 'system-ui']) {
    const other = await picturePng(words(family, 'no difference'));
    expect(Buffer.compare(other.bytes, ours.bytes), family).toBe(0);
  }
});

test('a letter that the typeface lacks is drawn as a box, and not left out', async () => {
  const lacking = await picturePng(words('Source Sans 3', '导'));
  expect(Buffer.compare(lacking.bytes, (await picturePng(words('Source Sans 3', '□'))).bytes)).toBe(0);
  expect(Buffer.compare(lacking.bytes, (await picturePng(words('Source Sans 3', ''))).bytes)).not.toBe(0);
});

test('semibold text is drawn heavier than regular text', async () => {
  const heavy = words('Source Sans 3', 'no difference').replace('<text ', '<text font-weight="600" ');
  const [bold, regular] = [
    await picturePng(heavy),
    await picturePng(words('Source Sans 3', 'no difference')),
  ];
  expect(Buffer.compare(bold.bytes, regular.bytes)).not.toBe(0);
});

test('what is not an SVG is an error', async () => {
  await expect(picturePng('no picture')).rejects.toThrow(/SVG/u);
});

import { expect, test } from 'vitest';
import { type VisibilityAsked, type Visibility, visibilityOf } from '#evaluation/planning/visibility.ts';
import { p16WhatCouldWeSee } from './p16-what-could-we-see.tsx';

const said = (value: number) => ({ value, from: 'asked' }) as const;

function visible(share: number, participants: number, comparison: number, matters = 0.05): Visibility {
  const asked: VisibilityAsked = {
    outcome: { outcome: 'promotion', months: 24, better: 'higher', matters, label: 'Promotion' },
    role: 'primary',
    expected: { kind: 'share', share: said(share) },
    people: {
      participants: said(participants),
      comparison: said(comparison),
      answered: said(0.85),
      comparisonAnswered: said(0.8),
      menteesPerMentor: said(1),
      mentorVariation: said(0),
      mentorCorrelation: said(0.1),
    },
    design: 'matched',
    family: 0,
    answers: 'records',
  };
  const found = visibilityOf(asked);
  if ('lacks' in found) throw new Error('no room');
  return found;
}

test('the title is the finding, the twin holds the planned people, and the picture says the same in words', () => {
  const figure = p16WhatCouldWeSee(visible(0.15, 160, 320), 'promotion', 'Planning.');
  expect(figure.title).toBe(
    'Promotion after 24 months: 160 participants would reliably show 15 in 100 becoming 26',
  );
  expect(figure.table.rows).toContainEqual(['160', '320', '11', '27']);
  expect(figure.description).toContain('160 participants: 11');
  for (const svg of [figure.svg.screen, figure.svg.narrow!, figure.svg.paper]) {
    expect(svg).toContain('role="img"');
    expect(svg).toContain('<title>Promotion after 24 months');
    expect(svg).not.toMatch(/NaN|undefined|Infinity/);
  }
  expect(figure.svg.narrow).toContain('viewBox="0 0 328 ');
});

test('where not even the largest change would be seen the picture says so, and the planned people have no mark', () => {
  const figure = p16WhatCouldWeSee(visible(0.9, 12, 24), 'promotion', 'Planning.');
  expect(figure.title).toBe(
    'Promotion after 24 months: 12 participants would not reliably show any difference',
  );
  expect(figure.table.rows).toContainEqual(['12', '24', 'none', expect.any(String)]);
  expect(figure.svg.paper).not.toContain('<circle');
});

test('every line that says “missed” ends on or below the curve', () => {
  const { svg } = p16WhatCouldWeSee(visible(0.15, 160, 320), 'promotion', 'Planning.');
  const path = / d="M([^"]+)" fill="none"/.exec(svg.paper)![1]!;
  const curve = path.split('L').map((point) => point.split(',').map(Number) as [number, number]);
  const lines = [...svg.paper.matchAll(/<line x1="([\d.]+)" x2="\1" y1="([\d.]+)" y2="([\d.]+)"><\/line>/g)];
  expect(lines.length).toBeGreaterThan(40);
  for (const [, x, , top] of lines) {
    const next = curve.findIndex(([px]) => px >= Number(x));
    if (next < 1) continue;
    const [[ax, ay], [bx, by]] = [curve[next - 1]!, curve[next]!];
    const on = ay + ((Number(x) - ax) / (bx - ax)) * (by - ay);
    expect(Math.abs(Number(top) - on)).toBeLessThan(0.3);
  }
});

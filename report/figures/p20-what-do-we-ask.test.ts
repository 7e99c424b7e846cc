import { expect, test } from 'vitest';
import { burden } from '#evaluation/program/burden.ts';
import { compass2027 } from '#evaluation/program/compass.fixture.ts';
import type { ProgramPlan } from '#evaluation/program/program-plan.ts';
import { beyondEdges } from './beyond-edges.fixture.ts';
import { p20WhatDoWeAsk } from './p20-what-do-we-ask.tsx';
import { NARROW_PEN, PAPER_PEN } from './pen.ts';

const PLAN = compass2027();
const figure = (plan: ProgramPlan, months = 12) =>
  p20WhatDoWeAsk({ months, roles: burden(plan)! }, 'Planning, before anything is asked.');

test('the title is what is asked, the twin has every kind, sum, fullest year and limit of both roles', () => {
  const { title, table } = figure(PLAN);
  expect(title).toBe('In 12 months forms ask 64 to 88 minutes of a mentee and 57 to 69 of a mentor');
  expect(table.rows).toEqual([
    ['Mentee', 'Agreement', '1', '1', '10', '10'],
    ['Mentee', 'Reports of meetings', '12', '24', '12', '24'],
    ['Mentee', 'Check-ins', '12', '24', '12', '24'],
    ['Mentee', 'Goals, each quarter', '4', '4', '12', '12'],
    ['Mentee', 'Surveys', '3', '3', '18', '18'],
    ['Mentee', 'All together', '–', '–', '64', '88'],
    ['Mentee', 'In any twelve months', '–', '–', '64', '88'],
    ['Mentee', 'Limit in twelve months', '–', '–', '–', '88'],
    ['Mentor', 'Agreement', '1', '1', '10', '10'],
    ['Mentor', 'Check-ins', '12', '24', '12', '24'],
    ['Mentor', 'Goals, each quarter', '4', '4', '20', '20'],
    ['Mentor', 'Surveys', '3', '3', '15', '15'],
    ['Mentor', 'All together', '–', '–', '57', '69'],
    ['Mentor', 'In any twelve months', '–', '–', '57', '69'],
    ['Mentor', 'Limit in twelve months', '–', '–', '–', '69'],
  ]);
});

test('the parts of each bar are as long as their minutes, and the limit stands where its minutes end', () => {
  const { paper } = figure(PLAN).svg;
  const parts = [...paper.matchAll(/<rect x="([\d.]+)" y="[\d.]+" width="([\d.]+)" height="24"/g)].map(
    ([, x, width]) => [Number(x), Number(width)] as const,
  );
  // Five parts of a mentee and four of a mentor, at the slowest and the quickest rhythm.
  expect(parts).toHaveLength(18);
  const mentee = parts.slice(5, 10).map(([, width]) => width);
  const perMinute = mentee.reduce((all, width) => all + width, 0) / 88;
  [10, 24, 24, 12, 18].forEach((minutes, i) => expect(mentee[i]! / perMinute).toBeCloseTo(minutes, 0));
  const [x0] = parts[5]!;
  const limits = [...paper.matchAll(/<line x1="([\d.]+)"/g)].map(([, x]) => (Number(x) - x0) / perMinute);
  [88, 88, 69, 69].forEach((cap, i) => expect(limits[i]!).toBeCloseTo(cap, 0));
});

test('one rhythm leaves one bar for each role, and a program of two years says its fullest year in words', () => {
  const monthly = { ...PLAN, rhythm: { ...PLAN.rhythm, offered: ['monthly'] as const } };
  expect(figure(monthly).svg.paper.match(/height="24"/g)).toHaveLength(9);
  expect(figure(monthly).title).toContain('64 minutes of a mentee and 57 of a mentor');
  const longer = figure({ ...PLAN, purpose: { ...PLAN.purpose, to: '2029-01-10' } }, 24);
  expect(longer.svg.paper).not.toContain('<line');
  expect(longer.description).toContain('Mentee, in any twelve months: 64 to 88 minutes, limit 88');
});

test('nothing of it leaves the picture, wide and narrow, and no number in it is missing', () => {
  const { svg } = figure(PLAN);
  expect(beyondEdges(svg.narrow!, NARROW_PEN.width)).toEqual([]);
  expect(beyondEdges(svg.paper, PAPER_PEN.width)).toEqual([]);
  for (const drawn of [svg.screen, svg.narrow!, svg.paper])
    expect(drawn).not.toMatch(/NaN|undefined|Infinity/);
});

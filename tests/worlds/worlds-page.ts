import { type Figure, met, type Target } from './figures.ts';
import { WORLD_GROUPS } from './registry.ts';
import type { World, WorldGroup } from './world.ts';

/** A world after its run. */
export interface RunWorld {
  readonly world: World;
  readonly programs: number;
  readonly figures: readonly Figure[];
}

const WORDS = { met: 'met', close: 'not told apart', 'not-met': '**NOT met**' } as const;

const HEAD = `# Simulated worlds

Programs whose truth is known because they are made up, run through the real engine. They are drawn by code in \`tests/worlds\` that shares nothing with the engine but the random generator.
Shares and gaps of shares are in 100, gaps of scores in points; behind each ± stands one simulation error. "Not told apart": outside the target by less than two simulation errors.

Made by \`npm run worlds\` (one group: \`npm run worlds -- --only selection\`; shorter: \`--programs 100\`). The seeds stand in the tables; the same seeds give the same figures on every machine.
`;

/** The section of a group: a line per figure. */
export function groupSection(group: WorldGroup, ran: readonly RunWorld[]): string {
  const all = ran.flatMap(({ figures }) => figures.flatMap((figure) => met(figure) ?? []));
  const count = (wanted: string): number => all.filter((one) => one === wanted).length;
  const lines = ran.flatMap(({ world, programs, figures }) =>
    figures.map((figure, f) => {
      const seeds = `seeds ${world.firstSeed} to ${world.firstSeed + programs - 1}`;
      return `| ${[f === 0 ? `${world.title} (${seeds})` : '', ...figureCells(figure)].join(' | ')} |`;
    }),
  );
  return [
    `## ${group.title}`,
    '',
    group.about,
    '',
    `Of ${all.length} targets ${count('met')} are met, ${count('close')} cannot be told apart from their limit, ${count('not-met')} are not met.`,
    '',
    '| world | figure | value | programs | target | |',
    '| --- | --- | --- | --- | --- | --- |',
    ...lines,
    '',
  ].join('\n');
}

function figureCells(figure: Figure): string[] {
  const { name, value, error, n, digits, target } = figure;
  const result = met(figure);
  const because = result !== undefined && result !== 'met' && target?.because ? `: ${target.because}` : '';
  return [
    name,
    `${printed(value, digits)} ± ${error.toFixed(digits)}`,
    String(n),
    target ? targetText(target, digits) : '',
    result ? WORDS[result] + because : '',
  ];
}

function targetText({ low, high, error }: Target, digits: number): string {
  const round = (value: number): string => printed(value, digits);
  // Cells of a table are known to a tenth: the limits stand half a tenth around them.
  if (error !== undefined && high - low <= 0.1 + 1e-9) return round((low + high) / 2);
  if (low === high) return round(low);
  if (low === 0) return `at most ${round(high)}`;
  if (high === 100) return `at least ${round(low)}`;
  return `${round(low)} to ${round(high)}`;
}

/** No minus before a nought. */
function printed(value: number, digits: number): string {
  const text = value.toFixed(digits);
  return Number(text) === 0 ? (0).toFixed(digits) : text.replace('-', '−');
}

/** The page with one group's section put in the place of the old one; the other sections stay. */
export function pageWith(id: string, section: string, page: string): string {
  const sections = new Map(
    page
      .split(/^(?=## )/m)
      .slice(1)
      .map((text) => [text.slice(3, text.indexOf('\n')), text]),
  );
  sections.set(WORLD_GROUPS.find((group) => group.id === id)!.title, section);
  const kept = WORLD_GROUPS.flatMap(({ title }) => sections.get(title) ?? []);
  return `${[HEAD, ...kept.map((text) => text.trimEnd())].map((text) => text.trimEnd()).join('\n\n')}\n`;
}

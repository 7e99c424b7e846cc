import type { Design, PermittedVerbs } from '#evaluation/designs/design.ts';
import { DESIGNS } from '#evaluation/designs/registry.ts';
import { type TextKey, text } from '#report/text/text.ts';
import { MADE, type Page, markdownTable } from './page.ts';

const VERBS: Readonly<Record<PermittedVerbs, string>> = {
  'led-to': '"the program led to", "because of the program"',
  'ended-than-similar': '"ended … than similar people"',
  'rose-more-than': '"rose (fell) by … more than among people who did not take part"',
  'rose-or-fell': '"rose (fell) from … to …"; no verdict',
  said: '"n of N participants said"; no verdict',
};

/** One page for the designs: what each estimates, needs, and may say at most. */
export function designPage(): Page {
  const rows = DESIGNS.map((design) => [
    `\`${design.id}\``,
    design.grade,
    text(design.estimand as TextKey, {}),
    needsOf(design),
    VERBS[design.verbs],
  ]);
  const lead =
    'A design says how participants and others came to be compared. The grade and the words follow from it, and a gate of the method can only lower them ([the method](../method.md), 4.2).';
  const table = markdownTable(['design', 'grade', 'what it estimates', 'needs', 'may say at most'], rows);
  return { path: 'docs/methods/designs.md', text: `${MADE}\n\n# Designs\n\n${lead}\n\n${table}\n` };
}

function needsOf({ needs }: Design): string {
  const named = [
    ...(needs.comparison ? ['comparison people'] : []),
    ...(needs.covariates ? ['characteristics from before the start'] : []),
  ];
  return named.length === 0 ? 'participants' : named.join(', ');
}

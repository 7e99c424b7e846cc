/** One violation, planted on purpose, and who has to see it. */
export interface Plant {
  /** A check of `tools/checks`, or the test that stands for it. */
  readonly check: string;
  readonly test?: string;
  readonly what: string;
  readonly file: string;
  /** The file with the violation; `text` is empty where the file is new. */
  change(text: string): string;
  /** What the check has to say, so that it cannot fail for another reason. */
  readonly says: string;
}

const replaced =
  (from: string, to: string) =>
  (text: string): string => {
    if (!text.includes(from)) throw new Error(`plants: nothing to change: ${from}`);
    return text.replace(from, to);
  };

const added =
  (line: string) =>
  (text: string): string =>
    `${text}${line}\n`;

/** A violation of every check; accessibility is looked after by tests of the page. */
export const PLANTS: readonly Plant[] = [
  {
    check: 'types',
    what: 'a number where text is promised',
    file: 'stats/planted.ts',
    change: added('/** Planted. */\nexport const planted: string = 5;'),
    says: 'stats/planted.ts',
  },
  {
    check: 'lint',
    what: 'a promise that nobody waits for',
    file: 'stats/planted.ts',
    change: added('/** Planted. */\nexport function planted(): void {\n  Promise.reject(new Error());\n}'),
    says: 'stats/planted.ts',
  },
  {
    check: 'format',
    what: 'a line laid out by hand',
    file: 'stats/planted.ts',
    change: added('/** Planted. */\nexport const  planted = "x"'),
    says: 'stats/planted.ts',
  },
  {
    check: 'unused',
    what: 'a file that nothing reaches',
    file: 'stats/planted.ts',
    change: added('/** Planted. */\nexport const planted = 1;'),
    says: 'stats/planted.ts',
  },
  {
    check: 'rooms',
    what: 'stats imports evaluation',
    file: 'stats/means/hedges.ts',
    change: added("import '#evaluation/finding.ts';"),
    says: 'stats may not import evaluation',
  },
  {
    check: 'rooms',
    what: 'evaluation reads a file',
    file: 'evaluation/verdict.ts',
    change: added("import 'node:fs';"),
    says: 'evaluation may not use node:fs',
  },
  {
    check: 'rooms',
    what: 'a folder called helpers',
    file: 'report/helpers/planted.ts',
    change: added('/** Planted. */\nexport const planted = 1;'),
    says: 'report/helpers',
  },
  {
    check: 'purity',
    what: 'chance in stats',
    file: 'stats/means/hedges.ts',
    change: added('/** Planted. */\nexport const planted = (): number => Math.random();'),
    says: 'Math.random',
  },
  {
    check: 'purity',
    what: 'the day of today in evaluation',
    file: 'evaluation/verdict.ts',
    change: added('/** Planted. */\nexport const planted = (): Date => new Date();'),
    says: 'new Date() without a date',
  },
  {
    check: 'size',
    what: 'a file of more than 300 lines',
    file: 'stats/means/hedges.ts',
    change: added('// planted\n'.repeat(300)),
    says: 'stats/means/hedges.ts',
  },
  {
    check: 'size',
    what: 'a function of more than 60 lines',
    file: 'evaluation/verdict.ts',
    change: added(`/** Planted. */\nexport function planted(): void {\n${'  // planted\n'.repeat(60)}}`),
    says: 'a function of 62 lines',
  },
  {
    check: 'registry',
    what: 'a measure without its line',
    file: 'evaluation/measures/registry.ts',
    change: (text) => text.replace(/^import \{ retention \}.*\n/m, '').replace(/^ {2}retention,\n/m, ''),
    says: 'has no line for ./retention.ts',
  },
  {
    check: 'registry',
    what: 'a figure that names a measure',
    file: 'report/figures/pen.ts',
    change: added("/** Planted. */\nexport const planted = 'retention';"),
    says: 'says the id of the measure retention',
  },
  {
    check: 'registry',
    what: 'a measure without caveats',
    file: 'report/text/en/measures.json',
    change: (text) => text.replace(/"measure\.retention\.caveats": ".*"/, '"measure.retention.caveats": ""'),
    says: 'measure.retention.caveats',
  },
  {
    check: 'registry',
    what: 'a program measure without its line',
    file: 'evaluation/measures/registry.ts',
    change: (text) => text.replace(/^import \{ trustLevel \}.*\n/m, '').replace(/^ {2}trustLevel,\n/m, ''),
    says: 'has no line for ./trust-level.ts',
  },
  {
    check: 'registry',
    what: 'a program measure without a worked example',
    file: 'evaluation/measures/trust-level.ts',
    change: (text) => text.replace(/^ {2}worked: \[[\s\S]*^ {2}\],\n/m, '  worked: [],\n'),
    says: 'has no worked example',
  },
  {
    check: 'measures',
    test: 'evaluation/measures/measures.test.ts',
    what: 'a worked example with a wrong value',
    file: 'evaluation/measures/trust-level.ts',
    change: replaced('value: 4.3333', 'value: 4.4333'),
    says: 'mentees-about-mentors',
  },
  {
    check: 'registry',
    what: 'an instrument without its line',
    file: 'evaluation/instruments/registry.ts',
    change: (text) => text.replace(/^import \{ strain1 \}.*\n/m, '').replace(/strain1,?/, ''),
    says: 'has no line for ./strain-1.ts',
  },
  {
    check: 'registry',
    what: 'an evidence pack without its line',
    file: 'report/reports/packs/registry.ts',
    change: (text) => text.replace(/^import \{ emccIsmcp \}.*\n/m, '').replace(' emccIsmcp,', ''),
    says: 'has no line for ./emcc-ismcp.ts',
  },
  {
    check: 'pages',
    what: 'a page corrected by hand',
    file: 'docs/measures/retention.md',
    change: added('Retention is proof.'),
    says: 'docs/measures/retention.md',
  },
  {
    check: 'oracles',
    what: 'a method without its source of right answers',
    file: 'stats/means/hedges.ts',
    change: replaced(' * @see means.oracle.R\n', ''),
    says: 'stats/means/hedges.ts',
  },
  {
    check: 'oracles',
    what: 'recorded answers that no test runs',
    file: 'stats/weighting/weights.test.ts',
    change: (text) => text.replace(/'weights',/g, "'planted',"),
    says: 'stats/weighting/weights.oracle.json',
  },
  {
    check: 'words',
    what: 'a text that says proven',
    file: 'report/text/en/measures.json',
    change: replaced('Staying is', 'Staying is a proven gain and'),
    says: 'says "proven"',
  },
  {
    check: 'place',
    what: 'the path of one machine',
    file: 'README.md',
    change: added(`See ${'/home'}/somebody/plumbline.`),
    says: 'README.md',
  },
  {
    check: 'dependencies',
    what: 'a dependency without its line',
    file: 'docs/dependencies.md',
    change: (text) => text.replace(/^\| `zod`.*\n/m, ''),
    says: 'has no line for zod',
  },
  {
    check: 'examples-run',
    what: 'an example with a wrong last digit',
    file: 'stats/means/hedges.ts',
    change: replaced('0.5641895835477563', '0.5641895835477653'),
    says: 'stats/means/hedges.ts',
  },
  {
    check: 'accessibility',
    test: 'report/formats/html.test.ts',
    what: 'a table without its caption',
    file: 'report/formats/html-blocks.tsx',
    change: replaced('<caption>{table.caption}</caption>', ''),
    says: 'every table has a caption',
  },
  {
    check: 'accessibility',
    test: 'report/formats/html.test.ts',
    what: 'a page that does not name its language',
    file: 'report/formats/html.tsx',
    change: replaced(' lang={report.language}', ''),
    says: 'html-has-lang',
  },
];

import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { PACKS } from '#report/reports/packs/registry.ts';
import { REPORTS } from '#report/reports/registry.ts';

/** Every report on every example, through the command as a user would call it. */
const EXAMPLES = readdirSync('examples', { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && existsSync(join('examples', entry.name, 'plan.json')))
  .map(({ name }) => name);

const root = mkdtempSync(join(tmpdir(), 'plumbline-reports-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

const evaluated = (example: string, out: string, ...more: string[]) =>
  spawnSync(
    process.execPath,
    ['cli/start.js', 'evaluate', join('examples', example), '--out', out, ...more],
    {
      encoding: 'utf8',
    },
  );

/** The text of a page without its marks; one blank between words. */
const words = (html: string): string =>
  html
    .replace(/<(style|script|svg)[\s\S]*?<\/\1>/g, ' ')
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ');

interface Findings {
  readonly measures: readonly { readonly missing: unknown; readonly shown: readonly unknown[] }[];
}

describe.each(EXAMPLES)('%s', (example) => {
  const out = join(root, example);
  let findings: Findings;

  beforeAll(() => {
    const { status, stderr } = evaluated(example, out, '--report', 'all');
    if (status !== 0) throw new Error(stderr);
    findings = JSON.parse(readFileSync(join(out, 'findings.json'), 'utf8')) as Findings;
  });

  test.each(REPORTS.filter(({ id }) => id !== 'evaluation').map(({ id }) => id))(
    '%s is written as page, print and document, and says of every heading whether it is recorded',
    (id) => {
      for (const ending of ['html', 'pdf', 'docx'])
        expect(existsSync(join(out, `${id}.${ending}`)), ending).toBe(true);
      const page = words(readFileSync(join(out, `${id}.html`), 'utf8'));
      const pack = PACKS.find((one) => one.id === id);
      expect(page.match(/Recorded|Not recorded/g)!.length).toBeGreaterThanOrEqual(pack?.items.length ?? 5);
      if (findings.measures.every(({ missing }) => missing !== null)) expect(page).toMatch(/Not recorded/);
    },
  );

  test('a measure without data has a reason and no figure', () => {
    for (const { missing, shown } of findings.measures) expect(missing !== null).toBe(shown.length === 0);
  });
});

test('files of reports that are no longer asked for do not stay beside new findings', () => {
  const out = join(root, 'again');
  evaluated('too-small', out, '--report', 'all');
  expect(existsSync(join(out, 'integrity.html'))).toBe(true);
  evaluated('too-small', out);
  expect(existsSync(join(out, 'integrity.html'))).toBe(false);
  expect(existsSync(join(out, 'report.html'))).toBe(true);
});

test('a report that does not exist is wrong usage, and the names are given', () => {
  const { status, stderr } = evaluated('too-small', join(root, 'none'), '--report', 'smiles');
  expect(status).toBe(64);
  expect(stderr).toContain('integrity');
});

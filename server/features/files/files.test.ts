import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Visitor } from '#server/http/test-visitor.ts';
import { exampleFiles, fileServer, type FileServer, planned, reported, takenIn } from './files.fixture.ts';

let server: FileServer;
let evaluator: Visitor;
beforeAll(async () => {
  server = await fileServer();
  evaluator = await server.somebody(await server.organisation(), 'evaluator');
});
afterAll(async () => {
  await server.close();
  expect(server.faults).toEqual([]);
});

describe.each([
  { folder: 'examples/kenya-mentoring-trial', plan: { source: 'file', looked: 'yes' } },
  {
    folder: 'examples/promotion-two-years',
    plan: { source: 'file', looked: 'no', lockedOn: '2021-01-15', lockedBy: 'People analytics' },
  },
])('$folder', ({ folder, plan }) => {
  test('gives the findings of the command line, to the byte, without exact figures', async () => {
    const { id } = await takenIn(evaluator, exampleFiles(folder));
    await planned(evaluator, id, plan);
    const { study } = await reported(evaluator, id);
    expect(study.failure).toBeNull();
    const findings = await evaluator.get(`/files/${id}/results/findings.json`);
    expect(findings.text).toBe(withoutExact(await findingsOfCommand(folder)));
    expect(findings.text).not.toContain('"exact":');
    for (const ending of ['html', 'pdf', 'docx'])
      expect(study.results.map(({ name }) => name)).toContain(`report.${ending}`);
  }, 120_000);
});

/** The findings that the command line writes for a folder. */
async function findingsOfCommand(folder: string): Promise<string> {
  const out = mkdtempSync(join(tmpdir(), 'plumbline-command-'));
  try {
    await promisify(execFile)(process.execPath, ['cli/start.js', 'evaluate', folder, '--out', out]);
    return readFileSync(join(out, 'findings.json'), 'utf8');
  } finally {
    rmSync(out, { recursive: true, force: true });
  }
}

/** A text of JSON as the command line writes it, the keys `exact` taken out and nothing else touched. */
function withoutExact(text: string): string {
  const value: unknown = JSON.parse(text, (key, held: unknown) => (key === 'exact' ? undefined : held));
  return `${JSON.stringify(value, null, 2)}\n`;
}

import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { preparedData, type PreparedData, writeForPeer } from './prepared-data.ts';
import type { Step } from './step.ts';
import { steps } from './steps.ts';
import { type Line, table } from './table.ts';
import { hasPeer, timed, timedPeer } from './timing.ts';

const SEED = 20260930;

const USAGE = `npm run bench -- [--sizes 10000,100000,1000000] [--only ${steps.map((step) => step.id).join(',')}] [--write]`;

/** Times every step at every size, ours and R's in one run, and prints one table. */
function bench(): void {
  const { values } = parseArgs({
    options: {
      sizes: { type: 'string', default: '10000,100000,1000000' },
      only: { type: 'string' },
      write: { type: 'boolean', default: false },
    },
  });
  const sizes = values.sizes.split(',').map(Number);
  const chosen =
    values.only === undefined ? steps : steps.filter((step) => values.only!.split(',').includes(step.id));
  if (chosen.length === 0 || sizes.some((size) => !(Number.isInteger(size) && size >= 1000))) {
    throw new RangeError(`bench: sizes are whole numbers of 1000 or more, steps as listed: ${USAGE}`);
  }
  const peer = hasPeer();
  if (!peer)
    console.log('Rscript was not found: only our own times are measured, and no goal can be judged.');
  const lines: Line[] = [];
  for (const size of sizes) {
    const folder = mkdtempSync(join(tmpdir(), 'plumbline-bench-'));
    try {
      const data = preparedData(size, SEED);
      if (peer) writeForPeer(folder, data);
      for (const step of chosen) lines.push(measured(step, data, peer ? folder : undefined));
    } finally {
      rmSync(folder, { recursive: true });
    }
  }
  const ordered = chosen.flatMap((step) =>
    lines.filter((line) => line.title === step.title && line.peerName === step.peer),
  );
  const machine = `Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model ?? 'unknown processor'}; median of 5 runs, of 1 beyond 5 s.`;
  const study = values.only === undefined ? `\n${wholeStudy(values.sizes)}` : '';
  const text = `${machine}\n\n${table(ordered)}\n${study}`;
  console.log(`\n${text}`);
  if (values.write) {
    const how = 'Both sides on the same made-up data, in one run of `npm run bench -- --write`.';
    writeFileSync(new URL('results.md', import.meta.url), `# How fast it is\n\n${how}\n${text}`);
  }
}

/** The whole promotion study in a process of its own, so that its memory is its own. */
function wholeStudy(sizes: string): string {
  process.stderr.write('whole promotion study …\n');
  const program = fileURLToPath(new URL('whole-study.ts', import.meta.url));
  return spawnSync(process.execPath, [program, sizes], { encoding: 'utf8' }).stdout;
}

function measured(step: Step, data: PreparedData, folder: string | undefined): Line {
  process.stderr.write(`${step.id} (${step.peer}) at ${data.n} people …\n`);
  const ours = timed(() => step.ours(data));
  const floor = timed(() => step.floor(data)).seconds;
  const asked = folder !== undefined && data.n <= step.peerUpTo;
  const other = asked
    ? timedPeer(folder, step.id)
    : { problem: folder === undefined ? 'no R' : 'too slow to run' };
  const line = { title: step.title, n: data.n, ours: ours.seconds, floor, peerName: step.peer };
  const limit = step.floorsAtMost;
  if (limit !== undefined && data.n >= limit.n) {
    const met = ours.seconds <= limit.floors * floor ? 'yes' : 'MISSED';
    return {
      ...line,
      peer: 'problem' in other ? other.problem : other.seconds,
      goal: `≤ ${limit.floors} floors`,
      met,
      same: '',
    };
  }
  const goal = `≥ ${step.timesPeer}× R`;
  if ('problem' in other) return { ...line, peer: other.problem, goal, met: 'not compared', same: '' };
  const apart = Math.abs(ours.figure - other.figure) / Math.max(Math.abs(other.figure), Number.MIN_VALUE);
  return {
    ...line,
    peer: other.seconds,
    goal,
    met: other.seconds >= step.timesPeer * ours.seconds ? 'yes' : 'MISSED',
    same: apart <= step.agrees ? 'yes' : 'NO',
  };
}

bench();

import { checkCommand } from './check.ts';
import { drawLotteryCommand } from './draw-lottery.ts';
import { evaluateCommand } from './evaluate.ts';
import { ANSWERED, OUR_FAULT, Stop, WRONG_USAGE } from './exit.ts';
import { TABLE_NAMES } from '#intake/program/registry.ts';
import { planCommand } from './plan.ts';
import { powerCommand } from './power.ts';

const HELP = `Plumbline measures the success of mentoring programs, honestly.

  plumbline evaluate DIR [--people F] [--events F] [--scores F] [--plan F] [--out OUT]
                         [--as-of DATE] [--leave-out-problem-rows] [--json] [--paper a4|letter]
                         [--report NAME]
                         [--dates day-first|month-first] [--decimal comma|point] [--delimiter C] [--encoding E]
  plumbline check DIR       reads and checks the files, and writes every problem into OUT/problems.csv
  plumbline plan new DIR    writes DIR/plan.json, a draft drawn from the data
  plumbline plan check DIR  checks DIR/plan.json and gives its fingerprint
  plumbline power [DIR] [--participants N --comparison N --share P|--spread SD --matters M …] [--json] [--out OUT]
                            before the start: how large a difference would be seen, from the plan of DIR or from options
  plumbline draw-lottery DIR --seed N [--places N] [--strata COLUMN] [--waiting-list] [--on DATE] [--out draw.csv]
                            draws places among the people of DIR so that anybody can draw them again;
                            without a seed it gives the fingerprint of the list, to be published first
  plumbline migrate [--data DIR] [--secrets DIR]
                            brings the database to this release; serving does it too where it knows the owner
  plumbline backup FILE [--key-file F|--passphrase-file F|--plain] [--data DIR] [--secrets DIR]
                            everything of one moment in a locked file, also while the server runs
  plumbline restore FILE [--key-file F|--passphrase-file F] [--data DIR] [--secrets DIR]
                            a backup into an empty place: private cluster or server, PostgreSQL 15 or newer

DIR holds people (csv, xlsx or parquet), events or scores or both, and plan.json; further tables tell how
the program ran:
${wrapped(TABLE_NAMES)}.
Any table may be named: --meetings FILE. docs/files.md explains every column. The report goes to OUT
(plumbline-report in the current folder). Without a plan one is drawn from the data, and every figure
is marked exploratory.
--report adds a report: integrity, mentor-eepm-16, emcc-ismcp, ojjdp-dctat, iso-ts-30437, or all.
Exit codes: 0 answered, 2 problems in files or plan, 64 wrong usage, 66 file missing, 70 our fault.
`;

/** Names in lines of at most a hundred letters. */
function wrapped(names: readonly string[]): string {
  return names
    .join(', ')
    .replace(/(.{1,98})(?: |$)/g, '  $1\n')
    .trimEnd();
}

/** The command: hands the arguments to a verb and gives its exit code. */
export async function main(args: readonly string[]): Promise<number> {
  const [verb, ...rest] = args;
  try {
    if (verb === 'evaluate') return await evaluateCommand(rest);
    if (verb === 'check') return await checkCommand(rest);
    if (verb === 'power') return await powerCommand(rest);
    if (verb === 'draw-lottery') return await drawLotteryCommand(rest);
    if (verb === 'plan') return await planCommand(rest);
    if (verb === 'serve') return await (await import('./serve.ts')).serveCommand(rest);
    if (verb === 'migrate') return await (await import('./migrate.ts')).migrateCommand(rest);
    if (verb === 'backup') return await (await import('./backup.ts')).backupCommand(rest);
    if (verb === 'restore') return await (await import('./restore.ts')).restoreCommand(rest);
    if (verb === undefined || verb === '--help' || verb === 'help') {
      process.stdout.write(HELP);
      return ANSWERED;
    }
    throw new Stop(WRONG_USAGE, `There is no command \`${verb}\`.\n\n${HELP}`);
  } catch (error) {
    if (error instanceof Stop) {
      console.error(error.message);
      return error.code;
    }
    const reference = Date.now().toString(36).toUpperCase();
    console.error(
      `This was our mistake, reference ${reference}. Your files are untouched. Set PLUMBLINE_DEBUG=1 for details.`,
    );
    if (process.env['PLUMBLINE_DEBUG'] === '1') console.error(error);
    return OUR_FAULT;
  }
}

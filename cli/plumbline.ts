import { evaluateCommand } from './evaluate.ts';
import { ANSWERED, OUR_FAULT, Stop, WRONG_USAGE } from './exit.ts';

const HELP = `Plumbline measures the success of mentoring programs, honestly.

  plumbline evaluate DIR [--people F] [--events F] [--scores F] [--plan F] [--out OUT] [--as-of DATE] [--json]
                         [--paper a4|letter] [--dates day-first|month-first] [--decimal comma|point] [--delimiter C]

DIR holds people.csv, and events.csv or scores.csv, and plan.json. The report goes to OUT (plumbline-report).
`;

/** The command: hands the arguments to a verb and gives its exit code. */
export async function main(args: readonly string[]): Promise<number> {
  const [verb, ...rest] = args;
  try {
    if (verb === 'evaluate') return await evaluateCommand(rest);
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

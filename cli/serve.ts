import { DatabaseTrouble } from '#server/database/trouble.ts';
import { makeLog } from '#server/http/log.ts';
import { serve, type Serving } from '#server/serve.ts';
import { readSettings } from '#server/settings/read-settings.ts';
import { Refused, type Settings } from '#server/settings/settings.ts';
import { wordsIn } from '#server/text/words.ts';
import { ANSWERED, OUR_FAULT, Stop, WRONG_USAGE } from './exit.ts';

/** A start that takes longer than this says what it is doing. */
const QUIET_MS = 1500;

const STOPS = ['SIGTERM', 'SIGINT'] as const;
const words = wordsIn('en');
const say = (text: string): void => void process.stdout.write(`${text}\n`);

/** `plumbline serve`: runs the workplace until it is stopped. */
export async function serveCommand(args: readonly string[]): Promise<number> {
  try {
    const settings = readSettings(args, process.env);
    const stopAsked = askedToStop();
    const { stages, quiet } = announcedStages();
    const serving = await serve(settings, { log: logTo(settings), stage: stages, print: say }).finally(quiet);
    say(words.say('serve.ready', { address: serving.origin }));
    if (serving.setUp !== null) say(serving.setUp);
    process.on('SIGHUP', () => serving.renewTls());
    await stopAsked;
    return await stopped(serving);
  } catch (error) {
    if (error instanceof Refused)
      throw new Stop(
        WRONG_USAGE,
        error.refusals.map(({ text, values }) => words.say(text, values)).join('\n'),
      );
    if (error instanceof DatabaseTrouble) throw new Stop(WRONG_USAGE, `${error.message}\n${error.cure}`);
    throw error;
  }
}

/** Lines of JSON on standard error. Where a person looks on, only what needs them, unless they asked for more. */
function logTo({ logLevel }: Settings) {
  const asked = (process.env['PLUMBLINE_LOG_LEVEL'] ?? '') !== '';
  return makeLog(process.stderr.isTTY && !asked ? 'warn' : logLevel, {
    write: (line) => void process.stderr.write(line),
  });
}

/** Says the stage under way, and those after it, once the start takes long. */
function announcedStages(): { readonly stages: (text: string) => void; readonly quiet: () => void } {
  let latest: string | null = null;
  let late = false;
  const timer = setTimeout(() => {
    late = true;
    if (latest !== null) say(words.say(latest));
  }, QUIET_MS);
  return {
    stages: (text) => {
      latest = text;
      if (late) say(words.say(text));
    },
    quiet: () => clearTimeout(timer),
  };
}

/** Somebody may stop the server while it still starts: it starts first and then ends, so that nothing is left half made. */
async function askedToStop(): Promise<void> {
  await new Promise<void>((resolve) => {
    for (const signal of STOPS) process.once(signal, () => resolve());
  });
  for (const signal of STOPS) process.on(signal, () => process.exit(OUR_FAULT));
}

/** A second signal while this goes on means at once. */
async function stopped(serving: Serving): Promise<number> {
  say(words.say('serve.stopping'));
  const count = await serving.stop();
  say(count === 0 ? words.say('serve.stopped') : words.say('serve.cut-off', { count }));
  return ANSWERED;
}

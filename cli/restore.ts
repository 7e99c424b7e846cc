import { restoreInstallation } from '#server/database/moving.ts';
import { wordsIn } from '#server/text/words.ts';
import { moveArguments, onDatabase } from './migrate.ts';

/** `plumbline restore FILE`: a backup into an empty place, of this kind of database or another. */
export async function restoreCommand(args: readonly string[]): Promise<number> {
  return onDatabase(async () => {
    const { file, choice, settings } = moveArguments(args, 'restore');
    const begin = performance.now();
    const { rows, tables, at } = await restoreInstallation(settings, file, choice);
    const words = wordsIn('en');
    const seconds = words.number((performance.now() - begin) / 1000, 1);
    process.stdout.write(
      `${words.say('database.restored', { rows: words.number(rows), tables, file, at, seconds })}\n`,
    );
  });
}

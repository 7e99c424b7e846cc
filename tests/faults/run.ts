/** `npm run faults [cycles] [seed]`: 100 kills of the database and 200 of the application, or as many as are asked for. */
import { applicationWhileItIsKilled } from './application-killed.ts';
import { applicationWhileDatabaseIsKilled, rowsWhileDatabaseIsKilled } from './database-killed.ts';
import { told } from './told.ts';

const [cycles, seed = '1'] = process.argv.slice(2);
const WRITERS = 16;

const found = [
  await told('rows, database killed', Number(cycles ?? 100), (folder, kills) =>
    rowsWhileDatabaseIsKilled(folder, kills, Number(seed), WRITERS),
  ),
  await told('application, database killed', Number(cycles ?? 100), (folder, kills) =>
    applicationWhileDatabaseIsKilled(folder, kills, Number(seed)),
  ),
  await told('application killed', Number(cycles ?? 200), (folder, kills) =>
    applicationWhileItIsKilled(folder, kills, Number(seed)),
  ),
];
for (const problem of found.flatMap(({ problems }) => problems)) console.error(problem);
process.exitCode = found.some(({ problems }) => problems.length > 0) ? 1 : 0;

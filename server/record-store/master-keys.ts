import { existsSync, readdirSync } from 'node:fs';
import { secretNamed } from '#server/settings/secrets.ts';

/** A key that wraps the keys of people; it never enters the database. */
export interface MasterKey {
  /** `record-a`, `record-b` … in the order of their making. */
  readonly name: string;
  readonly key: Uint8Array;
}

/** The master keys of an installation: new keys are wrapped by the newest, old ones opened by whichever wrapped them. */
export interface MasterKeys {
  readonly current: MasterKey;
  /** The key of that name, or `undefined` when it is lost. */
  readonly named: (name: string) => MasterKey | undefined;
}

const FIRST = 'record-a';
const KEY_FILE = /^(record-[a-z])\.key$/;

/**
 * The master keys that lie in the folder of secrets; the first is made when there is none.
 *
 * @throws Refused when a file can be read by others, or holds no good key
 */
export function masterKeysIn(folder: string): MasterKeys {
  const names = namesIn(folder);
  const keys = (names.length === 0 ? [FIRST] : names).map((name) => ({
    name,
    key: secretNamed(folder, name),
  }));
  return { current: keys.at(-1)!, named: (name) => keys.find((key) => key.name === name) };
}

/**
 * The master keys once a new one was added, which is the current one from now on. `rewrapSubjects` then makes the older ones needless.
 *
 * @throws RangeError after the 26th: delete keys that serve nothing any more
 */
export function addedMasterKey(folder: string): MasterKeys {
  const last = namesIn(folder).at(-1);
  const letter = last === undefined ? 'a' : String.fromCharCode(last.charCodeAt(last.length - 1) + 1);
  if (letter > 'z')
    throw new RangeError(`addedMasterKey: ${last!} is the last name; delete older keys first`);
  secretNamed(folder, `record-${letter}`);
  return masterKeysIn(folder);
}

function namesIn(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .flatMap((file) => KEY_FILE.exec(file)?.[1] ?? [])
    .sort();
}

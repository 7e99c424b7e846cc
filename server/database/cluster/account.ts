import { readFileSync } from 'node:fs';

/** An account of the operating system that a process runs as. */
export interface Account {
  readonly uid: number;
  readonly gid: number;
}

/**
 * Used by nobody: systemd's table of user numbers leaves 60578 to 61183 free, and it exists inside containers, which
 * know numbers below 65536 only.
 */
const DEDICATED: Account = { uid: 60_900, gid: 60_900 };

/** The account of a private cluster when ours is root, which PostgreSQL refuses; otherwise it runs as we do. */
export function clusterAccount(): Account | undefined {
  return process.getuid?.() === 0 ? DEDICATED : undefined;
}

/**
 * An account with a name. `initdb` asks for the name of its account, the server doesn't; so a cluster is made by an
 * account that has one and then given to its own.
 */
export function namedAccount(passwords: string = readFileSync('/etc/passwd', 'utf8')): Account {
  const accounts = passwords
    .split('\n')
    .map((line) => line.split(':'))
    .filter((fields) => fields.length >= 4 && fields[2] !== '0')
    .map(([name, , uid, gid]) => ({ name, uid: Number(uid), gid: Number(gid) }));
  const found = accounts.find(({ name }) => name === 'nobody') ?? accounts[0];
  if (found === undefined) throw new RangeError('namedAccount: no account but root is in /etc/passwd');
  return { uid: found.uid, gid: found.gid };
}

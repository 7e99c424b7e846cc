import { Client, type PoolConfig } from 'pg';
import { DatabaseTrouble } from './trouble.ts';

/** The parts of a `postgres://` address, so that another role or database can be named in it. */
export function configOf(url: string): PoolConfig {
  if (!/^postgres(ql)?:\/\//.test(url)) {
    throw new DatabaseTrouble(
      'The address of the database must begin with postgres://',
      'Write postgres://role:password@host:5432/database.',
    );
  }
  const { host, port, user, password, database, ssl } = new Client({ connectionString: url });
  return {
    host,
    port,
    ssl,
    ...(user && { user }),
    ...(password && { password }),
    ...(database && { database }),
  };
}

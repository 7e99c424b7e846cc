/** Seals the record of a database, given as JSON, without a pause until the process is ended; says so when it begins. */
import type { PoolConfig } from 'pg';
import { openDatabase } from '#server/database/database.ts';
import { sealAll } from './sealer-store.ts';

const database = openDatabase(JSON.parse(process.argv[2]!) as PoolConfig, { most: 2 });
console.log('sealing');
for (;;) await sealAll(database.rows);

/** Starts the cluster of a folder, writes a row, says so, and then waits to be ended, or ends as it is told. */
import { Client } from 'pg';
import { startCluster } from './cluster.ts';

const [folder, end] = process.argv.slice(2);
const cluster = await startCluster({ folder: folder! });
const client = new Client(cluster.owner);
client.on('error', () => undefined);
await client.connect();
await client.query('create schema if not exists fixture');
await client.query('create table if not exists fixture.kept (id integer)');
await client.query('insert into fixture.kept values (1)');
console.log(cluster.processId());
if (end === 'exit') process.exit(0);
setInterval(() => undefined, 1000);

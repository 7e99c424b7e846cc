import { join } from 'node:path';
import { startCluster, type Cluster } from '#server/database/cluster.ts';

/** A private cluster whose server can be killed. */
export interface Victim {
  readonly cluster: Cluster;
  /** Kills the server as a crash would, once it is there; it comes back by itself. */
  readonly kill: () => Promise<void>;
}

/** Starts it in a folder. */
export async function victimIn(folder: string): Promise<Victim> {
  const cluster = await startCluster({ folder: join(folder, 'database') });
  let last: number | undefined;
  return {
    cluster,
    kill: async () => {
      const id = cluster.processId();
      // Not back yet: an act was acknowledged before its server died.
      if (id === undefined || id === last) return;
      last = id;
      process.kill(id, 'SIGKILL');
    },
  };
}

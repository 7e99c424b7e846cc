import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Refused } from '#server/settings/settings.ts';

const TEXT_OF_FAULT: Readonly<Record<string, string>> = {
  EADDRINUSE: 'serve.refused.port-taken',
  EADDRNOTAVAIL: 'serve.refused.address',
  ENOTFOUND: 'serve.refused.address',
  EACCES: 'serve.refused.port-forbidden',
};

/**
 * Begins to listen; gives the port, which the system chose where 0 was asked for.
 *
 * @throws Refused when somebody else has the port, the address is not ours, or the port needs more rights
 */
export async function listening(server: Server, host: string, port: number): Promise<number> {
  try {
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject);
      server.listen({ host, port, exclusive: true }, () => {
        server.off('error', reject);
        resolve();
      });
    });
  } catch (error) {
    const text = TEXT_OF_FAULT[(error as NodeJS.ErrnoException).code ?? ''];
    if (text === undefined) throw error;
    throw new Refused([{ text, values: { host, port } }]);
  }
  return (server.address() as AddressInfo).port;
}

import { readFile, writeFile } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';

/**
 * The port on which the server of this folder listens where it cannot listen on a socket: the one it had before
 * while that is free, so that whoever holds its address finds it again after a restart, else a new one.
 */
export async function keptPort(folder: string): Promise<number> {
  const note = join(folder, 'port.txt');
  const before = Number(await readFile(note, 'utf8').catch(() => ''));
  if (before && (await listenOnce(before).catch(() => 0))) return before;
  const port = await listenOnce(0);
  await writeFile(note, `${port}\n`);
  return port;
}

/** Listens for a moment. Answers the port; 0 takes any free one. Rejects when it is taken. */
function listenOnce(wanted: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(wanted, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => resolve(port));
    });
  });
}

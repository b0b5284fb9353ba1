import { readFile } from 'node:fs/promises';
import type { Socket } from 'node:net';

/**
 * Whether the other end of a connection within this machine belongs to the account that this program runs under.
 * The address an ffmpeg reads from stands in the list of processes, where other accounts can see it; they are
 * turned away by this. Only Linux says whose a connection is (/proc/net/tcp); elsewhere the answer is yes.
 */
export async function isOwnConnection(socket: Socket): Promise<boolean> {
  if (process.platform !== 'linux' || !process.getuid) return true;
  const { remotePort, localPort } = socket;
  if (remotePort === undefined || localPort === undefined) return false;
  const table = await readFile('/proc/net/tcp', 'latin1').catch(() => null);
  if (table === null) return true;
  const owner = ownerOf(table, remotePort, localPort);
  return owner === undefined || owner === process.getuid();
}

/** The account whose end of a loopback connection has port `from` and leads to port `to`; undefined when not listed. */
export function ownerOf(table: string, from: number, to: number): number | undefined {
  const end = (port: number) => `0100007F:${port.toString(16).toUpperCase().padStart(4, '0')}`;
  for (const line of table.split('\n')) {
    const [, local, remote, , , , , account] = line.trim().split(/\s+/);
    if (local === end(from) && remote === end(to)) return Number(account);
  }
  return undefined;
}

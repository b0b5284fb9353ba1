import type { IncomingMessage } from 'node:http';

/** How long the body of a form may take to arrive whole, in milliseconds. */
const wholeWithin = 120_000;
/** How long nothing at all may come of a transfer that is not at its end, in milliseconds. */
const silentFor = 60_000;

/** A timeout of Node's own for bodies is one for all; a film over a slow line takes an hour, and a form must not. */
export const noTimeoutOfNodes = 0;

export interface Patience {
  /** Milliseconds. */
  silentFor: number;
  /** How often one looks, in milliseconds. */
  looksEvery: number;
}

/** Gives up a form whose body has not arrived in time. */
export function watchForm(request: IncomingMessage, within = wholeWithin): void {
  if (!hasBody(request)) return;
  const timer = setTimeout(() => giveUp(request), within).unref();
  whenOver(request, () => clearTimeout(timer));
}

/**
 * Gives up a transfer of which nothing comes any more; it may take as long as it likes while something does. What
 * waits here to be read is not the line's fault.
 */
export function watchTransfer(
  request: IncomingMessage,
  patience: Patience = { silentFor, looksEvery: silentFor / 4 },
): void {
  if (!hasBody(request)) return;
  let [seen, since] = [request.socket.bytesRead, Date.now()];
  const timer = setInterval(() => {
    const now = request.socket.bytesRead;
    if (now !== seen || request.readableLength > 0) [seen, since] = [now, Date.now()];
    else if (Date.now() - since >= patience.silentFor) giveUp(request);
  }, patience.looksEvery).unref();
  whenOver(request, () => clearInterval(timer));
}

const hasBody = ({ headers }: IncomingMessage): boolean =>
  headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0;

function whenOver(request: IncomingMessage, stop: () => void): void {
  request.once('end', stop).once('close', stop);
}

/** Says so as Node does when its own time is up, and hangs up. */
function giveUp(request: IncomingMessage): void {
  if (request.complete) return;
  if (request.socket.writable)
    request.socket.write('HTTP/1.1 408 Request Timeout\r\nConnection: close\r\n\r\n');
  request.destroy();
}

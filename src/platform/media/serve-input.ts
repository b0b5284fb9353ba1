import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { pipeline } from 'node:stream/promises';
import type { MediaInput } from './input.ts';
import { isOwnConnection } from './own-connection.ts';

/**
 * Gives a program an input it can jump about in, without a copy of it on disk: a server on this machine's own
 * address, on a free port, under a path of 256 random bits, for as long as `work` lasts. Whatever goes wrong while
 * reading the input is thrown when `work` is over, so that it is never taken for a fault of the recording.
 */
export async function withServedInput<T>(
  input: MediaInput,
  work: (address: string) => Promise<T>,
): Promise<T> {
  const path = `/${randomBytes(32).toString('hex')}`;
  const failures: unknown[] = [];
  const server = createServer((request, response) => {
    answer(input, path, request, response).catch((error: unknown) => {
      failures.push(error);
      response.destroy();
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  try {
    const result = await work(`http://127.0.0.1:${port}${path}`);
    if (failures.length === 0) return result;
  } catch (error) {
    if (failures.length === 0) throw error;
  } finally {
    server.closeAllConnections();
    server.close();
  }
  throw failures[0];
}

async function answer(
  input: MediaInput,
  path: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const asked = request.method === 'GET' || request.method === 'HEAD';
  if (!asked || request.url !== path || !(await isOwnConnection(request.socket))) {
    response.writeHead(404).end();
    return;
  }
  const range = rangeOf(request.headers.range, input.bytes);
  if (range === 'outside') {
    response.writeHead(416, { 'content-range': `bytes */${input.bytes}` }).end();
    return;
  }
  const { start, end } = range ?? { start: 0, end: input.bytes - 1 };
  response.writeHead(range ? 206 : 200, {
    'content-type': 'application/octet-stream',
    'accept-ranges': 'bytes',
    'content-length': end - start + 1,
    ...(range && { 'content-range': `bytes ${start}-${end}/${input.bytes}` }),
  });
  if (request.method === 'HEAD' || input.bytes === 0) {
    response.end();
    return;
  }
  await send(input, { start, end }, response);
}

async function send(
  input: MediaInput,
  { start, end }: { start: number; end: number },
  response: ServerResponse,
): Promise<void> {
  // A player jumps by closing the connection, before it is answered or while it is: that is no failure.
  let left = response.destroyed;
  if (left) return;
  response.once('close', () => (left = !response.writableFinished));
  const source = await input.open({ start, end });
  let sent = 0;
  async function* counted(): AsyncGenerator<Uint8Array> {
    for await (const chunk of source as AsyncIterable<Uint8Array>) {
      sent += chunk.length;
      yield chunk;
    }
    if (sent !== end - start + 1) throw new Error(`Of ${end - start + 1} bytes only ${sent} could be read.`);
  }
  try {
    await pipeline(counted, response);
  } catch (error) {
    if (!left) throw error;
  } finally {
    source.destroy();
  }
}

/** One range with a beginning, which is all that ffmpeg asks for; undefined for the whole. */
function rangeOf(
  header: string | undefined,
  bytes: number,
): { start: number; end: number } | 'outside' | undefined {
  const asked = /^bytes=(\d+)-(\d*)$/.exec(header ?? '');
  if (!asked) return undefined;
  const start = Number(asked[1]);
  const end = asked[2] ? Math.min(Number(asked[2]), bytes - 1) : bytes - 1;
  return start > end ? 'outside' : { start, end };
}

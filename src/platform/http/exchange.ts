import { Readable } from 'node:stream';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { NotAllowed } from '../errors.ts';
import type { Arrival } from './context.ts';
import { fromOurPages } from './headers.ts';
import { mustHaveAsked } from './must-have-asked.ts';
import type { TransferRoute } from './route.ts';
import type { Site } from './server.ts';

/** One request of a protocol that speaks for itself, handed over as a web request and answered as it says. */
export async function exchange(
  site: Site,
  route: TransferRoute,
  arrival: Arrival,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<unknown> {
  const onlyAsks = request.method === 'GET' || request.method === 'HEAD';
  if (!onlyAsks && !fromOurPages(request.headers))
    throw new NotAllowed('This was sent from another site, so nothing was changed.');
  const response = await route.exchange(arrival, webRequest(site, request));
  if (response.ok) mustHaveAsked(route, arrival.who);
  if (!onlyAsks) site.services.nudge();
  reply.code(response.status).header('cache-control', 'private, no-store');
  for (const [name, value] of response.headers) reply.header(name, value);
  return reply.send(response.body ? Readable.from(response.body) : null);
}

/** The request as the web knows it: its body comes as it is read, however long it is. */
function webRequest(site: Site, request: FastifyRequest): Request {
  const headers = new Headers();
  for (const [name, value] of Object.entries(request.headers))
    for (const each of [value ?? []].flat()) headers.append(name, each);
  const body = request.body instanceof Readable ? asTaken(request.body) : null;
  return new Request(site.services.address() + request.url, {
    method: request.method,
    headers,
    ...(body ? { body, duplex: 'half' } : {}),
  } as RequestInit);
}

/**
 * A body as a stream of the web, read no faster than it is taken. `Readable.toWeb` would throw where nobody can
 * catch it when a body ends while it is given up (Node 24), and would hang up before the answer is sent.
 */
function asTaken(body: Readable): ReadableStream<Uint8Array> {
  const pieces = body.iterator({ destroyOnReturn: false }) as AsyncIterator<Uint8Array>;
  return new ReadableStream(
    {
      async pull(controller) {
        const { done, value } = await pieces.next();
        if (done) controller.close();
        else controller.enqueue(value);
      },
      async cancel() {
        await pieces.return?.();
      },
    },
    { highWaterMark: 0 },
  );
}

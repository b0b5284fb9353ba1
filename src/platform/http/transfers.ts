import type { IncomingMessage } from 'node:http';
import type { FastifyInstance } from 'fastify';
import { answer } from './answer.ts';
import { answerExchangeProblem } from './exchange-problem.ts';
import type { TransferRoute } from './route.ts';
import type { Site } from './server.ts';
import { watchTransfer } from './watch-body.ts';

/**
 * The transfers of a site, in a corner of the server that reads no body itself: it is handed on as it comes.
 * Those under way are cut off when the server stops, or it would wait an hour for a film; they go on later.
 */
export const transfers =
  (site: Site, routes: readonly TransferRoute[]) =>
  async (corner: FastifyInstance): Promise<void> => {
    const underWay = new Set<IncomingMessage>();
    corner.removeAllContentTypeParsers();
    corner.addContentTypeParser('*', (_request, body, done) => done(null, body));
    corner.addHook('onRequest', async ({ raw }) => {
      watchTransfer(raw);
      underWay.add(raw);
      raw.once('close', () => underWay.delete(raw));
    });
    corner.addHook('preClose', async () => {
      for (const each of underWay) if (!each.complete) each.destroy();
    });
    corner.setErrorHandler((error, request, reply) => answerExchangeProblem(site, error, request, reply));
    for (const route of routes)
      corner.route({
        method: [...route.methods],
        url: route.path,
        exposeHeadRoute: false,
        handler: (request, reply) => answer(site, route, request, reply),
      });
  };

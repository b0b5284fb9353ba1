import cookie from '@fastify/cookie';
import multipart from '@fastify/multipart';
import Fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import type { Content, Place, Renderer } from './content.ts';
import type { Arrival, Services } from './context.ts';
import type { Given } from './body.ts';
import { securityHeaders } from './headers.ts';
import { answer } from './answer.ts';
import { answerProblem, type Problem } from './problem.ts';
import type { Feature } from './feature.ts';
import { transfers } from './transfers.ts';
import { noTimeoutOfNodes, watchForm } from './watch-body.ts';
import type { Route, TransferMethod } from './route.ts';
import type { Who } from '../access/who.ts';

/** What makes one site: its features, its looks, its cookie. The school and the demo are two sites of one process. */
export interface Site {
  services: Services;
  features: readonly Feature[];
  render: Renderer;
  /** The page that says what went wrong. */
  problem: (problem: Problem) => Content;
  /** The places one's roles give, for the header. */
  places: (who: Who | null, path: string) => Place[];
  /** name → address with fingerprint, and what is served there */
  assets: ReadonlyMap<string, Asset>;
  cookieName: string;
  /** Whether the site is reached over https, so that cookies may be kept to it. */
  secure: boolean;
  /** The address of the one proxy whose word on who is asking is believed. */
  trustedProxy?: string | undefined;
  tls?: { cert: string | Buffer; key: string | Buffer } | undefined;
  /** What is known so far of requests under way, for the page that says what went wrong. */
  arrivals: WeakMap<FastifyRequest, Arrival>;
  sent: WeakMap<FastifyRequest, Given>;
}

export interface Asset {
  path: string;
  type: string;
  body: Buffer;
  gzip?: Buffer | undefined;
  brotli?: Buffer | undefined;
  /** Its address stays when its content changes, so it is asked for anew each time. */
  mayChange?: boolean;
}

/** All routes of a site with the feature they come from; a transfer once for each of its methods. */
export const routesOf = (
  features: readonly Feature[],
): { feature: string; method: TransferMethod; route: Route }[] =>
  features.flatMap(({ name, routes }) =>
    routes.flatMap((route) => methodsOf(route).map((method) => ({ feature: name, method, route }))),
  );

function methodsOf(route: Route): readonly TransferMethod[] {
  if (route.sort === 'transfer') return route.methods;
  return [route.sort === 'action' ? 'POST' : 'GET'];
}

/** The server of a site, not yet listening. */
export async function createServer(declared: Omit<Site, 'arrivals' | 'sent'>): Promise<FastifyInstance> {
  const site: Site = { ...declared, arrivals: new WeakMap(), sent: new WeakMap() };
  const app = Fastify({
    ...(site.tls ? { https: site.tls } : {}),
    ...(site.trustedProxy ? { trustProxy: site.trustedProxy } : {}),
    bodyLimit: 2 * 1_048_576,
    requestTimeout: noTimeoutOfNodes,
    routerOptions: { maxParamLength: 200, ignoreTrailingSlash: true },
    exposeHeadRoutes: true,
  }) as unknown as FastifyInstance;
  await app.register(cookie);
  // Only forms are read, in their two ways: nothing else may reach the code that expects their fields.
  app.removeAllContentTypeParsers();
  // A file that is too large is refused by itself, beside its field; body.ts says so.
  await app.register(multipart, { throwFileSizeLimit: false });
  // Forms are read by body.ts, where repeated names and limits are dealt with.
  app.addContentTypeParser(
    'application/x-www-form-urlencoded',
    { parseAs: 'string' },
    (_request, body, done) => done(null, body),
  );
  const exchanged = site.features
    .flatMap(({ routes }) => routes)
    .filter((route) => route.sort === 'transfer');
  app.addHook('onRequest', (request, reply, next) => {
    if (!exchanged.some(({ path }) => path === request.routeOptions.url)) watchForm(request.raw);
    reply.headers(securityHeaders);
    if (site.secure) reply.header('strict-transport-security', 'max-age=31536000');
    next();
  });

  for (const asset of site.assets.values()) {
    app.get(asset.path, (request, reply) => sendAsset(asset, request, reply));
  }
  for (const { method, route } of routesOf(site.features)) {
    if (route.sort === 'transfer') continue;
    app.route({ method, url: route.path, handler: (request, reply) => answer(site, route, request, reply) });
  }
  app.setNotFoundHandler((request, reply) => answerProblem(site, null, request, reply));
  app.setErrorHandler((error, request, reply) => answerProblem(site, error, request, reply));
  await app.register(transfers(site, exchanged));
  return app;
}

function sendAsset(asset: Asset, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const accepts = String(request.headers['accept-encoding'] ?? '');
  reply
    .header('cache-control', asset.mayChange ? 'no-cache' : 'public, max-age=31536000, immutable')
    .header('vary', 'accept-encoding')
    .type(asset.type);
  if (asset.brotli && /\bbr\b/.test(accepts))
    return reply.header('content-encoding', 'br').send(asset.brotli);
  if (asset.gzip && /\bgzip\b/.test(accepts))
    return reply.header('content-encoding', 'gzip').send(asset.gzip);
  return reply.send(asset.body);
}

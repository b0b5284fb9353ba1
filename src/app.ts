import type { FastifyInstance } from 'fastify';
import type { Services } from '#platform/http/context.ts';
import { createServer, type Asset, type Site } from '#platform/http/server.ts';
import { layout } from '#ui/layout.ts';
import { problemPage } from '#ui/problem.ts';
import { features } from '#src/features.ts';
import { places } from '#src/places.ts';

interface SiteOptions {
  assets: ReadonlyMap<string, Asset>;
  secure?: boolean;
  trustedProxy?: string | undefined;
  tls?: Site['tls'];
}

/** One site, composed: the school, or with `services.demo` the demo, which has a cookie of its own. */
export const createApp = (services: Services, options: SiteOptions): Promise<FastifyInstance> =>
  createServer({
    services,
    features,
    render: layout,
    problem: problemPage,
    places,
    assets: options.assets,
    cookieName: services.demo ? 'staffroom_demo' : 'staffroom',
    secure: options.secure ?? false,
    trustedProxy: options.trustedProxy,
    tls: options.tls,
  });

import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { close, openDatabase } from '#platform/db/database.ts';
import type { DemoHouse, Services } from '#platform/http/context.ts';
import type { Asset, Site } from '#platform/http/server.ts';
import { startRelay } from '#platform/jobs/relay.ts';
import { openKeys } from '#platform/vault/keys.ts';
import { createApp } from '#src/app.ts';
import { jobsOf } from '#src/jobs.ts';
import { makeServices } from '#src/services.ts';
import { stopInOrder } from '#src/stop.ts';

export interface SiteParts {
  /** The database's address. */
  url: string;
  /** Where its files, recordings and mail lie. */
  folder: string;
  /** Where the key to its recordings lies, never within `folder`. */
  keysFolder: string;
  assets: ReadonlyMap<string, Asset>;
  demo: boolean;
  demoHouse: DemoHouse | null;
  setupCode: string | null;
  smtpUrl?: string | undefined;
  mailFrom: string;
  address: () => string;
  secure?: boolean;
  trustedProxy?: string | undefined;
  tls?: Site['tls'];
  report: Services['report'];
  log: (line: string) => void;
}

export interface OpenSite {
  app: FastifyInstance;
  services: Services;
  stop(): Promise<void>;
}

/** A site with its database, files, mail and jobs, not yet listening. */
export async function openSite(parts: SiteParts): Promise<OpenSite> {
  const keys = await openKeys(parts.keysFolder, parts.folder);
  const db = openDatabase(parts.url, { onLostConnection: parts.report });
  const services = makeServices({
    db,
    mail: { smtpUrl: parts.smtpUrl, from: parts.mailFrom, folder: join(parts.folder, 'mail') },
    files: join(parts.folder, 'files'),
    sealed: join(parts.folder, 'sealed'),
    keys,
    address: parts.address,
    nudge: () => relay.nudge(),
    report: parts.report,
    demo: parts.demo,
    demoHouse: parts.demoHouse,
    setupCode: parts.setupCode,
  });
  const app = await createApp(services, {
    assets: parts.assets,
    secure: parts.secure ?? false,
    trustedProxy: parts.trustedProxy,
    tls: parts.tls,
  }).catch(async (error: unknown) => {
    await close(db);
    throw error;
  });
  const relay = startRelay(jobsOf(services, parts.log));
  return {
    app,
    services,
    stop: () =>
      stopInOrder([
        () => app.close(),
        () => relay.stop(),
        async () => services.mailer.close(),
        () => close(db),
      ]),
  };
}

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after } from 'node:test';
import type { FastifyInstance } from 'fastify';
import type { Db } from '#platform/db/database.ts';
import type { Services } from '#platform/http/context.ts';
import type { Asset } from '#platform/http/server.ts';
import { openKeys } from '#platform/vault/keys.ts';
import { type Browser, openBrowser } from '#seeds/browser.ts';
import { createApp } from '#src/app.ts';
import { makeServices } from '#src/services.ts';
import { testDatabase, type AtEnd } from './database.ts';

export type { Answer, Browser, Fields, UploadFile as TestFile } from '#seeds/browser.ts';

/** A Wednesday in term, at half past four. */
export const startOfTests = new Date('2026-11-18T16:30:00Z');

export interface TestSite {
  app: FastifyInstance;
  db: Db;
  services: Services;
  /** All that the site keeps on disk: files, mail, sealed recordings, and (as in no school) the key of these. */
  folder: string;
  queries: { sql: string }[];
  /** Moves the clock, in milliseconds or to a moment. */
  clock: { now: Date; move(ms: number): void; set(to: string | Date): void };
  /** Unexpected errors that the site reported; a test that ends with any fails. */
  problems: unknown[];
  /** A browser with nobody signed in. */
  visitor(): Browser;
  /** A browser in which this person is signed in. */
  as(person: { personId: string; organisationId: string }): Promise<Browser>;
  /** The cookie of a new session of this person, for a real browser. */
  cookieOf(person: { personId: string; organisationId: string }): Promise<{ name: string; value: string }>;
}

const assets = new Map(
  ['staffroom.css', 'browser.js', 'mark.svg'].map((name) => [
    name,
    { path: `/assets/${name}`, type: 'text/plain', body: Buffer.from('') },
  ]),
);

/** A whole site over a fresh database, driven without a network. */
export async function testSite(
  options: { demo?: boolean; assets?: ReadonlyMap<string, Asset>; atEnd?: AtEnd } = {},
): Promise<TestSite> {
  const endings: (() => Promise<void>)[] = [];
  // What was opened last ends first: a page that is still being answered has its database until it is.
  (options.atEnd ?? after)(async () => {
    const troubles: unknown[] = [];
    for (const end of endings.toReversed()) await end().catch((error: unknown) => troubles.push(error));
    if (troubles.length > 0) throw troubles[0];
  });
  const { db, queries } = await testDatabase((work) => endings.push(work));
  const folder = await mkdtemp(join(tmpdir(), 'staffroom-test-'));
  const clock = {
    now: startOfTests,
    move(ms: number) {
      clock.now = new Date(clock.now.getTime() + ms);
    },
    set(to: string | Date) {
      clock.now = new Date(to);
    },
  };
  const problems: unknown[] = [];
  const services = makeServices({
    db,
    mail: { from: 'Staffroom <staffroom@school.example>', folder: join(folder, 'mail') },
    files: join(folder, 'files'),
    sealed: join(folder, 'sealed'),
    keys: await openKeys(join(folder, 'keys')),
    now: () => clock.now,
    address: () => 'http://school.example',
    report: (error) => {
      problems.push(error);
      process.stdout.write(`${String((error as Error).stack ?? error)}\n`);
    },
    demo: options.demo ?? false,
  });
  const app = await createApp(services, { assets: options.assets ?? assets });
  endings.push(async () => {
    await app.close();
    await rm(folder, { recursive: true, force: true });
    if (problems.length) throw new AggregateError(problems, 'the site reported unexpected errors');
  });
  const cookieOf = async (person: { personId: string; organisationId: string }) => ({
    name: services.demo ? 'staffroom_demo' : 'staffroom',
    value: await services.sessions.begin(person.personId, person.organisationId, 'Test browser', clock.now),
  });
  return {
    app,
    db,
    services,
    folder,
    queries,
    clock,
    problems,
    visitor: () => openBrowser(app, {}),
    as: async (person) => {
      const { name, value } = await cookieOf(person);
      return openBrowser(app, { [name]: value });
    },
    cookieOf,
  };
}

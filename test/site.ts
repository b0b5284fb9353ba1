import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after } from 'node:test';
import type { FastifyInstance, InjectOptions } from 'fastify';
import { Sessions } from '#platform/auth/sessions.ts';
import type { Db } from '#platform/db/database.ts';
import type { Services } from '#platform/http/context.ts';
import type { Asset } from '#platform/http/server.ts';
import { createMailer } from '#platform/mail/mailer.ts';
import { createStorage } from '#platform/storage/storage.ts';
import { createApp } from '#src/app.ts';
import { testDatabase } from './database.ts';

/** A Wednesday in term, at half past four. */
export const startOfTests = new Date('2026-11-18T16:30:00Z');

export interface Answer {
  status: number;
  /** Where a redirect leads. */
  to: string;
  text: string;
  /** The body as it was sent, for files. */
  bytes: Buffer;
  headers: Record<string, string>;
  /** What was said after the last change, when something was. */
  said: string;
}

export type Fields = Record<string, string | number | readonly string[] | undefined>;

/** Somebody at a browser: remembers cookies, follows nothing by itself. */
export interface Browser {
  get(path: string, headers?: Record<string, string>): Promise<Answer>;
  post(path: string, fields?: Fields, files?: readonly TestFile[]): Promise<Answer>;
}

export interface TestFile {
  field: string;
  name: string;
  type?: string;
  body: string | Uint8Array;
}

export interface TestSite {
  app: FastifyInstance;
  db: Db;
  services: Services;
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
  options: { demo?: boolean; assets?: ReadonlyMap<string, Asset> } = {},
): Promise<TestSite> {
  const { db, queries } = await testDatabase();
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
  const sessions = new Sessions(db);
  const services: Services = {
    db,
    sessions,
    mailer: createMailer({ from: 'Staffroom <staffroom@school.example>', folder: join(folder, 'mail') }),
    storage: createStorage({ folder: join(folder, 'files') }),
    now: () => clock.now,
    address: () => 'http://school.example',
    nudge: () => {},
    report: (error) => {
      problems.push(error);
      process.stdout.write(`${String((error as Error).stack ?? error)}\n`);
    },
    demo: options.demo ?? false,
    demoHouse: null,
    setupCode: null,
  };
  const app = await createApp(services, { assets: options.assets ?? assets });
  after(async () => {
    await app.close();
    await rm(folder, { recursive: true, force: true });
    if (problems.length) throw new AggregateError(problems, 'the site reported unexpected errors');
  });
  const cookieOf = async (person: { personId: string; organisationId: string }) => ({
    name: services.demo ? 'staffroom_demo' : 'staffroom',
    value: await sessions.begin(person.personId, person.organisationId, 'Test browser', clock.now),
  });
  return {
    app,
    db,
    services,
    queries,
    clock,
    problems,
    visitor: () => browser(app, {}),
    as: async (person) => {
      const { name, value } = await cookieOf(person);
      return browser(app, { [name]: value });
    },
    cookieOf,
  };
}

function browser(app: FastifyInstance, cookies: Record<string, string>): Browser {
  async function send(request: InjectOptions): Promise<Answer> {
    const response = await app.inject({ ...request, cookies });
    let said = '';
    for (const cookie of response.cookies) {
      if (cookie.value) cookies[cookie.name] = cookie.value;
      else delete cookies[cookie.name];
      if (cookie.name.endsWith('_said') && cookie.value)
        said = (JSON.parse(Buffer.from(cookie.value, 'base64url').toString()) as { text: string }).text;
    }
    const headers = response.headers as Record<string, string>;
    return { status: response.statusCode, to: headers.location ?? '', text: response.body, bytes: response.rawPayload, headers, said };
  }
  return {
    get: (path, headers = {}) => send({ method: 'GET', url: path, headers }),
    post: (path, fields = {}, files) => {
      const url = new URL(path, 'http://localhost');
      const base = { method: 'POST' as const, url: url.pathname + url.search };
      if (files) return send({ ...base, ...multipart(fields, files) });
      return send({
        ...base,
        headers: { 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'same-origin' },
        payload: new URLSearchParams(pairs(fields)).toString(),
      });
    },
  };
}

const pairs = (fields: Fields): [string, string][] =>
  Object.entries(fields).flatMap(([name, value]) =>
    value === undefined
      ? []
      : Array.isArray(value)
        ? value.map((each): [string, string] => [name, String(each)])
        : [[name, String(value)] as [string, string]],
  );

function multipart(fields: Fields, files: readonly TestFile[]): { headers: Record<string, string>; payload: Buffer } {
  const boundary = 'staffroom-test-boundary';
  const parts = [
    ...pairs(fields).map(([name, value]) =>
      Buffer.from(`--${boundary}\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`),
    ),
    ...files.map((file) =>
      Buffer.concat([
        Buffer.from(
          `--${boundary}\r\ncontent-disposition: form-data; name="${file.field}"; filename="${file.name}"\r\n` +
            `content-type: ${file.type ?? 'application/octet-stream'}\r\n\r\n`,
        ),
        Buffer.from(file.body),
        Buffer.from('\r\n'),
      ]),
    ),
  ];
  return {
    headers: { 'content-type': `multipart/form-data; boundary=${boundary}`, 'sec-fetch-site': 'same-origin' },
    payload: Buffer.concat([...parts, Buffer.from(`--${boundary}--\r\n`)]),
  };
}

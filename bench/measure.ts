import { brotliCompressSync, constants } from 'node:zlib';
import { Client, load, percentile } from './load.ts';
import type { MeasuredServer } from './measured-server.ts';
import { openInBrowser } from './open-in-browser.ts';
import type { BenchPage } from './pages.ts';
import { constantPath } from './protocol.ts';

export interface PageFigures {
  name: string;
  /** List entries and table rows in the page's content. */
  rows: number;
  /** Microseconds of the server's processor for one request, one at a time: the median of the rounds. */
  cpu_us: number;
  queries: number;
  html_bytes: number;
  compressed_bytes: number;
  p50_ms_c1: number;
  p95_ms_c1: number;
  rps_c8: number;
  p95_ms_c8: number;
  /** In a real browser, for a page whose script says when it is open; null where there is no browser. */
  open_ms?: number | null;
  /** The same for a browser that was never here. */
  first_open_ms?: number | null;
}

/** Until the engine has compiled what runs often. As hot as the constant page: half-compiled code would be counted against a page, its compiling too. */
const warmUp = { users: 8, requests: 3000, longestSeconds: 8 };
const rounds = 8;
const round = { users: 1, requests: 50, longestSeconds: 1 };
const eight = { users: 8, requests: 600, longestSeconds: 5 };

/** As the server itself compresses pages for a reader elsewhere (src/platform/http/reply.ts). */
const compressedSize = (body: Buffer): number =>
  brotliCompressSync(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 3 } }).length;

/** A page, and what the constant page cost in the rounds between its own. */
export interface Measured {
  figures: PageFigures;
  constants: number[];
}

export async function measurePage(server: MeasuredServer, page: BenchPage): Promise<Measured> {
  const port = await server.ask({ ask: 'port' });
  const headers = await server.headersOf(page.as);
  const client = new Client(port, 1);
  const path = await addressOf(page, client, headers);
  await load(port, path, headers, warmUp);

  const asked = await server.ask({ ask: 'queries' });
  const { body } = await client.get(path, headers);
  const queries = (await server.ask({ ask: 'queries' })) - asked;
  client.close();

  const one = await inTurns(server, port, path, headers);
  const many = await load(port, path, headers, eight);
  const content = /<main[\s\S]*<\/main>/.exec(body.toString())?.[0] ?? '';
  const figures = {
    name: page.name,
    rows: (content.match(/<(?:li|tr)[\s>]/g) ?? []).length,
    cpu_us: median(one.page),
    queries,
    html_bytes: body.length,
    compressed_bytes: compressedSize(body),
    p50_ms_c1: rounded(percentile(one.times, 0.5)),
    p95_ms_c1: rounded(percentile(one.times, 0.95)),
    rps_c8: Math.round(many.times.length / many.seconds),
    p95_ms_c8: rounded(percentile(many.times, 0.95)),
    ...(page.opens && (await opening(port, path, headers))),
  };
  return { figures, constants: one.constant };
}

async function opening(
  port: number,
  path: string,
  { cookie = '' }: Record<string, string>,
): Promise<Pick<PageFigures, 'open_ms' | 'first_open_ms'>> {
  return (await openInBrowser(port, path, cookie)) ?? { open_ms: null, first_open_ms: null };
}

/**
 * The page and the constant page in turns, a few dozen requests each: whatever else the machine does falls on
 * both. Microseconds of processor for one request, a value for each round, and how long the page took each time.
 */
async function inTurns(
  server: MeasuredServer,
  port: number,
  path: string,
  headers: Record<string, string>,
): Promise<{ page: number[]; constant: number[]; times: number[] }> {
  const turns = { page: [] as number[], constant: [] as number[], times: [] as number[] };
  for (let each = 0; each < rounds; each++) {
    const before = await server.ask({ ask: 'cpu' });
    const constant = await load(port, constantPath, {}, round);
    const between = await server.ask({ ask: 'cpu' });
    const page = await load(port, path, headers, round);
    const after = await server.ask({ ask: 'cpu' });
    turns.constant.push((between - before) / constant.times.length);
    turns.page.push((after - between) / page.times.length);
    turns.times.push(...page.times);
  }
  return turns;
}

/** The middle one, in whole microseconds: of rounds, of which a few are always disturbed. */
export const median = (values: readonly number[]): number => Math.round(percentile(values, 0.5));

/** Where the page is, after a look that it is there. */
async function addressOf(
  { path, linkTo, as }: BenchPage,
  client: Client,
  headers: Record<string, string>,
): Promise<string> {
  const { status, body } = await client.get(path, headers);
  const linked = linkTo === undefined ? path : new RegExp(`href="(${linkTo}[^"#]+)"`).exec(String(body))?.[1];
  if (status !== 200 || linked === undefined)
    throw new Error(
      `${path} answered ${status} to ${as ?? 'nobody'}, or without the link; is bench/pages.ts up to date?`,
    );
  return linked;
}

/** Measured after a warm-up of its own: what the server does for every page must not be counted against the first. */
export async function measureConstant(server: MeasuredServer): Promise<Measured> {
  const port = await server.ask({ ask: 'port' });
  await load(port, constantPath, {}, { users: 8, requests: 4000, longestSeconds: 8 });
  return measurePage(server, { name: 'constant', path: constantPath, as: null });
}

/** Everything a browser fetches that was never here before: the first page, its style, script and icon, compressed. */
export async function measureFirstVisit(
  server: MeasuredServer,
): Promise<{ bytes: number; requests: number }> {
  const client = new Client(await server.ask({ ask: 'port' }), 1);
  const page = await client.get('/sign-in');
  const addresses = [...page.body.toString().matchAll(/<(?:link|script)[^>]*(?:href|src)="([^"]+)"/g)];
  let bytes = compressedSize(page.body);
  for (const [, address] of addresses)
    bytes += (await client.get(address!, { 'accept-encoding': 'br' })).body.length;
  client.close();
  return { bytes, requests: 1 + addresses.length };
}

const rounded = (ms: number): number => Math.round(ms * 100) / 100;

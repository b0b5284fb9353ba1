import http from 'node:http';
import { sql } from 'kysely';
import { close, openDatabase } from '#platform/db/database.ts';
import { percentile } from './load.ts';
import type { MeasuredServer } from './measured-server.ts';
import type { Report } from './report.ts';
import { secondary, tutorName } from './seed-secondary.ts';

/**
 * The first five minutes of a day at a secondary of 2,140: all tutors open what is theirs to take, open the register and
 * save it, all at once instead of over minutes. Counted are answers that were none, and pupils without a mark.
 */
export async function measureFirstMinutes(
  server: MeasuredServer,
  databaseUrl: string,
): Promise<Report['load'][number]> {
  const port = await server.ask({ ask: 'port' });
  const tutors: Record<string, string>[] = [];
  for (let form = 0; form < secondary.forms; form++) tutors.push(await server.headersOf(tutorName(form)));
  const agent = new http.Agent({ keepAlive: true });
  const times: number[] = [];
  let errors = 0;
  const started = performance.now();
  await Promise.all(
    tutors.map(async (headers) => {
      const ask = async (path: string, form?: URLSearchParams): Promise<string> => {
        const began = performance.now();
        const { status, text } = await send({ port, path, headers, agent }, form);
        times.push(performance.now() - began);
        if (status !== (form ? 303 : 200)) errors += 1;
        return text;
      };
      const own = await ask('/registers');
      // The tutor’s own, not that of a lesson: a lesson is open to two, and both would take the same one.
      const path = /href="(\/registers\/\d[^"]*)"\s*>[^<]*<span class="hidden">, Registration/.exec(own)?.[1];
      if (path === undefined) return void (errors += 1);
      await ask(`${path}/save`, asItStands(await ask(path)));
    }),
  );
  const seconds = (performance.now() - started) / 1000;
  agent.destroy();
  return {
    name: 'first five minutes (2,140 pupils)',
    users: secondary.forms,
    errors,
    lost: secondary.pupils - (await countMarks(databaseUrl)),
    p95_ms: Math.round(percentile(times, 0.95)),
    rps: Math.round(times.length / seconds),
  };
}

/** What the form on a page would send as it was drawn: hidden fields, and what is chosen. */
function asItStands(page: string): URLSearchParams {
  const form = /<form action="[^"]*\/save"[\s\S]*?<\/form>/.exec(page)?.[0] ?? '';
  const fields = new URLSearchParams();
  for (const [input] of form.matchAll(/<input[^>]*>/g)) {
    const of = (name: string): string | undefined => new RegExp(` ${name}="([^"]*)"`).exec(input)?.[1];
    const isRadio = of('type') === 'radio';
    if (!isRadio || / checked/.test(input)) fields.append(of('name') ?? '', of('value') ?? '');
  }
  return fields;
}

interface To {
  port: number;
  path: string;
  headers: Record<string, string>;
  agent: http.Agent;
}

const send = (
  { port, path, headers, agent }: To,
  form?: URLSearchParams,
): Promise<{ status: number; text: string }> =>
  new Promise((resolve, reject) => {
    const body = form?.toString();
    const request = http.request(
      {
        host: '127.0.0.1',
        port,
        path,
        agent,
        method: body === undefined ? 'GET' : 'POST',
        headers: {
          ...headers,
          ...(body !== undefined && {
            'content-type': 'application/x-www-form-urlencoded',
            'sec-fetch-site': 'same-origin',
            origin: `http://127.0.0.1:${port}`,
          }),
        },
      },
      (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.once('end', () =>
          resolve({ status: response.statusCode ?? 0, text: Buffer.concat(chunks).toString() }),
        );
        response.once('error', reject);
      },
    );
    request.setTimeout(60_000, () => request.destroy(new Error(`${path} took more than a minute`)));
    request.once('error', reject);
    request.end(body);
  });

async function countMarks(databaseUrl: string): Promise<number> {
  const db = openDatabase(databaseUrl);
  try {
    const { rows } = await sql<{ n: number }>`select count(*)::int as n from register_mark m
      where m.owner_id = ${secondary.id}`.execute(db);
    return rows[0]!.n;
  } finally {
    await close(db);
  }
}

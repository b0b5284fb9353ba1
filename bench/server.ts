/**
 * The measured process: the whole site over the database named by the first argument, with one page
 * more that never changes. Answers questions about itself to the process that started it.
 */
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { everybody } from '#platform/access/audience-words.ts';
import { openDatabase } from '#platform/db/database.ts';
import type { Feature } from '#platform/http/feature.ts';
import { publicPage } from '#platform/http/route.ts';
import { createServer } from '#platform/http/server.ts';
import { buildAssets } from '#ui/assets.ts';
import { html } from '#ui/html.ts';
import { layout } from '#ui/layout.ts';
import { problemPage } from '#ui/problem.ts';
import { features } from '#src/features.ts';
import { places } from '#src/places.ts';
import { keptIn } from '#seeds/player.ts';
import { openKeys } from '#platform/vault/keys.ts';
import { makeServices } from '#src/services.ts';
import { constantPath, measuredDay, type Answer, type Question } from './protocol.ts';

/** The house's plainest page: the same server and frame, nobody signed in, nothing asked, three sentences. */
const constant: Feature = {
  name: 'bench',
  routes: [
    publicPage(constantPath, {
      purpose: 'administration',
      load: async () => ({}),
      view: () => ({
        title: 'A page that is always the same',
        audience: everybody(),
        body: html`<p>It asks nothing of the database.</p>
          <p>It stands beside the others to say what the server itself costs.</p>`,
      }),
    }),
  ],
};

const [databaseUrl, folder] = process.argv.slice(2) as [string, string];
const kept = keptIn(folder);
let queries = 0;
const db = openDatabase(databaseUrl, { onQuery: () => void queries++ });
const services = makeServices({
  db,
  mail: { from: 'Staffroom <staffroom@school.example>', folder: join(folder, 'mail') },
  files: kept.files,
  sealed: kept.sealed,
  keys: await openKeys(kept.keys),
  now: () => measuredDay,
  address: () => 'http://127.0.0.1',
  report: (error) => void process.stderr.write(`${String((error as Error).stack ?? error)}\n`),
});
const app = await createServer({
  services,
  features: [...features, constant],
  render: layout,
  problem: problemPage,
  places,
  assets: await buildAssets(),
  cookieName: 'staffroom',
  secure: false,
});
await app.listen({ host: '127.0.0.1', port: 0 });

/** A session of the person with this name. */
async function signIn(name: string): Promise<string> {
  const person = await db
    .selectFrom('person as p')
    .innerJoin('affiliation as a', 'a.owner_id', 'p.id')
    .select(['p.id', 'a.organisation_id as organisationId'])
    .where('p.name', '=', name)
    .executeTakeFirst();
  if (!person) throw new Error(`Nobody in the seeded school is called ${name}.`);
  return services.sessions.begin(person.id, person.organisationId, 'Bench', measuredDay);
}

async function answer(question: Question): Promise<Answer> {
  switch (question.ask) {
    case 'port':
      return { value: (app.server.address() as AddressInfo).port };
    case 'cpu': {
      const { user, system } = process.cpuUsage();
      return { value: user + system };
    }
    case 'queries':
      return { value: queries };
    case 'memory':
      return { value: process.memoryUsage().rss };
    case 'sign-in':
      return { value: await signIn(question.name) };
  }
}

process.on('message', (question: Question) => {
  answer(question).then(
    (value) => process.send!(value),
    (error: unknown) => process.send!({ error: String(error) } satisfies Answer),
  );
});
process.once('disconnect', () => process.exit());
process.send!({ value: 'ready' } satisfies Answer);

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from 'kysely';
import { LONGEST_SQL } from '#platform/db/statement-names.ts';
import { markupTroubles } from './html-rules.ts';
import { leaksOf, wordsOf } from './leaks.ts';
import type { Answer } from './site.ts';
import { missingVisit, type GetVisit } from './visit-map.ts';
import { visitedSite, type VisitedRoute } from './visited-site.ts';
import { personas, signedIn, type Persona } from './world.ts';

/** Every route, opened by everybody. What is not described in test/visits fails here. */

const { site, demo, world, routes, unknown, browserOf } = await visitedSite();

/** The session's question included. */
const mostQueries = 4;

test('test/visits speaks of no route that is gone', () => assert.deepEqual(unknown, []));

const pages = routes.filter(({ route }) => route.sort === 'page' || route.sort === 'bytes');

for (const visited of pages) {
  const { key, feature, route, visits } = visited;

  test(`${key} is described`, () => assert.notEqual(visits.length, 0, missingVisit(feature, 'GET', route)));

  for (const visit of visits) {
    const where = `${key}${visits.length > 1 ? ` (${visit.seenBy[0]}${visit.demo ? ' in the demo' : ''})` : ''}`;

    test(`${where} is there for ${visit.seenBy.join(', ')}`, async () => {
      for (const who of visit.seenBy) await opens(visited, visit, who);
    });

    test(`${where} shows nobody what is not theirs`, async () => {
      for (const who of personas) {
        const answer = await (await browserOf(who, visit.demo)).get(visit.path);
        assert.deepEqual(leaksOf(answer, who, world, route, visit), [], `${visit.path} as ${who}`);
        if (visit.demo || mayOpen(visited, visits, who)) continue;
        assert.ok(
          isRefusal(answer.status, answer.to),
          `${who} got ${answer.status} at ${visit.path} and should have been refused; if they may see it, say so in openTo.`,
        );
      }
    });
  }
}

/** Words in an answer that are for others alone. Purposes meet in what is one's own, so only whose they are counts. */
function wordsOfOthers(answer: Answer, who: Persona): string[] {
  const text = wordsOf(answer);
  return world.canaries
    .filter((canary) => !canary.seenBy.includes(who) && text.includes(canary.text))
    .map((canary) => canary.text);
}

test('what each takes away, and the feed of their own calendar, hold nothing that is not theirs', async () => {
  for (const who of signedIn) {
    const browser = await browserOf(who);
    const archive = await browser.post('/me/take-away');
    assert.equal(archive.status, 200, who);
    assert.deepEqual(wordsOfOthers(archive, who), [], `the archive of ${who}`);
    const made = await browser.post('/me/calendar/link');
    const path = /http:\/\/school\.example(\/calendar\/[\w/-]+\.ics)/.exec(made.text)?.[1];
    assert.ok(path, who);
    const feed = await site.visitor().get(path);
    assert.equal(feed.status, 200, who);
    assert.deepEqual(wordsOfOthers(feed, who), [], `the feed of ${who}`);
  }
});

test('the record of what happened, what is to be told and what waits hold ids and plain values, never words', async () => {
  const tables = ['event', 'outbox', 'notice', 'access_log'].map(
    (table) => sql`select ${table} as name, r::text as text from ${sql.table(table)} r`,
  );
  const { rows } = await sql<{ name: string; text: string }>`
    /* job: test */ ${sql.join(tables, sql` union all `)}`.execute(world.db);
  assert.ok(rows.length > 0);
  const all = rows.map(({ text }) => text).join('\n');
  assert.deepEqual(
    world.canaries.filter(({ text }) => all.includes(text)),
    [],
  );
});

async function opens({ route }: VisitedRoute, visit: GetVisit, who: Persona): Promise<void> {
  const browser = await browserOf(who, visit.demo);
  const about = `${visit.path} as ${who}`;
  // The first visit of a session also asks what the person is; that is remembered.
  await browser.get(visit.path);
  const { queries } = visit.demo ? demo : site;
  queries.length = 0;
  const answer = await browser.get(visit.path);
  if (visit.leadsTo) {
    assert.equal(answer.status, 303, `${about} should lead elsewhere`);
    assert.match(answer.to, visit.leadsTo, about);
    return;
  }
  assert.equal(answer.status, 200, `${about}: ${answer.to || titleOf(answer.text)}`);
  const most = visit.queries?.most ?? mostQueries;
  assert.ok(
    queries.length <= most,
    `${about} asked the database ${queries.length} times, at most ${most}:\n${queries.map(({ sql }) => sql).join('\n')}`,
  );
  const longest = Math.max(0, ...queries.map(({ sql }) => sql.length));
  assert.ok(
    longest <= LONGEST_SQL,
    `${about} sent a statement of ${longest} characters: no plan of it is kept.`,
  );
  if (route.sort === 'page') assert.deepEqual(await markupTroubles(answer.text), [], about);
}

/** Whether a visit may answer this person with more than a refusal. */
function mayOpen({ route }: VisitedRoute, visits: readonly GetVisit[], who: Persona): boolean {
  if (route.access === 'anyone') return true;
  if (visits.some(({ seenBy, openTo = [] }) => seenBy.includes(who) || openTo.includes(who))) return true;
  // An address that names nothing shows each person their own, and another school's head theirs; the
  // canaries watch over what that is.
  if (who === 'other-head' && !route.path.includes(':')) return true;
  return route.access === 'signed-in' && !route.path.includes(':') && signedIn.some((each) => each === who);
}

const isRefusal = (status: number, to: string): boolean =>
  status === 403 || status === 404 || (status === 303 && to.startsWith('/sign-in?'));

const titleOf = (text: string): string => /<h1>(.*?)<\/h1>/s.exec(text)?.[1] ?? text.slice(0, 200);

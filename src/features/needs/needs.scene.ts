import type { Mail } from '#platform/mail/mailer.ts';
import { makePerson, makeSchool } from '#test/factories.ts';
import { testSite, type Browser, type Fields, type TestSite } from '#test/site.ts';
import assert from 'node:assert/strict';
import { role } from '#features/people/index.ts';

/** A school with a CPD leader and two teachers, for the tests of this room. */
export async function scene() {
  const site = await testSite();
  const school = await makeSchool(site.db);
  const leader = await makePerson(site.db, school, { name: 'Rhian Puw', roles: [role.cpdLeader] });
  const ann = await makePerson(site.db, school, { name: 'Ann Rees' });
  const bea = await makePerson(site.db, school, { name: 'Bea Ali' });
  return { site, school, leader, ann, bea, asLeader: await site.as(leader) };
}

/** The leader asks all staff about two topics; gives back the ids of the topics by title. */
export async function ask(
  site: TestSite,
  asLeader: Browser,
  more: Fields = {},
): Promise<Map<string, string>> {
  const answer = await asLeader.post('/school/needs', {
    title: 'Autumn needs',
    note: 'So that next year fits you.',
    closes_on: '2026-12-04',
    whom: 'all',
    'topics-teaching': ['questioning'],
    more_topics: 'Welsh in every lesson',
    ...more,
  });
  assert.equal(answer.to, '/school/needs/autumn-needs', answer.text);
  const topics = await site.db
    .selectFrom('needs_topic')
    .select(['id', 'title'])
    .where('owner_id', '=', await ownerOf(site))
    .execute();
  return new Map(topics.map((topic) => [topic.title, topic.id]));
}

const ownerOf = async (site: TestSite): Promise<string> =>
  (await site.db.selectFrom('organisation').select('id').orderBy('created_at').executeTakeFirstOrThrow()).id;

export const send = (browser: Browser, fields: Fields) =>
  browser.post('/needs/autumn-needs/answer', { version: 0, ...fields });

/** From now on, what would have been sent. */
export function mailsOf(site: TestSite): Mail[] {
  const sent: Mail[] = [];
  site.services.mailer = {
    hasServer: true,
    send: async (mail) => void sent.push(mail),
    close: () => undefined,
  };
  return sent;
}

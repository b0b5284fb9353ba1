import assert from 'node:assert/strict';
import { test } from 'node:test';
import { giveClass } from '#features/groups/groups.scene.ts';
import { makePerson, makeSchool } from '#test/factories.ts';
import { type Browser, testSite } from '#test/site.ts';
import { copyGroup } from './copy-group.ts';

const pages = [
  '/groups?show=mine',
  '/groups?show=running',
  '/today',
  '/my-learning',
  '/me/calendar',
  '/groups/hours',
];

/** A school in which Ann has started one group of this protocol. */
async function begin(protocol: string, terms: number) {
  const site = await testSite();
  const school = await makeSchool(site.db);
  const ann = await makePerson(site.db, school, { name: 'Ann Puw' });
  await giveClass(site.db, ann);
  const priya = await makePerson(site.db, school, { name: 'Priya Nair', roles: ['cpd-leader'] });
  const started = await (
    await site.as(ann)
  ).post('/groups/new', {
    protocol,
    title: 'The first of many',
    starts_on: '2026-11-02',
    terms: String(terms),
    joining: 'open',
    seen: 'on',
  });
  assert.equal(started.status, 303, started.text);
  const slug = /groups\/([^/]+)\/people/.exec(started.to)![1]!;
  const copy = (count: number, people: readonly string[], name = 'copied') =>
    copyGroup(
      site.db,
      { ownerId: school.id, slug },
      Array.from({ length: count }, (_, n) => ({
        slug: `${name}-${n}`,
        title: `${name} ${n + 1}`,
        daysLater: -(n % 5),
        people,
      })),
      site.clock.now,
    );
  /** How many statements a page asks, once what the person is has been remembered. */
  const statements = async (browser: Browser, path: string): Promise<number> => {
    await browser.get(path);
    site.queries.length = 0;
    const { status } = await browser.get(path);
    assert.equal(status, 200, path);
    return site.queries.length;
  };
  return { site, ann, priya, slug, copy, statements };
}

test('thirty groups of eighteen meetings add no statement to any page of the person in them', async () => {
  const { site, ann, slug, copy, statements } = await begin('teacher-learning-community', 6);
  const browser = await site.as(ann);
  const all = [...pages, `/groups/${slug}`];
  const asked = async () => {
    const counts: Record<string, number> = {};
    for (const path of all) counts[path] = await statements(browser, path);
    return counts;
  };
  const withOne = await asked();
  await copy(29, [ann.personId]);
  assert.deepEqual(await asked(), withOne);
  // The session and the page; Today asks for the school's day beside what is one's own.
  const expected = Object.fromEntries(all.map((path) => [path, path === '/today' ? 3 : 2]));
  assert.deepEqual(withOne, expected);
  assert.match((await browser.get('/groups')).text, /30 groups/);
  assert.match((await browser.get('/my-learning')).text, /30 groups/);
});

test('a list of more than a thousand groups says so, and is turned over to its end', async () => {
  const { site, ann, priya, copy, statements } = await begin('micro-experiment', 1);
  const browser = await site.as(priya);
  const running = (page: number) => `/groups?show=running&page=${page}`;
  await copy(999, [ann.personId]);
  assert.match((await browser.get(running(34))).text, /1,000 groups[\s\S]*Page 34 of 34/);

  await copy(30, [ann.personId], 'another');
  const first = (await browser.get(running(1))).text;
  assert.match(first, /More than 1,000 groups/);
  assert.equal(first.match(/class="meta"/g)!.length, 60, 'thirty lines');
  const last = (await browser.get(running(35))).text;
  assert.match(last, /Page 35</);
  assert.doesNotMatch(last, /Next page/);
  assert.match((await browser.get(running(34))).text, /Next page/);
  for (const path of [running(1), running(35), '/groups?show=running&words=copied'])
    assert.equal(await statements(browser, path), 2, path);
});

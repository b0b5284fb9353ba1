import assert from 'node:assert/strict';
import { test } from 'node:test';
import { makePerson, makeSchool } from '#test/factories.ts';
import { testSite } from '#test/site.ts';
import { helpGroups } from './help-list.page.ts';
import { helpFor } from './for-page.ts';
import { helpHref } from './help-page.ts';

const all = helpGroups().flatMap(({ pages }) => pages);

test('every page of help opens with nobody signed in, and the list leads to each', async () => {
  const visitor = (await testSite()).visitor();
  const list = (await visitor.get('/help')).text;
  for (const page of all) {
    assert.ok(list.includes(`href="${helpHref(page)}"`), page.slug);
    assert.equal((await visitor.get(helpHref(page))).status, 200, page.slug);
  }
});

test('the help link at the foot of a page leads to what speaks of that page', async () => {
  const site = await testSite();
  const teacher = await site.as(await makePerson(site.db, await makeSchool(site.db)));
  const seen = (await teacher.get('/me/seen')).text;
  const [, href] = seen.match(/<a href="(\/help[^"]*)"/)!;
  const list = (await teacher.get(href!)).text;
  const above = list.slice(list.indexOf('For the page you came from'), list.indexOf('Beginning</h2>'));
  assert.match(above, /href="\/help\/who-can-see-what"/);
  assert.doesNotMatch((await teacher.get('/help')).text, /For the page you came from/);
});

test('what help is offered for a page is there', () => {
  const slugs = new Set(all.map(({ slug }) => slug));
  for (const path of [
    '/programmes/reading/evaluation/claims',
    '/programmes/reading',
    '/me/shared',
    '/me/take-away',
    '/me/display',
    '/me/notices',
    '/school/needs/autumn',
    '/needs/autumn',
    '/try-outs/new',
    '/recordings/new',
    '/teaching-evidence/observation',
    '/school/imports/new',
    '/school/consents',
    '/school/settings',
    '/school/override',
    '/demo',
  ]) {
    const offered = helpFor(path);
    assert.ok(offered.length > 0, path);
    for (const slug of offered) assert.ok(slugs.has(slug), `${path}: ${slug}`);
  }
  assert.equal(helpFor('/programmes/reading/evaluation')[0], 'what-came-of-it');
  assert.equal(helpFor('/recordings')[0], 'recordings-and-privacy');
  assert.deepEqual(helpFor('https://elsewhere.example'), []);
});

test('help never leads to a page that is not there', async () => {
  const site = await testSite();
  const head = await site.as(await makePerson(site.db, await makeSchool(site.db), { roles: ['head'] }));
  for (const page of all) {
    if (page.slug === 'components') continue;
    const body = String(page.body());
    for (const [, href] of body.matchAll(/href="(\/[^"#]*)"/g))
      assert.equal((await head.get(href!)).status, 200, `${page.slug} leads to ${href}`);
  }
});

test('the lists that help shows as examples are read without a problem', async () => {
  const site = await testSite();
  const school = await makeSchool(site.db);
  const administrator = await site.as(await makePerson(site.db, school, { roles: ['administrator'] }));
  const page = String(all.find(({ slug }) => slug === 'imports')!.body());
  const lists = [...page.matchAll(/<p class="as-written"><code>([^<]*)<\/code><\/p>/g)].map(
    ([, list]) => list!,
  );
  assert.equal(lists.length, 2);
  const files = lists.map((body, index) => ({
    field: 'files',
    name: `list-${index}.csv`,
    body,
    type: 'text/csv',
  }));
  const sent = await administrator.post('/school/imports', {}, files);
  assert.equal(sent.status, 303, sent.text);
  const added = (await administrator.get(`${sent.to}?list=added`)).text;
  for (const name of ['Rhian Puw', 'Owen Ali', 'Mali Rees', 'Cai Price'])
    assert.match(added, new RegExp(name), name);
  const preview = (await administrator.get(sent.to)).text;
  assert.doesNotMatch(preview, /is read without this|are not read|could not be read|Nothing of this file/);
});

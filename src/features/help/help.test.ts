import assert from 'node:assert/strict';
import { test } from 'node:test';
import { makePerson, makeSchool } from '#test/factories.ts';
import { testSite } from '#test/site.ts';
import { helpGroups } from './help-list.page.ts';
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
  const preview = (await administrator.get(sent.to)).text;
  for (const name of ['Rhian Puw', 'Owen Ali', 'Mali Rees', 'Cai Price'])
    assert.match(preview, new RegExp(name), name);
  assert.doesNotMatch(preview, /is read without this|are not read|could not be read|Nothing of this file/);
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { features } from '#src/features.ts';
import { draftSite } from './draft-programme.ts';
import { joinCircle, makePerson } from './factories.ts';

/** In a school where nothing is yet, no empty list repeats the button that stands at the head of its page. */

const addresses = features
  .flatMap(({ routes }) => routes)
  .filter(({ sort, access }) => sort === 'page' && access !== 'anyone')
  .map(({ path }) => path)
  .filter((path) => !path.replace(':programme', '').includes(':'));

const labelsOf = (page: string, container: RegExp): string[] =>
  [...page.matchAll(container)].flatMap(([, inside]) =>
    [...inside!.matchAll(/<a class="button[^>]*>([^<]+)</g)].map(([, label]) => label!.trim()),
  );

test('what there is to do first is offered once on a page, not at its head and in the empty list too', async () => {
  const { site, school, programmeId, here } = await draftSite();
  await site.db
    .updateTable('programme_step')
    .set({ ended_at: site.clock.now })
    .where('owner_id', '=', school.id)
    .execute();
  const person = await makePerson(site.db, school, { roles: ['cpd-leader', 'administrator'] });
  await joinCircle(site.db, school, programmeId, person, 'leader');
  const browser = await site.as(person);
  let [heads, emptyLists] = [0, 0];
  for (const address of addresses) {
    const { text } = await browser.get(address.replace('/programmes/:programme', here));
    const head = labelsOf(text, /<p class="main-action">(.*?)<\/p>/gs);
    const lists = labelsOf(text, /<div class="empty">(.*?)<\/div>/gs);
    heads += head.length;
    emptyLists += text.includes('<div class="empty">') ? 1 : 0;
    for (const label of lists) assert.ok(!head.includes(label), `${address}: ${label}`);
  }
  assert.ok(heads > 5 && emptyLists > 5, `${heads} and ${emptyLists} pages were looked at`);
});

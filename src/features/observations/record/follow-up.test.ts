import assert from 'node:assert/strict';
import { test } from 'node:test';
import { deliver } from '#test/deliver.ts';
import { takeAwayObservations } from '../observations.take-away.ts';
import { presentObservation } from '../present-observation.ts';
import { chosen } from './record.scene.ts';

test('from evidence to a goal, and from the goal to practice: what was begun stands with the visit', async () => {
  const all = await chosen('one-thing-tried');
  const { site, ann, tomos, people, address } = all;
  await tomos.post(`${address}/prepared`);
  const id = await all.note({ part: 'pupils', choice: 'then', text: 'Four began to speak' });
  await all.note({ part: 'done', choice: 'tried' });
  assert.equal((await ann.get(`${address}/evidence`)).status, 404, 'it comes once both are ready');
  await all.ready();
  assert.equal((await tomos.get(`${address}/evidence`)).status, 403);
  const references = [`entry:${id}`, 'count:one-thing-tried:done:tried'];
  const chose = await ann.post(`${address}/evidence`, { evidence: references });
  assert.equal(chose.to, `${address}/write/plan`);
  assert.match((await ann.get(chose.to)).text, /What it rests on[\s\S]*Four began to speak/);
  assert.equal((await ann.post(`${address}/evidence`, { evidence: ['entry:none'] })).status, 422);
  await ann.post(`${address}/write/plan`, {
    goal: 'All of them begin',
    practice: 'On Friday',
    evidence: 'They raise a hand',
    version: '0',
  });

  const page = (await ann.get(address)).text;
  const links = [...page.matchAll(/href="(\/my-learning\/(?:practice|try-outs)\/new\?[^"]+)"/g)].map(
    ([, href]) => href!.replaceAll('&amp;', '&'),
  );
  assert.equal(links.length, 2);
  for (const link of links) assert.match((await ann.get(link)).text, /All of them begin/);
  const after = address.split('/').at(-1)!;
  const begun = await ann.post('/my-learning/practice/new', { words: 'All of them begin', after });
  assert.equal(begun.status, 303, begun.text);
  await deliver(site);
  await deliver(site);
  assert.match(
    (await ann.get(address)).text,
    new RegExp(`<a href="${begun.to}">Taken up as something to practise`),
  );
  const seen = (await tomos.get(address)).text;
  assert.match(seen, /Taken up as something to practise/);
  assert.doesNotMatch(seen, new RegExp(begun.to));

  // Somebody else's practice does not attach itself to her visit.
  await tomos.post('/my-learning/practice/new', { words: 'Mine', after });
  await deliver(site);
  assert.equal(
    (
      await site.db
        .selectFrom('observation_follow_up')
        .select('item_id')
        .where('owner_id', '=', people.ann.organisationId)
        .execute()
    ).length,
    1,
  );

  // The law opens the record with the visit, and each takes away what is theirs.
  const shown = await presentObservation(site.db, people.ann.organisationId, after);
  assert.ok(shown.fields.some(({ text }) => text === 'Four began to speak'));
  const taken = await takeAwayObservations(site.db, people.tomos.personId, [people.tomos.organisationId]);
  assert.match(JSON.stringify(taken), /Four began to speak[\s\S]*One thing that is being tried/);
  const hers = await takeAwayObservations(site.db, people.ann.personId, [people.ann.organisationId]);
  assert.doesNotMatch(JSON.stringify(hers), /Four began to speak/);
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { deliver } from '#test/deliver.ts';
import type { Browser } from '#test/site.ts';
import { scene } from '#features/try-outs/try-outs.scene.ts';
import { agreed, bothReady, noticed, notes, waitingOf, when } from './observations.scene.ts';
import { takeAwayObservations } from './observations.take-away.ts';

test('partners agree an observation, write alone, and then read side by side', async () => {
  const all = await agreed();
  const { ann, tomos, address } = all;
  await ann.post(`${address}/write/predicted`, { expect: 'Two will write', version: '0' });
  assert.doesNotMatch(
    (await tomos.get(address)).text,
    /Two will write/,
    'a prediction is not shown beforehand',
  );
  assert.equal((await ann.post(`${address}/done`)).status, 303);
  await tomos.post(`${address}/write/notes`, notes);
  assert.doesNotMatch((await ann.get(address)).text, /Waited/, 'not before Ann is ready');
  await ann.post(`${address}/write/noticed`, noticed);
  for (const browser of [ann, tomos]) {
    const { text } = await browser.get(address);
    for (const words of ['Two will write', 'Four wrote at once', 'Waited', 'Friday'])
      assert.match(text, new RegExp(words));
  }
  assert.equal(
    (await ann.post(`${address}/write/plan`, { goal: 'All six', practice: 'Mondays', version: '0' })).status,
    303,
  );
  assert.match((await tomos.get(address)).text, /All six/);
});

test('the page names the teacher who is observed among those who can see it', async () => {
  const { ann, tomos, address } = await agreed();
  assert.match((await tomos.get(address)).text, /Ann Puw and you/);
  assert.match((await ann.get(address)).text, /You and Tomos Bevan/);
});

test('a specialist asks to visit, the teacher agrees, and feedback is owed until it is written', async () => {
  const { site, as, programme, people } = await scene();
  const [ann, specialist] = [await as('ann'), await as('specialist')];
  const visit = { ...when, with: `${programme} ${people.ann.personId}` };
  assert.equal(
    (await specialist.post('/my-learning/observations/new', { ...visit, role: 'observed' })).status,
    422,
  );
  const { to: address } = await specialist.post('/my-learning/observations/new', {
    ...visit,
    role: 'observer',
  });
  assert.equal((await specialist.post(`${address}/accept`)).status, 403, 'one cannot agree for the other');
  await deliver(site);
  assert.deepEqual(await waitingOf({ site }, people.ann.personId), ['observation.asked']);
  await ann.post(`${address}/accept`);
  await specialist.post(`${address}/done`);
  await deliver(site);
  assert.deepEqual(await waitingOf({ site }, people.specialist.personId), ['observation.feedback']);
  const feedback = {
    pupils: 'Wrote',
    responded: 'To the wait',
    keep: 'The wait',
    try: 'Longer',
    ready: 'yes',
    version: '0',
  };
  await specialist.post(`${address}/write/feedback`, feedback);
  await ann.post(`${address}/write/noticed`, noticed);
  await deliver(site);
  assert.deepEqual(await waitingOf({ site }, people.specialist.personId), []);
  assert.deepEqual(await waitingOf({ site }, people.ann.personId), ['observation.plan']);
  assert.match((await ann.get(address)).text, /One thing to try/);
  assert.equal((await (await as('tomos')).get(address)).status, 403, 'others of the programme do not see it');
});

test('two tabs saving: both texts are shown and neither is lost', async () => {
  const { ann, tomos, address } = await agreed();
  await ann.post(`${address}/done`);
  const save = (happened: string) => ann.post(`${address}/write/noticed`, { ...noticed, happened });
  assert.equal((await save('First tab')).status, 303);
  const second = await save('Second tab');
  assert.equal(second.status, 409);
  assert.match(second.text, /Second tab[^]*First tab/);
  assert.match(second.text, /<input[^>]*name="ready"[^>]* checked/, 'ready in both tabs');
  assert.equal(
    (await ann.post(`${address}/write/noticed`, { ...noticed, version: '1', ready: '' })).status,
    303,
  );
  const third = await save('Third tab');
  const [ready = ''] = /<input[^>]*name="ready"[^>]*>/.exec(third.text) ?? [];
  assert.match(ready, /type="checkbox"/);
  assert.doesNotMatch(ready, /checked/, 'taken back in another tab, it is not sent again unseen');
  const arrange = (browser: Browser, place: string) =>
    browser.post(`${address}/arrange`, { ...when, place, version: '1' });
  await ann.post(`${address}/not-done`);
  assert.equal((await arrange(ann, 'Room 4')).status, 303);
  assert.match((await arrange(tomos, 'Hall')).text, /Ann Puw saved this on 18 November 2026 at/);
  assert.match((await arrange(ann, 'Hall')).text, /You saved this somewhere else/);
});

test('it is agreed by both, for a day that has come, and steps can be taken back', async () => {
  const { as, partnership, people } = await scene();
  const [ann, tomos] = [await as('ann'), await as('tomos')];
  const { to: address } = await ann.post('/my-learning/observations/new', {
    ...when,
    on_date: '2026-11-30',
    with: `${partnership} ${people.tomos.personId}`,
    role: 'observed',
  });
  assert.equal((await ann.post(`${address}/done`)).status, 422, 'not agreed yet');
  const declined = await tomos.post(`${address}/decline`);
  assert.equal(declined.status, 303);
  await tomos.post(`${address}/accept`);
  assert.equal((await tomos.post(`${address}/done`)).status, 422, 'its day is still to come');
  await tomos.post(`${address}/call-off`);
  await ann.post(`${address}/put-back`);
  assert.match((await ann.get(address)).text, /Agreed for Monday/);
});

test('a partnership hears that an observation took place', async () => {
  const { db, school, partnership, ann, address } = await agreed();
  await ann.post(`${address}/done`);
  const { body } = await db
    .selectFrom('outbox')
    .select('body')
    .where('owner_id', '=', school.id)
    .where('kind', '=', 'observation.done')
    .executeTakeFirstOrThrow();
  assert.equal((body as { circleId: string }).circleId, partnership);
});

test('an archive holds one’s own words out of observations, not the other’s', async () => {
  const { db, school, people, ann, tomos, address } = await agreed();
  await bothReady(ann, tomos, address);
  const mine = JSON.stringify(await takeAwayObservations(db, people.ann.personId, [school.id]));
  assert.match(mine, /Four wrote at once/);
  assert.doesNotMatch(mine, /Waited/);
});

test('a tick taken out stays out in a draft', async () => {
  const { ann, tomos, address } = await agreed();
  await ann.post(`${address}/done`);
  const form = `${address}/write/notes`;
  assert.equal((await tomos.post(form, notes)).status, 303);
  const { ready: _ready, ...unticked } = notes;
  const key = `observation:${address.split('/').at(-1)!}:notes`;
  assert.match((await tomos.get(form)).text, /name="ready"[^>]* checked/);
  await tomos.post('/drafts/keep', { ...unticked, draft_key: key, version: 1 });
  const page = (await tomos.get(form)).text;
  assert.match(page, /name="ready"/);
  assert.doesNotMatch(page, /name="ready"[^>]* checked/);
});

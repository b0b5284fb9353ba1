import assert from 'node:assert/strict';
import { test } from 'node:test';
import { deliver } from '#test/deliver.ts';
import { makePerson, makeSchool } from '#test/factories.ts';
import type { Browser } from '#test/site.ts';
import { standingsChanged } from '#platform/access/standing.ts';
import { role } from '#features/people/index.ts';
import { scene } from '#features/try-outs/try-outs.scene.ts';
import { takeAwayObservations } from './observations.take-away.ts';

const when = {
  on_date: '2026-11-18',
  starts_at: '10:15',
  minutes: '40',
  pupils: 'Year 5',
  focus: 'Who writes first',
};

/** Ann asks Tomos to observe her, and he agrees. */
async function agreed() {
  const all = await scene();
  const [ann, tomos] = [await all.as('ann'), await all.as('tomos')];
  const asked = await ann.post('/my-learning/observations/new', {
    ...when,
    with: `${all.partnership} ${all.people.tomos.personId}`,
    role: 'observed',
  });
  assert.equal(asked.status, 303, asked.text);
  assert.equal((await tomos.post(`${asked.to}/accept`)).status, 303);
  return { ...all, ann, tomos, address: asked.to };
}

const noticed = { happened: 'Four wrote at once', different: 'I expected two', ready: 'yes', version: '0' };
const notes = {
  'looking-for': 'Who writes first',
  moves: 'Waited',
  pupils: 'Wrote',
  'my-plan': 'Friday',
  ready: 'yes',
  version: '0',
};

/** It took place, and both say that theirs is ready. */
async function bothReady(ann: Browser, tomos: Browser, address: string): Promise<void> {
  for (const answer of [
    await ann.post(`${address}/done`),
    await tomos.post(`${address}/write/notes`, notes),
    await ann.post(`${address}/write/noticed`, noticed),
  ])
    assert.equal(answer.status, 303, answer.text);
}

const waitingOf = async (
  { site }: { site: { db: Awaited<ReturnType<typeof scene>>['db'] } },
  personId: string,
) =>
  (
    await site.db
      .selectFrom('notice')
      .select('kind')
      .where('owner_id', '=', personId)
      .where('done_at', 'is', null)
      .orderBy('kind')
      .execute()
  ).map(({ kind }) => kind);

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

test('nobody writes in the part of the other', async () => {
  const { ann, tomos, address } = await agreed();
  assert.equal((await tomos.post(`${address}/write/predicted`, { expect: 'x', version: '0' })).status, 404);
  await ann.post(`${address}/done`);
  assert.equal((await tomos.post(`${address}/write/noticed`, noticed)).status, 404);
  assert.equal((await ann.post(`${address}/write/notes`, notes)).status, 404);
  assert.equal(
    (await ann.post(`${address}/write/plan`, { goal: 'x', practice: 'y', version: '0' })).status,
    404,
    'too early',
  );
});

test('whatever their role, nobody else opens an observation, and the observer cannot share it', async () => {
  const { site, school, as, ann, tomos, address, toEveryone } = await agreed();
  await bothReady(ann, tomos, address);
  for (const name of ['beth', 'huw', 'specialist'] as const)
    assert.equal((await (await as(name)).get(address)).status, 403, name);
  for (const each of Object.values(role)) {
    const browser = await site.as(await makePerson(site.db, school, { roles: [each] }));
    assert.equal((await browser.get(address)).status, 403, each);
    assert.equal((await browser.post(`${address}/done`)).status, 403, each);
  }
  const other = await makePerson(site.db, await makeSchool(site.db, 'Hill Lane'), { roles: [role.head] });
  assert.equal((await (await site.as(other)).get(address)).status, 404);
  assert.equal((await tomos.get(`${address}/share`)).status, 403);
  assert.equal((await tomos.post(`${address}/share`, { readers: [toEveryone] })).status, 403);
  assert.equal((await tomos.post(`${address}/end`)).status, 403);
});

test('the observed teacher shares it further, and line managers stay out even so', async () => {
  const { as, ann, tomos, address, toEveryone, people } = await agreed();
  await bothReady(ann, tomos, address);
  assert.equal(
    (await ann.post(`${address}/share`, { readers: [`person:${people.huw.personId}`] })).status,
    422,
  );
  await ann.post(`${address}/share`, { readers: [toEveryone] });
  const specialist = await as('specialist');
  assert.match((await specialist.get(address)).text, /Four wrote at once/);
  assert.equal((await specialist.post(`${address}/write/notes`, notes)).status, 403);
  assert.equal((await (await as('beth')).get(address)).status, 403);
  await ann.post(`${address}/share`, {});
  assert.equal((await specialist.get(address)).status, 403);
});

test('the observed teacher withdraws: nobody else opens it, the observer neither, until it is brought back', async () => {
  const { site, ann, tomos, address, people } = await agreed();
  await ann.post(`${address}/end`);
  assert.equal((await tomos.get(address)).status, 404);
  assert.doesNotMatch((await tomos.get('/my-learning/observations')).text, /You observe Ann/);
  await deliver(site);
  assert.deepEqual(await waitingOf({ site }, people.tomos.personId), []);
  await ann.post(`${address}/bring-back`);
  assert.equal((await tomos.get(address)).status, 200);
});

test('a partner who leaves the partnership opens the observation no longer; the observed teacher does', async () => {
  const { db, site, school, partnership, people, ann, tomos, address, as } = await agreed();
  await bothReady(ann, tomos, address);
  await db
    .updateTable('circle_member')
    .set({ ends_at: site.clock.now })
    .where('owner_id', '=', school.id)
    .where('circle_id', '=', partnership)
    .where('person_id', '=', people.tomos.personId)
    .execute();
  await standingsChanged(db, school.id);
  const left = await as('tomos');
  assert.equal((await left.get(address)).status, 403);
  assert.doesNotMatch((await left.get('/my-learning/observations')).text, /You observe Ann/);
  assert.equal((await ann.get(address)).status, 200);
});

test('a line manager can be no observer, and an outsider is not in the list', async () => {
  const { site, db, school, partnership, people, as } = await scene();
  const ann = await as('ann');
  await db
    .insertInto('circle_member')
    .values({
      owner_id: school.id,
      id: crypto.randomUUID(),
      circle_id: partnership,
      person_id: people.beth.personId,
      part: 'partner',
      starts_at: site.clock.now,
    })
    .execute();
  const form = { ...when, role: 'observed' };
  const ask = (personId: string, sent = form) =>
    ann.post('/my-learning/observations/new', { ...sent, with: `${partnership} ${personId}` });
  assert.match((await ask(people.beth.personId)).text, /line manager/);
  assert.match(
    (await ask(people.beth.personId, { ...form, on_date: '' })).text,
    /2 things to look at[^]*line manager/,
  );
  assert.equal((await ask(people.huw.personId)).status, 422);
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
  const arrange = (browser: Browser, place: string) =>
    browser.post(`${address}/arrange`, { ...when, place, version: '1' });
  await ann.post(`${address}/not-done`);
  assert.equal((await arrange(ann, 'Room 4')).status, 303);
  assert.match((await arrange(tomos, 'Hall')).text, /Ann Puw saved this on 18 November 2026 at/);
  assert.match((await arrange(ann, 'Hall')).text, /You saved this in another window/);
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

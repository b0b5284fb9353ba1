import assert from 'node:assert/strict';
import { test } from 'node:test';
import { deliver } from '#test/deliver.ts';
import { scene } from '../practice.scene.ts';

const technique = 'cold-call';

async function said() {
  const all = await scene();
  const say = async (name: keyof typeof all.people, side: 'show' | 'see') =>
    (await all.as(name)).post('/practice/exchange/choices', { technique, side });
  const page = async (name: keyof typeof all.people) =>
    (await (await all.as(name)).get('/practice/exchange')).text;
  const idOf = async (name: keyof typeof all.people) =>
    (
      await all.db
        .selectFrom('exchange_choice')
        .select('id')
        .where('owner_id', '=', all.school.id)
        .where('person_id', '=', all.people[name].personId)
        .executeTakeFirstOrThrow()
    ).id;
  return { ...all, say, page, idOf };
}

test('two who go together are suggested to one another, as one experiment and never as a rating', async () => {
  const { say, page } = await said();
  await say('ann', 'see');
  assert.doesNotMatch(await page('tomos'), /Ann Puw/, 'who has said nothing finds nobody');
  await say('tomos', 'show');
  await say('huw', 'see');
  assert.match(await page('ann'), /Tomos Bevan[^]*could show what you would like to see/);
  assert.match(await page('ann'), /One experiment stands behind this[^]*nobody is scored or rated/);
  assert.doesNotMatch(await page('ann'), /Huw Parry/, 'a wish is found by those alone who could show it');
  assert.match(await page('tomos'), /Huw Parry[^]*Ann Puw/);
});

test('a line manager is never suggested, and never finds whom she manages', async () => {
  const { say, page, as, people } = await said();
  await say('ann', 'see');
  await say('beth', 'show');
  assert.doesNotMatch(await page('ann'), /Beth Rees/);
  assert.doesNotMatch(await page('beth'), /Ann Puw/);
  const ask = { to: people.beth.personId, technique, side: 'see' };
  assert.equal((await (await as('ann')).post('/practice/exchange/asks', ask)).status, 422);
  const back = { to: people.ann.personId, technique, side: 'show' };
  assert.equal((await (await as('beth')).post('/practice/exchange/asks', back)).status, 422);
  assert.match(
    (await (await as('ann')).get(`/practice/techniques/${technique}`)).text,
    /Nobody has said yet/,
  );
});

test('what was said is taken back at once, by nobody else, and can be said again', async () => {
  const { say, page, as, idOf } = await said();
  await say('ann', 'see');
  await say('tomos', 'show');
  const address = `/practice/exchange/choices/${await idOf('tomos')}`;
  assert.equal((await (await as('ann')).post(`${address}/end`)).status, 403);
  assert.equal((await (await as('tomos')).post(`${address}/end`)).status, 303);
  assert.doesNotMatch(await page('ann'), /Tomos Bevan/);
  assert.equal((await (await as('tomos')).post(`${address}/bring-back`)).status, 303);
  assert.match(await page('ann'), /Tomos Bevan/);
});

test('a question goes to one colleague, who answers it, and it is nobody else’s', async () => {
  const { site, db, say, as, people } = await said();
  await say('ann', 'see');
  await say('tomos', 'show');
  const [ann, tomos] = [await as('ann'), await as('tomos')];
  const asked = await ann.post('/practice/exchange/asks', {
    to: people.tomos.personId,
    technique,
    side: 'see',
    words: 'On a Thursday?',
  });
  const waiting = async (name: 'ann' | 'tomos') => {
    await deliver(site);
    return (
      await db
        .selectFrom('notice')
        .select('kind')
        .where('owner_id', '=', people[name].personId)
        .where('done_at', 'is', null)
        .execute()
    ).map(({ kind }) => kind);
  };
  assert.deepEqual(await waiting('tomos'), ['exchange.asked']);
  for (const name of ['huw', 'nia', 'beth'] as const)
    assert.equal((await (await as(name)).get(asked.to)).status, 403, name);
  assert.equal((await ann.post(`${asked.to}/answer`, { answer: 'yes' })).status, 403, 'not her own');
  assert.match((await tomos.get(asked.to)).text, /On a Thursday\?/);
  assert.equal((await tomos.post(`${asked.to}/answer`, { answer: 'yes', words: 'Gladly' })).status, 303);
  assert.equal((await tomos.post(`${asked.to}/answer`, { answer: 'no' })).status, 403, 'answered once');
  assert.deepEqual(await waiting('tomos'), []);
  assert.deepEqual(await waiting('ann'), ['exchange.answered']);
  assert.match((await ann.get(asked.to)).text, /Gladly/);
  assert.deepEqual(await waiting('ann'), [], 'reading is all that was asked');
});

test('a question taken back waits for nobody', async () => {
  const { site, db, say, as, people } = await said();
  await say('ann', 'show');
  await say('tomos', 'see');
  const ann = await as('ann');
  const asked = await ann.post('/practice/exchange/asks', {
    to: people.tomos.personId,
    technique,
    side: 'show',
  });
  await deliver(site);
  assert.equal((await ann.post(`${asked.to}/end`)).status, 303);
  await deliver(site);
  const waiting = await db
    .selectFrom('notice')
    .select('kind')
    .where('owner_id', '=', people.tomos.personId)
    .where('done_at', 'is', null)
    .execute();
  assert.deepEqual(waiting, []);
  assert.equal((await (await as('tomos')).get(asked.to)).status, 404);
});

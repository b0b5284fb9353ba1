import assert from 'node:assert/strict';
import { test } from 'node:test';
import { deliver } from '#test/deliver.ts';
import { coaching } from '#features/coaching/index.ts';
import { careScene, wished } from './care.scene.ts';

const words = (html: string): string => html.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ');

test('a pairing that ended because one of two left is listed with both names, and found by either', async () => {
  const { site, elin, pair } = await careScene();
  const one = await pair({ names: ['Wil Went', 'Ceri Coach'] });
  assert.equal((await (await site.as(one.learner)).post(`/coaching/${one.id}/leave`)).status, 303);
  for (const query of ['state=ended', 'state=ended&q=Wil', `state=ended&coach=${one.supporter.personId}`]) {
    const list = (await elin.get(`/school/coaching?${query}`)).text;
    assert.match(list, /Wil Went/, query);
    assert.match(list, /Ceri Coach/, query);
  }
});

test('whoever is named co-ordinator later finds the quiet words that wait, and who is one no more does not', async () => {
  const { site, school, elinHerself, pair, person } = await careScene();
  const one = await pair({ names: ['Wil Wish', 'Ceri Coach'] });
  const wil = await site.as(one.learner);
  assert.equal((await wil.post(`/coaching/${one.id}/wish`, { wish: 'talk', words: '' })).status, 303);
  await deliver(site);
  const waits = async (who: { personId: string }): Promise<number> =>
    (
      await site.db
        .selectFrom('notice')
        .select('id')
        .where('owner_id', '=', who.personId)
        .where('kind', '=', 'coaching.wish')
        .where('done_at', 'is', null)
        .execute()
    ).length;
  assert.equal(await waits(elinHerself), 1);
  const mared = await person('Mared Rees', 'mentor-co-ordinator');
  await site.db
    .updateTable('appointment')
    .set({ ended_at: site.clock.now })
    .where('owner_id', '=', school.id)
    .where('person_id', '=', elinHerself.personId)
    .execute();
  const daily = coaching.recurring!.find(({ name }) => name === 'coaching.look-through')!;
  await daily.run({ ...site.services, signal: AbortSignal.timeout(60_000) });
  assert.deepEqual([await waits(elinHerself), await waits(mared)], [0, 1]);
});

test('since when a question or a quiet word waits is said by the day of the school, not of Greenwich', async () => {
  const { site, school, elin, pair } = await careScene();
  await site.db
    .updateTable('organisation')
    .set({ time_zone: 'Pacific/Auckland' })
    .where('id', '=', school.id)
    .execute();
  // Half past midnight in Auckland, on 19 November.
  site.clock.set('2026-11-18T11:30:00Z');
  const asked = await pair({ names: ['Ada Asks', 'Ceri Coach'] });
  await site.db
    .updateTable('pairing')
    .set({ agreed_at: null, starts_on: null, ends_on: null })
    .where('owner_id', '=', school.id)
    .where('id', '=', asked.pairingId)
    .execute();
  const wish = await pair({ names: ['Wil Wish', 'Cari Coach'] });
  await wished(site.db, school, wish.pairingId, wish.learner, 'Somebody gentler', site.clock.now);
  const page = words((await elin.get('/school/coaching')).text);
  assert.match(page, /A quiet word since 19 November/);
  assert.match(page, /Asked on 19 November 2026, not answered/);
  assert.doesNotMatch(page, /18 November/);
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addDays } from '#platform/calendar/dates.ts';
import { deliver, runJob } from '#test/deliver.ts';
import type { TestSite } from '#test/site.ts';
import { proposed, scene } from '../appraisal.scene.ts';
import { coachingOfTerm } from '../coaching-of-term.ts';
import { askAfterCoachingJob } from './formal.notices.ts';

const waitingOf = async (site: TestSite, { personId }: { personId: string }) => {
  await deliver(site);
  const rows = await site.db
    .selectFrom('notice')
    .select('kind')
    .where('owner_id', '=', personId)
    .where('done_at', 'is', null)
    .execute();
  return rows.map(({ kind }) => kind);
};

test('a line manager or the head proposes, the teacher says yes, and it was held without a grade', async () => {
  const { site, people, as } = await scene();
  const [ann, sian] = [await as('ann'), await as('sian')];
  const address = await proposed(sian, people.ann);
  assert.deepEqual(await waitingOf(site, people.ann), ['appraisal.asked']);
  assert.equal((await sian.post(`${address}/confirm`)).status, 403, 'one cannot say yes for the other');
  await ann.post(`${address}/confirm`);
  for (const browser of [ann, sian])
    assert.match((await browser.get('/me/calendar?month=2026-11')).text, /observes? .*formally/);
  assert.equal((await sian.post(`${address}/done`)).status, 422, 'its day is still to come');
  site.clock.set('2026-11-25T15:00:00Z');
  const later = await as('sian');
  await later.post(`${address}/done`);
  const { text } = await later.get(address);
  assert.match(text, /It took place/);
  assert.match(text, /There is no grade here/);
  assert.doesNotMatch(text, /<textarea|type="number"|<select/, 'there is nothing to fill in');
});

test('nobody else proposes or reads one: not a colleague, not the CPD leader, not the administrator', async () => {
  const { people, as } = await scene();
  const address = await proposed(await as('gwen'), people.ann);
  assert.equal((await (await as('sian')).get(address)).status, 200, 'her line manager reads it');
  for (const name of ['tomos', 'carys', 'elin', 'dewi'] as const) {
    const browser = await as(name);
    assert.equal((await browser.get(address)).status, 403, name);
    assert.equal((await browser.get('/appraisal/observations/new')).status, 403, name);
  }
  const notHers = await (
    await as('sian')
  ).post('/appraisal/observations/new', {
    person: people.beth.personId,
    on_date: '2026-11-25',
    minutes: '40',
  });
  assert.equal(notHers.status, 422, 'somebody whom she does not manage');
});

test('whoever moves it asks the other; a day that was changed meanwhile is not saved over', async () => {
  const { site, people, as } = await scene();
  const [ann, sian] = [await as('ann'), await as('sian')];
  const address = await proposed(sian, people.ann);
  await ann.post(`${address}/confirm`);
  const when = { on_date: '2026-11-27', minutes: '40', version: '1' };
  assert.equal(
    (await ann.post(`${address}/arrange`, { ...when, on_date: '2026-11-28' })).status,
    422,
    'Saturday',
  );
  await ann.post(`${address}/arrange`, when);
  assert.deepEqual(await waitingOf(site, people.sian), ['appraisal.asked']);
  assert.deepEqual(await waitingOf(site, people.ann), []);
  assert.equal((await sian.post(`${address}/arrange`, { ...when, on_date: '2026-11-30' })).status, 409);
  await sian.post(`${address}/confirm`);
  await sian.post(`${address}/call-off`);
  assert.match((await ann.get(address)).text, /Called off/);
  await sian.post(`${address}/put-back`);
  assert.match((await ann.get(address)).text, /Agreed for/);
});

test('the head alone decides the order, and reads whose experience it is', async () => {
  const { as } = await scene();
  const gwen = await as('gwen');
  assert.match((await gwen.get('/appraisal/settings')).text, /one primary school/);
  assert.equal((await gwen.post('/appraisal/settings', { coaching_first: 'yes', version: '0' })).status, 303);
  assert.match((await gwen.get('/appraisal/settings')).text, /name="coaching_first" value="yes" checked/);
  assert.equal((await gwen.post('/appraisal/settings', { version: '0' })).status, 422, 'changed meanwhile');
  for (const name of ['sian', 'carys', 'elin', 'dewi'] as const)
    assert.equal((await (await as(name)).get('/appraisal/settings')).status, 403, name);
});

/** The order is on. Ann's coaching of the term runs, Tomos has none; Gwen has proposed to observe both. */
async function ordered() {
  const all = await scene();
  const gwen = await all.as('gwen');
  await gwen.post('/appraisal/settings', { coaching_first: 'yes', version: '0' });
  const { pairingId } = await all.coach('ann');
  const meeting = await all.meet(pairingId);
  return {
    ...all,
    gwen,
    meeting,
    annAt: await proposed(gwen, all.people.ann),
    tomosAt: await proposed(gwen, all.people.tomos),
  };
}

test('with the order on, the teacher is asked once their own coaching of the term is complete', async () => {
  const { site, people, as, annAt, meeting } = await ordered();
  const ann = await as('ann');
  assert.deepEqual(await waitingOf(site, people.ann), ['appraisal.proposed']);
  assert.match((await ann.get(annAt)).text, /It waits for your coaching of this term/);
  assert.equal((await ann.post(`${annAt}/confirm`)).status, 422);
  await meeting.hold();
  await runJob(site, askAfterCoachingJob);
  assert.deepEqual(await waitingOf(site, people.ann), ['appraisal.asked']);
  assert.equal((await ann.post(`${annAt}/confirm`)).status, 303);
});

test('the teacher goes ahead whenever they like', async () => {
  const { site, people, as, annAt, gwen } = await ordered();
  const ann = await as('ann');
  assert.equal((await gwen.post(`${annAt}/go-ahead`)).status, 403, 'nobody can for them');
  assert.equal((await (await as('sian')).post(`${annAt}/go-ahead`)).status, 403);
  await ann.post(`${annAt}/go-ahead`);
  assert.deepEqual(await waitingOf(site, people.ann), ['appraisal.asked']);
  assert.equal((await ann.post(`${annAt}/confirm`)).status, 303);
});

test('a teacher who is not coached is asked at once', async () => {
  const { site, people, as, tomosAt } = await ordered();
  assert.deepEqual(await waitingOf(site, people.tomos), ['appraisal.asked']);
  assert.match((await (await as('tomos')).get(tomosAt)).text, /You are asked/);
});

test('whoever proposed reads the same words, coached or not, waiting, complete or released', async () => {
  const { site, as, annAt, tomosAt, meeting } = await ordered();
  await deliver(site);
  const words = /Waiting for the teacher\. In this school the term’s coaching comes first\./;
  /** What a page says, without the ids, names and moments that differ from one observation to the next. */
  const said = async (name: 'gwen' | 'sian', address: string): Promise<string> => {
    const { text } = await (await as(name)).get(address);
    return text
      .replaceAll(address, '/here')
      .replaceAll(/Ann Puw|Tomos Bevan/g, 'the teacher')
      .replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}/g, 'id');
  };
  const pages = async () => {
    const found = [];
    for (const name of ['gwen', 'sian'] as const)
      for (const address of [annAt, tomosAt]) found.push(await said(name, address));
    return found;
  };
  const lists = async (): Promise<string[]> =>
    Promise.all(
      ['/appraisal', '/today', '/me/calendar?month=2026-11'].map(
        async (path) => (await (await as('gwen')).get(path)).text,
      ),
    );
  site.queries.length = 0;
  const [gwenOfAnn, gwenOfTomos, sianOfAnn, sianOfTomos] = await pages();
  for (const { sql } of site.queries)
    assert.doesNotMatch(sql, /pairing|coaching_meeting/, 'nobody’s coaching is asked about for them');
  assert.match(gwenOfAnn!, words);
  assert.equal(gwenOfAnn, gwenOfTomos, 'coached and not coached');
  assert.equal(sianOfAnn, sianOfTomos, 'for the line manager too');
  assert.doesNotMatch((await (await as('ann')).get(annAt)).text, words, 'Ann reads what it waits for');
  const before = [...(await pages()), ...(await lists())];
  await meeting.hold();
  await runJob(site, askAfterCoachingJob);
  assert.deepEqual([...(await pages()), ...(await lists())], before, 'nothing changes when it is complete');
  await (await as('ann')).post(`${annAt}/go-ahead`);
  await deliver(site);
  assert.deepEqual([...(await pages()), ...(await lists())], before, 'nor when she goes ahead');
});

test('the coaching of a term is none, runs, and is complete', async () => {
  const { db, site, school, people, coach, meet } = await scene();
  const held = site.clock.now;
  const term = { from: '2026-09-01', to: '2026-12-18' };
  const of = (name: keyof typeof people) =>
    coachingOfTerm(db, { organisationId: school.id, personId: people[name].personId, ...term });
  assert.equal(await of('ann'), 'none');
  const { pairingId } = await coach('ann');
  assert.equal(await of('ann'), 'running', 'nothing is booked yet');
  await meet(pairingId, { called_off_at: held });
  assert.equal(await of('ann'), 'running', 'called off alone is not coaching');
  await meet(pairingId, { held_at: held });
  assert.equal(await of('ann'), 'complete');
  const open = await meet(pairingId, { on: '2026-12-02' });
  assert.equal(await of('ann'), 'running', 'another is booked');
  await meet(pairingId, { on: addDays(term.to, 30) });
  await open.hold();
  assert.equal(await of('ann'), 'complete', 'one of the next term does not count');
  assert.equal(await of('beth'), 'none', 'the coach’s own coaching is not that which she gives');
});

test('the way from a person’s name proposes for them, also while a draft about somebody else waits', async () => {
  const { people, as } = await scene();
  const sian = await as('sian');
  const kept = await sian.post('/drafts/keep', {
    draft_key: 'formal-observation:new',
    person: people.tomos.personId,
    place: 'Room 4',
  });
  assert.equal(kept.status, 303, kept.text);
  const { text } = await sian.get(`/appraisal/observations/new?person=${people.ann.personId}`);
  assert.match(text, /value="Room 4"/);
  assert.match(text, new RegExp(`<option\\s+value="${people.ann.personId}"\\s+selected`));
});

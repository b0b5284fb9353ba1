import assert from 'node:assert/strict';
import { test } from 'node:test';
import { insertItem, principals } from '#platform/access/items.ts';
import { notify, settle } from '#platform/notices/notices.ts';
import { deliver } from '#test/deliver.ts';
import { joinCircle, makePerson } from '#test/factories.ts';
import { programmePolicy } from './programme.policy.ts';
import { type DraftSite, draftSite, numberOf, stepFields } from '#test/draft-programme.ts';

/** What people hear of a programme, and when it waits for them no more. */

const noticesOf = async ({ site }: DraftSite, personId: string) =>
  (await site.db.selectFrom('notice').select('kind').where('owner_id', '=', personId).execute()).map(
    (row) => row.kind,
  );

test('people enrolled in a draft hear of it when it is published, those enrolled later at once, each once', async () => {
  const draft = await draftSite();
  const { site, school, lena, here } = draft;
  const early = await makePerson(site.db, school, { name: 'Early Bird' });
  const late = await makePerson(site.db, school, { name: 'Late Comer' });
  const enrolled = await lena.post(`${here}/people/enrol`, { part: 'participant', people: early.personId });
  assert.equal(enrolled.said, 'One person is enrolled.');
  await deliver(draft.site);
  assert.deepEqual(await noticesOf(draft, early.personId), []);

  await lena.post(`${here}/publish`);
  await deliver(draft.site);
  assert.deepEqual(await noticesOf(draft, early.personId), ['person.enrolled']);
  assert.deepEqual(await noticesOf(draft, draft.leader.personId), []);

  await lena.post(`${here}/people/enrol`, { part: 'participant', people: [early.personId, late.personId] });
  await deliver(draft.site);
  assert.deepEqual(await noticesOf(draft, late.personId), ['person.enrolled']);
  assert.deepEqual(await noticesOf(draft, early.personId), ['person.enrolled']);
});

test('moving a step of a running programme tells its people; moving one of a draft tells nobody', async () => {
  const draft = await draftSite();
  const { site, school, lena, here } = draft;
  const petra = await makePerson(site.db, school);
  await joinCircle(site.db, school, draft.programmeId, petra, 'participant');
  const number = await numberOf(draft, 'first-seminar');
  await lena.post(
    `${here}/design/steps/${number}`,
    await stepFields(draft, number, { on_date: '2026-12-08' }),
  );
  await deliver(draft.site);
  assert.deepEqual(await noticesOf(draft, petra.personId), []);
  await lena.post(`${here}/publish`);
  await lena.post(
    `${here}/design/steps/${number}`,
    await stepFields(draft, number, { on_date: '2026-12-09' }),
  );
  await lena.post(
    `${here}/design/steps/${number}`,
    await stepFields(draft, number, { title: 'Only renamed' }),
  );
  await deliver(draft.site);
  assert.deepEqual((await noticesOf(draft, petra.personId)).toSorted(), ['person.enrolled', 'step.moved']);
  const asPetra = await site.as(petra);
  const today = async () => (await asPetra.get('/today')).text;
  assert.match(await today(), /“Only renamed” is now on Wednesday 9 December/);
  assert.match(await today(), /2 things are waiting/);
  await asPetra.get(here);
  assert.match(
    await today(),
    /One thing is waiting/,
    'whoever has seen the programme knows that they are in it',
  );
});

test('what waits in a programme is put away for who is taken out of it, and waits again however they come back', async () => {
  const draft = await draftSite();
  const { site, school, lena, here, programmeId } = draft;
  const { personId } = await makePerson(site.db, school);
  await lena.post(`${here}/publish`);
  for (const part of ['participant', 'facilitator'])
    await lena.post(`${here}/people/enrol`, { part, people: personId });
  await deliver(site);
  // A colleague in the programme shared something of their own with its facilitators, another with the person by name.
  const author = draft.leader.personId;
  const shared = async (kind: string, principal: string) => {
    const grants = [{ principal, ability: 'read' as const }];
    const item = { ownerId: author, policy: { ...programmePolicy, kind }, authorId: author, grants };
    const itemId = await insertItem(site.db, item, site.clock.now);
    const notice = { personId, fromOwner: school.id, subjectKey: kind, itemId, href: '/', dueAt: null };
    await notify(site.db, { ...notice, kind }, site.clock.now);
  };
  await shared('by-programme', principals.circle(programmeId, 'facilitator'));
  await shared('by-name', principals.person(personId));
  const waiting = async () => {
    await deliver(site);
    const rows = await site.db
      .selectFrom('notice')
      .select('kind')
      .where('owner_id', '=', personId)
      .where('done_at', 'is', null)
      .orderBy('kind')
      .execute();
    return rows.map(({ kind }) => kind);
  };
  const all = ['by-name', 'by-programme', 'person.enrolled'];
  assert.deepEqual(await waiting(), all);
  site.clock.move(60_000);
  await lena.post(`${here}/people/${personId}/leave`, { part: 'facilitator' });
  assert.deepEqual(await waiting(), all, 'they still take part');
  await lena.post(`${here}/people/${personId}/leave`, { part: 'participant' });
  assert.deepEqual(await waiting(), ['by-name']);
  site.clock.move(60_000);
  await lena.post(`${here}/people/${personId}/return?part=facilitator`);
  assert.deepEqual(await waiting(), all, 'by taking back the first of two leavings');

  site.clock.move(60_000);
  await lena.post(`${here}/people/${personId}/leave`, { part: 'facilitator' });
  assert.deepEqual(await waiting(), ['by-name']);
  const done = {
    personIds: [personId],
    fromOwner: school.id,
    kind: 'by-programme',
    subjectKey: 'by-programme',
  };
  await settle(site.db, done, site.clock.now);
  site.clock.move(24 * 3_600_000);
  const again = await site.as(draft.leader);
  await again.post(`${here}/people/enrol`, { part: 'participant', people: personId });
  assert.deepEqual(
    await waiting(),
    ['by-name', 'person.enrolled'],
    'by the form, less what was done meanwhile',
  );
});

test('what waited in a programme that became a draft waits again for who is enrolled in it once more', async () => {
  const draft = await draftSite();
  const { site, school, lena, here } = draft;
  const { personId } = await makePerson(site.db, school);
  const enrol = () => lena.post(`${here}/people/enrol`, { part: 'participant', people: personId });
  await lena.post(`${here}/publish`);
  await enrol();
  await deliver(site);
  await lena.post(`${here}/people/${personId}/leave`, { part: 'participant' });
  await lena.post(`${here}/withdraw`);
  await enrol();
  await deliver(site);
  const { done } = await site.db
    .selectFrom('notice')
    .select('done_at as done')
    .where('owner_id', '=', personId)
    .executeTakeFirstOrThrow();
  assert.equal(done, null);
});

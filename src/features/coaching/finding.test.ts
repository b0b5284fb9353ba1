import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from 'kysely';
import { insertMemberships, insertUnits } from '#features/people/index.ts';
import { makePerson, makeManager } from '#test/factories.ts';
import { scene } from './core.scene.ts';
import { selectCandidates } from './find/candidates.queries.ts';
import { kinds } from './together.ts';

const offer = { about: 'Reading aloud', places: 1, open: 'yes', version: 0 };

test('nobody offers a kind that they have not prepared for, and whoever is not open to be asked may wait with it', async () => {
  const { as, prepare, done } = await scene();
  const partner = await as('partner');
  const refused = await partner.post('/coaching/offer', { ...offer, kinds: ['mentoring'] });
  assert.match(refused.text, /Finish the preparation first for: Mentoring/);
  assert.match(refused.text, /Reading aloud/, 'what was typed comes back');
  done(await partner.post('/coaching/offer', { ...offer, kinds: ['mentoring'], open: undefined }));
  await prepare('partner');
  done(await partner.post('/coaching/offer', { ...offer, kinds: ['mentoring'], version: 1 }));
  const stale = await partner.post('/coaching/offer', {
    ...offer,
    about: 'Other',
    kinds: ['mentoring'],
    version: 1,
  });
  assert.match(stale.text, /Neither text is lost/);
});

test('those who offer and have a place free are suggested, without line managers either way; anybody is found by name', async () => {
  const { as, world, db, prepare, done, idOf } = await scene();
  await prepare('manager', 'colleague', 'facilitator');
  for (const who of ['manager', 'colleague', 'facilitator'] as const)
    done(
      await (
        await as(who)
      ).post('/coaching/offer', { ...offer, kinds: ['mentoring', 'specialist-coaching'] }),
    );
  await makeManager(db, world.school, world.people.teacher, world.people.facilitator);
  const look = (kind: (typeof kinds)[number], words = '') =>
    selectCandidates(
      db,
      { personId: idOf('teacher'), organisationId: world.school.id },
      { kind, words, page: 1, today: '2026-11-18', without: [] },
    );
  const suggested = await look('mentoring');
  assert.deepEqual(
    suggested.people.map(({ name }) => name),
    ['Huw Parry'],
  );
  assert.equal(suggested.managers, 2, 'one manages her, one is managed by her');
  const byName = await look('mentoring', 'rees');
  assert.deepEqual(
    byName.people.map(({ name, manager }) => [name, manager]),
    [['Sian Rees', true]],
    'mentoring warns and does not refuse',
  );
  assert.deepEqual((await look('specialist-coaching', 'rees')).people, []);
  assert.equal((await look('specialist-coaching', 'rees')).managers, 1);
  assert.deepEqual(
    (await look('specialist-coaching', 'amara')).people.map(({ memberKind }) => memberKind),
    ['guest'],
  );
  assert.deepEqual(
    (await look('mentoring', 'reading aloud')).people.map(({ name }) => name),
    ['Huw Parry'],
    'what somebody offers is found as well, and line managers are not suggested by it',
  );
  assert.deepEqual((await look('co-coaching', 'reading aloud')).people, []);
  assert.deepEqual((await look('co-coaching', 'cai')).people, [], 'a pupil is nobody to ask');
  assert.deepEqual((await look('co-coaching', 'ffion')).people, [], 'nor is oneself');
});

test('who teaches the same stands first, and the reason is said', async () => {
  const { as, db, world, prepare, done, idOf } = await scene();
  await prepare('colleague', 'governor');
  for (const who of ['colleague', 'governor'] as const)
    done(await (await as(who)).post('/coaching/offer', { ...offer, kinds: ['specialist-coaching'] }));
  for (const who of ['teacher', 'colleague'] as const) {
    const unit = { kind: 'class' as const, name: `5 ${who}`, subject: 'Science', yearLabel: '5' };
    const [unitId] = await insertUnits(db, world.school.id, [unit], world.at);
    const row = { unitId: unitId!, personId: idOf(who), part: 'teacher' as const };
    await insertMemberships(db, world.school.id, [row], world.at);
  }
  const { text } = await (await as('teacher')).get('/coaching/find?kind=specialist-coaching');
  assert.match(text, /Teaches Science to Year 5, as you do/);
  assert.ok(text.indexOf('Huw Parry') < text.indexOf('Ioan Griffiths'));
});

test('of many who offer, a page shows twenty and the next page the rest', async () => {
  const { as, db, world } = await scene();
  for (let n = 0; n < 23; n++) {
    const { personId } = await makePerson(db, world.school, {
      name: `Coach Number${String(n).padStart(2, '0')}`,
    });
    await sql`insert into coaching_offer
      (owner_id, person_id, kinds, about, subjects, phases, place, places, open, version, updated_at)
      values (${world.school.id}, ${personId}, '{co-coaching}', 'x', '', '', '', 2, true, 1, ${world.at})`.execute(
      db,
    );
  }
  const teacher = await as('teacher');
  const first = await teacher.get('/coaching/find?kind=co-coaching');
  assert.match(first.text, /23 people offer this/);
  assert.match(first.text, /Number19/);
  assert.doesNotMatch(first.text, /Number20/);
  assert.match((await teacher.get('/coaching/find?kind=co-coaching&page=2')).text, /Number22/);
});

test('an address that asks for nothing we know leads to the beginning, and a hostile one to nobody', async () => {
  const { as, world } = await scene();
  const teacher = await as('teacher');
  for (const query of ['', '?kind=judging', '?kind=mentoring', '?kind=mentoring&for=payment'])
    assert.equal((await teacher.get(`/coaching/find${query}`)).to, '/coaching/new');
  for (const who of [
    'not-an-id',
    crypto.randomUUID(),
    world.people['other-head'].personId,
    world.people.pupil.personId,
  ])
    assert.match((await teacher.get(`/coaching/ask?kind=co-coaching&with=${who}`)).to, /^\/coaching\/find\?/);
  const sent = await teacher.post('/coaching/ask', {
    kind: 'specialist-coaching',
    with: world.people['other-head'].personId,
    words: 'x',
  });
  assert.match(sent.text, /does not belong to the school now|Choose/);
  assert.equal(
    (await world.db.selectFrom('pairing').select('id').where('owner_id', '=', world.school.id).execute())
      .length,
    0,
  );
});

test('each kind has its page, and the three stand side by side', async () => {
  const { as } = await scene();
  const teacher = await as('teacher');
  const all = await teacher.get('/coaching/kinds');
  for (const kind of kinds) {
    assert.match(all.text, new RegExp(`/coaching/kinds/${kind}`));
    const page = await teacher.get(`/coaching/kinds/${kind}`);
    assert.match(page.text, /What it is not/);
    assert.match(page.text, /The evidence for and against it/);
    assert.match(page.text, new RegExp(`/coaching/new\\?kind=${kind}`));
  }
  assert.equal((await teacher.get('/coaching/kinds/judgementoring')).status, 404);
  const protocol = await teacher.get('/protocols/whole-school-coaching');
  assert.match(
    protocol.text,
    /\/coaching\/new\?kind=specialist-coaching&amp;rhythm=fortnightly-whole-school/,
  );
});

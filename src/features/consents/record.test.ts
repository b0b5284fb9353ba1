import assert from 'node:assert/strict';
import { test } from 'node:test';
import { giveConsent, onPaper, scene } from './consents.scene.ts';
import { consentLabel, filmedPupilsList, standingOf } from './index.ts';
import { usualUntil } from './year-end.ts';
import { composed, type Given } from '#platform/access/composed.ts';
import { Who } from '#platform/access/who.ts';
import { selectStanding } from '#platform/access/standing.ts';

const today = '2026-11-18';
const purpose = 'recording-learning';
type Scene = Awaited<ReturnType<typeof scene>>;

const standing = async ({ db, school, p5 }: Scene): Promise<Record<string, string>> =>
  Object.fromEntries(
    (await standingOf(db, { organisationId: school.id, unitId: p5, purpose, today })).map(
      ({ name, answer, until }) => [name, `${answer} ${until ?? ''}`.trim()],
    ),
  );

test('the papers of a whole class are one form: marked pupils change, the others stay, and all is undone at once', async () => {
  const stage = await scene();
  const { site, people, p5, as } = stage;
  await giveConsent(site, { pupil: people.ann, until: '2026-12-18' });
  await giveConsent(site, { pupil: people.mali });
  const office = await as('office');
  const path = `/school/consents/classes/${p5}/${purpose}`;
  const page = await office.get(path);
  assert.equal([...page.text.matchAll(/type="radio"[^>]*value="given"/g)].length, 3, 'a row for each pupil');
  const done = await office.post(path, {
    ...onPaper,
    [`answer-${people.cai.personId}`]: 'given',
    [`answer-${people.mali.personId}`]: 'refused',
    [`answer-${people.ann.personId}`]: 'as-it-is',
  });
  assert.equal(done.status, 303);
  assert.deepEqual(await standing(stage), {
    'Ann Ellis': 'given 2026-12-18',
    'Mali Rees': 'refused',
    'Cai Roberts': 'given 2027-07-23',
  });
  const said = await office.get(done.to);
  assert.match(said.text, /Written down for Class 5P: 1 given, 1 refused/);
  const undo = /action="(\/school\/consents\/recorded\/[^"]+\/undo)"/.exec(said.text)![1]!;
  assert.equal((await office.post(undo)).status, 303);
  assert.deepEqual(await standing(stage), {
    'Ann Ellis': 'given 2026-12-18',
    'Mali Rees': 'given 2027-07-23',
    'Cai Roberts': 'none',
  });
  assert.equal((await office.post(undo)).status, 422, 'what is undone is undone once');
});

test('a form that cannot be so comes back with what is wrong, and nothing is written', async () => {
  const stage = await scene();
  const { people, p5, as } = stage;
  const office = await as('office');
  const path = `/school/consents/classes/${p5}/${purpose}`;
  const marked = { ...onPaper, [`answer-${people.cai.personId}`]: 'given' };
  for (const [fields, words] of [
    [{ ...onPaper }, /Mark at least one pupil/],
    [{ ...marked, on: '2026-11-19' }, /still to come/],
    [{ ...marked, until: '2026-11-01' }, /over already/],
    [{ ...marked, until: '2028-07-23' }, /within thirteen months/],
    [{ ...marked, given_by: '', until: '2028-07-23' }, /Write who said so[^]*within thirteen months/],
  ] as const) {
    const { status, text } = await office.post(path, fields);
    assert.equal(status, 422);
    assert.match(text, words);
  }
  assert.equal((await standing(stage))['Cai Roberts'], 'none');
});

test('a new answer ends the one before it, which stays in the history', async () => {
  const stage = await scene();
  const { site, people, as, db, school } = stage;
  await giveConsent(site, { pupil: people.cai, givenBy: 'Lowri Roberts, mother' });
  const office = await as('office');
  const path = `/school/consents/pupils/${people.cai.personId}`;
  const done = await office.post(path, { ...onPaper, purpose, answer: 'refused', given_by: 'Cai' });
  assert.equal(done.status, 303);
  const { text } = await office.get(path);
  assert.match(text, /Earlier answers[^]*Lowri Roberts, mother/);
  const kept = await db
    .selectFrom('consent')
    .select(['answer', 'given_by', 'until', 'ended_at'])
    .where('owner_id', '=', school.id)
    .orderBy('created_at')
    .orderBy('id')
    .execute();
  assert.deepEqual(
    kept.map(({ ended_at, ...each }) => ({ ...each, stands: ended_at === null })),
    [
      { answer: 'given', given_by: 'Lowri Roberts, mother', until: '2027-07-23', stands: false },
      { answer: 'refused', given_by: 'Cai', until: null, stands: true },
    ],
  );
});

test('two answers cannot stand for one pupil and purpose', async () => {
  const { site, people, db } = await scene();
  await giveConsent(site, { pupil: people.cai });
  const row = await db
    .selectFrom('consent')
    .selectAll()
    .where('owner_id', '=', people.cai.organisationId)
    .executeTakeFirstOrThrow();
  await assert.rejects(
    db
      .insertInto('consent')
      .values({ ...row, id: people.cai.personId })
      .execute(),
    /consent_standing/,
  );
});

test('another room asks who may be seen, of a class or of people, in a statement of its own', async () => {
  const { site, people, db, school, p5 } = await scene();
  await giveConsent(site, { pupil: people.cai });
  await giveConsent(site, { pupil: people.mali, until: '2026-11-17' });
  await giveConsent(site, { pupil: people.ann, purpose: 'pictures-published' });
  const who = new Who(
    await selectStanding(
      db,
      { personId: people.ffion.personId, name: 'Ffion Puw', locale: 'en-GB', theme: 'auto' },
      { id: school.id, name: school.name, zone: 'Europe/London', currency: 'GBP' },
      today,
    ),
    'learning',
  );
  const ask = composed((_, { unitId, day }: Given<{ unitId: string; day: string }>) => ({
    pupils: filmedPupilsList({ organisationId: school.id, unitId, purpose, today: day }),
  }));
  const { pupils } = await ask(db, who, { unitId: p5, day: today });
  assert.deepEqual(
    pupils.map(({ name, answer, until }) => [name, answer, until]),
    [
      ['Ann Ellis', 'none', null],
      ['Mali Rees', 'lapsed', '2026-11-17'],
      ['Cai Roberts', 'given', '2027-07-23'],
    ],
  );
  const named = await standingOf(db, {
    organisationId: school.id,
    personIds: [people.ned.personId, people.ffion.personId, people.cai.personId],
    purpose,
    today,
  });
  assert.deepEqual(
    named.map(({ name, answer }) => [name, answer]),
    [
      ['Ned Hall', 'none'],
      ['Cai Roberts', 'given'],
    ],
  );
});

test('each way in which it stands has words of its own', () => {
  const words = (['given', 'refused', 'none', 'lapsed'] as const).map(consentLabel);
  assert.deepEqual(words, ['Given', 'Refused', 'No answer yet', 'Ran out']);
});

test('a consent is asked for until the end of the school year, and near that end until the end of the next', async () => {
  assert.equal(usualUntil('2027-07-23', today), '2027-07-23');
  assert.equal(usualUntil(null, today), '2027-08-31');
  assert.equal(usualUntil(null, '2027-06-30'), '2027-08-31');
  assert.equal(usualUntil(null, '2027-08-01'), '2028-08-31');
  const { site, p5, as } = await scene();
  const path = `/school/consents/classes/${p5}/${purpose}`;
  const until = async () =>
    /name="until"[^>]*value="([^"]*)"/.exec((await (await as('office')).get(path)).text)?.[1];
  assert.equal(await until(), '2027-07-23');
  // Forty days before the year ends, and the school has not written down the next.
  site.clock.set('2027-06-14T10:00:00Z');
  assert.equal(await until(), '2027-08-31');
});

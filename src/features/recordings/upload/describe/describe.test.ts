import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { test } from 'node:test';
import { giveConsent, scene } from '#features/consents/consents.scene.ts';
import { joinCircle } from '#test/factories.ts';
import type { Browser } from '#test/site.ts';

type Scene = Awaited<ReturnType<typeof scene>>;
let site: Scene['site'];
let db: Scene['db'];
let school: Scene['school'];
let people: Scene['people'];
let ffion: Browser;
let p5: string;
const circle = randomUUID();
/** A school of its own for each test. */
async function arrange(): Promise<void> {
  ({ site, db, school, people } = await scene());
  ffion = await site.as(people.ffion);
  await giveConsent(site, { pupil: people.cai });
  await giveConsent(site, { pupil: people.mali, answer: 'refused', until: null });
  for (const person of [people.ffion, people.tomos])
    await joinCircle(db, school, circle, person, 'partner', { kind: 'partnership', name: 'Ffion and Tomos' });
  p5 = await unit('Class 5P');
}
const unit = async (name: string): Promise<string> => {
  const units = db.selectFrom('unit').select('id').where('owner_id', '=', school.id);
  return (await units.where('name', '=', name).executeTakeFirstOrThrow()).id;
};

const fields = (more: Record<string, string> = {}) => ({
  title: 'Explaining fractions',
  lesson: 'Halves with paper strips',
  filmed_on: '2026-11-17',
  unit: p5,
  keep_until: '2027-05-16',
  notes_after: 'stay',
  [`pupil-${people.cai.personId}`]: 'seen',
  [`pupil-${people.mali.personId}`]: 'hidden',
  [`pupil-${people.ann.personId}`]: 'away',
  ...more,
});
const made = async (more: Record<string, string> = {}) => {
  const answer = await ffion.post('/recordings/new', fields(more));
  assert.equal(answer.status, 303, answer.text);
  const id = /recordings\/([^/]+)\/send/.exec(answer.to)![1]!;
  const row = await db
    .selectFrom('recording')
    .selectAll()
    .where('owner_id', '=', school.id)
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  const pupils = await db
    .selectFrom('recording_pupil')
    .select(['person_id as personId', 'shown', 'consent'])
    .where('owner_id', '=', school.id)
    .where('recording_id', '=', id)
    .execute();
  return { id, row, pupils };
};

test('a recording is described with those who are in it and what their families said', async () => {
  await arrange();
  const { row, pupils, id } = await made({ where: circle, others: 'A visitor from the library' });
  assert.deepEqual(
    [row.state, row.unit_id, row.circle_id, row.blur_needed, row.consent_purpose, row.others],
    ['described', p5, circle, false, 'recording-learning', 'A visitor from the library'],
  );
  assert.deepEqual(
    new Set(pupils.map(({ personId, shown, consent }) => `${personId} ${shown} ${consent}`)),
    new Set([`${people.cai.personId} seen given`, `${people.mali.personId} hidden refused`]),
  );
  const item = await db
    .selectFrom('item')
    .selectAll()
    .where('owner_id', '=', school.id)
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  assert.deepEqual(
    [item.author_id, item.excludes_managers, item.purpose],
    [people.ffion.personId, true, 'learning'],
  );
});

test('whoever has no consent and is in the picture must be blurred', async () => {
  await arrange();
  const { row } = await made({ [`pupil-${people.ann.personId}`]: 'seen' });
  assert.equal(row.blur_needed, true);
  assert.equal((await made({ unit: '', others: 'A visitor', blur_others: 'yes' })).row.blur_needed, true);
  assert.deepEqual((await made({ unit: '', only_me: 'yes' })).pupils, []);
});

test('who is in it is said on purpose, and a colleague’s class is not read by describing', async () => {
  await arrange();
  const unsaid = await ffion.post('/recordings/new', fields({ unit: '' }));
  assert.equal(unsaid.status, 422);
  assert.match(unsaid.text, /tick that it is nobody but you/);
  const tomos = await site.as(people.tomos);
  const page = await tomos.get(`/recordings/new?unit=${p5}`);
  assert.doesNotMatch(page.text, /Mali Rees|Class 5P/);
  const { status, text } = await tomos.post('/recordings/new', fields());
  assert.equal(status, 422);
  assert.match(text, /Choose a class from the list/);
  assert.doesNotMatch(text, /Mali Rees/);
});

test('of all without consent it can be said at once; whoever has one, and whoever was chosen for, is not meant', async () => {
  await arrange();
  const unsaid = { [`pupil-${people.mali.personId}`]: '', [`pupil-${people.ann.personId}`]: '' };
  const nothing = await ffion.post('/recordings/new', fields({ ...unsaid, rest: '' }));
  assert.match(nothing.text, /Say it of all at once here, or of each below: of 2 pupils/);
  assert.doesNotMatch(nothing.text, /Say whether Mali Rees/, 'once, and not for each');
  const { row, pupils } = await made({ ...unsaid, rest: 'hidden' });
  assert.equal(row.blur_needed, false);
  assert.deepEqual(
    new Set(pupils.map(({ personId, shown }) => `${personId} ${shown}`)),
    new Set([
      `${people.cai.personId} seen`,
      `${people.mali.personId} hidden`,
      `${people.ann.personId} hidden`,
    ]),
  );
  const mali = { ...unsaid, [`pupil-${people.mali.personId}`]: 'away', rest: 'seen' };
  const second = await made(mali);
  assert.equal(second.row.blur_needed, true);
  assert.ok(!second.pupils.some(({ personId }) => personId === people.mali.personId));
  const consented = await ffion.post(
    '/recordings/new',
    fields({ [`pupil-${people.cai.personId}`]: '', rest: 'hidden' }),
  );
  assert.match(consented.text, /Say whether Cai Roberts is in the recording/);
});

test('of every pupil of the class it is said, also after another class was chosen', async () => {
  await arrange();
  const page = await ffion.get(`/recordings/new?unit=${p5}`);
  for (const name of ['Cai Roberts', 'Mali Rees', 'Ann Ellis']) assert.match(page.text, new RegExp(name));
  assert.match(page.text, /2 pupils of 3 have no consent/);
  const one = await ffion.post('/recordings/new', fields({ [`pupil-${people.ann.personId}`]: '' }));
  assert.equal(one.status, 422);
  assert.match(one.text, /Say whether Ann Ellis is in the recording/);
  const office = await site.as(people.office);
  const changed = await office.post('/recordings/new', fields({ unit: await unit('Class 6R') }));
  assert.equal(changed.status, 422);
  assert.match(changed.text, /Say of each pupil of this class/);
  assert.match(changed.text, /Ned Hall/);
  assert.match(changed.text, /Halves with paper strips/);
});

test('without JavaScript the class is changed by a button, and what was typed stays', async () => {
  await arrange();
  const huw = await site.as(people.huw);
  await huw.post('/drafts/keep', { draft_key: 'recording:new', title: 'Half typed', unit: p5 });
  const page = await huw.get('/recordings/new');
  assert.match(page.text, /Half typed/);
  assert.match(page.text, /Cai Roberts/);
});

test('days, places and classes that cannot be are said at once', async () => {
  await arrange();
  const answer = await ffion.post('/recordings/new', {
    ...fields({
      title: '',
      keep_until: '2031-01-01',
      where: randomUUID(),
      unit: randomUUID(),
    }),
  });
  assert.equal(answer.status, 422);
  for (const says of [
    /Say what it is called/,
    /at most: until/,
    /Choose one from the list/,
    /Choose a class from the list/,
  ])
    assert.match(answer.text, says);
  const ahead = await ffion.post(
    '/recordings/new',
    fields({ filmed_on: '2027-03-01', keep_until: '2031-01-01' }),
  );
  assert.match(ahead.text, /Choose a day up to/);
  assert.doesNotMatch(ahead.text, /at most: until/, 'the day is mended first');
  const past = await ffion.post('/recordings/new', fields({ keep_until: '2026-11-18' }));
  assert.match(past.text, /Choose a day after today/);
});

test('only circles one is in are offered, and its steps of recordings', async () => {
  await arrange();
  const mine = await ffion.get(`/recordings/new?circle=${circle}`);
  assert.match(mine.text, new RegExp(`<option value="${circle}" selected`));
  const office = await (await site.as(people.office)).get(`/recordings/new?circle=${circle}`);
  assert.doesNotMatch(office.text, /Ffion and Tomos/);
});

test('pupils, families and guests describe nothing', async () => {
  await arrange();
  for (const person of [people.cai, people.parent, people.guest])
    assert.equal((await (await site.as(person)).get('/recordings/new')).status, 403);
});

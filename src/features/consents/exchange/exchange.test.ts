import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Browser } from '#test/site.ts';
import { giveConsent, scene } from '../consents.scene.ts';
import { standingOf } from '../index.ts';

const head = 'Name,Class,Purpose,Answer,Given by,How,On,Until';
const read = (browser: Browser, body: string, name = 'answers.csv') =>
  browser.post('/school/consents/import', {}, [{ field: 'list', name, body }]);

/** What the preview would send when it is confirmed. */
function confirmed(text: string): string {
  const value = /name="answers" value="([^"]*)"/.exec(text)?.[1] ?? '';
  return value.replaceAll('&quot;', '"').replaceAll('&#39;', "'").replaceAll('&amp;', '&');
}

const words = (text: string): string => text.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ');

const standing = async ({ db, school, p5 }: Awaited<ReturnType<typeof scene>>) =>
  Object.fromEntries(
    (
      await standingOf(db, {
        organisationId: school.id,
        unitId: p5,
        purpose: 'recording-learning',
        today: '2026-11-18',
      })
    ).map(({ name, answer }) => [name, answer]),
  );

test('a list is looked at before anything is written, rows that cannot be read are named, and all of it is undone at once', async () => {
  const stage = await scene();
  const { site, people, as } = stage;
  await giveConsent(site, { pupil: people.ann });
  const office = await as('office');
  const answer = await read(
    office,
    [
      head,
      '"Roberts, Cai",Class 5P,recording-learning,Yes,"Lowri Roberts, mother",By a form,16/11/2026,23/07/2027',
      'Mali Rees,,"Lessons, for teachers’ learning",no,Omar Rees,paper,2026-11-16,',
      'Nobody Here,,recording-learning,yes,A parent,,16/11/2026,23/07/2027',
      'Ned Hall,,recording-swimming,yes,A parent,,16/11/2026,23/07/2027',
      'Ned Hall,,recording-learning,perhaps,A parent,,16/11/2026,23/07/2027',
      'Ned Hall,,recording-learning,yes,,,16/11/2026,23/07/2027',
      'Ned Hall,,recording-learning,yes,A parent,,31/2/2026,23/07/2027',
      'Ned Hall,,recording-learning,yes,A parent,,16/11/2026,',
      'Cai Roberts,,recording-learning,no,A parent,,16/11/2026,',
      'Ann Ellis,,recording-learning,given,A parent,On paper,2026-09-07,2027-07-23',
      'Ned Hall,,recording-exemplar,,,,,',
    ].join('\n'),
  );
  assert.equal(answer.status, 200);
  const shown = words(answer.text);
  for (const expected of [
    /2 answers would be written down/,
    /1 stands already/,
    /1 row gives no answer/,
    /4 Nobody Here No pupil here has this name/,
    /5 Ned Hall “recording-swimming” is none of the purposes/,
    /6 Ned Hall “perhaps” is neither given nor refused/,
    /7 Ned Hall It does not say who gave it/,
    /8 Ned Hall We could not read the date in row 8/,
    /9 Ned Hall It does not say until when/,
    /10 Cai Roberts Row 2 says something of this pupil and purpose already/,
  ])
    assert.match(shown, expected);
  assert.deepEqual(await standing(stage), {
    'Ann Ellis': 'given',
    'Mali Rees': 'none',
    'Cai Roberts': 'none',
  });
  const done = await office.post('/school/consents/import/apply', { answers: confirmed(answer.text) });
  assert.equal(done.status, 303, words(done.text));
  assert.deepEqual(await standing(stage), {
    'Ann Ellis': 'given',
    'Mali Rees': 'refused',
    'Cai Roberts': 'given',
  });
  const undo = /action="([^"]+\/undo)"/.exec((await office.get(done.to)).text)![1]!;
  assert.equal((await office.post(undo)).status, 303);
  assert.deepEqual(await standing(stage), {
    'Ann Ellis': 'given',
    'Mali Rees': 'none',
    'Cai Roberts': 'none',
  });
});

test('where one of the answers changed meanwhile, nothing of the list is written', async () => {
  const stage = await scene();
  const { site, people, as } = stage;
  const office = await as('office');
  const { text } = await read(
    office,
    `${head}\nCai Roberts,,recording-learning,yes,A parent,,16/11/2026,23/07/2027\nMali Rees,,recording-learning,yes,A parent,,16/11/2026,23/07/2027`,
  );
  await giveConsent(site, { pupil: people.mali, answer: 'refused', givenOn: '2026-11-17' });
  const answer = await office.post('/school/consents/import/apply', { answers: confirmed(text) });
  assert.equal(answer.status, 422);
  assert.match(answer.text, /nothing of the list was/);
  assert.deepEqual(await standing(stage), {
    'Ann Ellis': 'none',
    'Mali Rees': 'refused',
    'Cai Roberts': 'none',
  });
});

test('an older list brings back nothing that was taken back or answered since', async () => {
  const stage = await scene();
  const { site, people, as, db, school } = stage;
  await giveConsent(site, { pupil: people.cai, givenOn: '2026-09-07' });
  await giveConsent(site, { pupil: people.mali, answer: 'refused', givenOn: '2026-10-01' });
  const office = await as('office');
  const { id } = await db
    .selectFrom('consent')
    .select('id')
    .where('owner_id', '=', school.id)
    .where('person_id', '=', people.cai.personId)
    .executeTakeFirstOrThrow();
  await office.post(`/school/consents/pupils/${people.cai.personId}/${id}/withdraw`, { said_by: 'Lowri' });
  const { text } = await read(
    office,
    `${head}\nCai Roberts,,recording-learning,yes,A parent,paper,2026-09-07,2027-07-23\nMali Rees,,recording-learning,yes,A parent,paper,2026-09-07,2027-07-23`,
  );
  assert.match(words(text), /It was taken back on 18 November 2026, after this answer/);
  assert.match(words(text), /A later answer stands, of 1 October 2026/);
  assert.match(words(text), /There is nothing to write down/);
});

test('our own sheet is read back and changes nothing', async () => {
  const { site, people, as } = await scene();
  await giveConsent(site, { pupil: people.cai, how: 'spoken' });
  await giveConsent(site, { pupil: people.mali, answer: 'refused' });
  const office = await as('office');
  const { text } = await office.get('/school/consents/register.csv');
  const shown = words((await read(office, text)).text);
  assert.match(shown, /2 stand already/);
  assert.match(shown, /There is nothing to write down/);
  assert.doesNotMatch(shown, /left out/);
});

test('namesakes are told apart by number or class, and never guessed', async () => {
  const { site, people, as, db, school } = await scene();
  await db.updateTable('person').set({ name: 'Cai Roberts' }).where('id', '=', people.ned.personId).execute();
  await db
    .updateTable('member')
    .set({ pupil_number: '10442' })
    .where('owner_id', '=', school.id)
    .where('person_id', '=', people.ned.personId)
    .execute();
  const office = await as('office');
  const row = (number: string, unit: string) =>
    `${number},Cai Roberts,${unit},recording-learning,yes,A parent,paper,2026-11-16,2027-07-23`;
  const tried = async (number: string, unit: string) =>
    (await read(office, `Pupil number,${head}\n${row(number, unit)}`)).text;
  assert.match(await tried('', ''), /Several pupils have this name/);
  assert.match(confirmed(await tried('10442', '')), new RegExp(people.ned.personId));
  assert.match(confirmed(await tried('', 'class 5p')), new RegExp(people.cai.personId));
  assert.equal(site.problems.length, 0);
});

test('what is no list of answers is refused in words, and a form that was tampered with writes nothing', async () => {
  const stage = await scene();
  const { people, as } = stage;
  const office = await as('office');
  for (const [body, words] of [
    ['%PDF-1.7', /is a PDF/],
    ['Surname,Forename\nPuw,Rhian', /must name the columns/],
    ['', /is empty|Choose a file/],
  ] as const) {
    const answer = await read(office, body);
    assert.equal(answer.status, 422);
    assert.match(answer.text, words);
  }
  const sent = {
    personId: people.cai.personId,
    purpose: 'recording-learning',
    answer: 'given',
    givenBy: 'A parent',
    how: 'paper',
    givenOn: '2026-11-16',
    until: '2027-07-23',
    before: '',
  };
  for (const wrong of [
    { personId: people.ffion.personId },
    { purpose: 'anything' },
    { until: null },
    { until: '2031-07-23' },
    { givenOn: '2026-02-31' },
  ]) {
    const answers = JSON.stringify([{ ...sent, ...wrong }]);
    const answer = await office.post('/school/consents/import/apply', { answers });
    assert.equal(answer.status, 422, JSON.stringify(wrong));
  }
  const answers = JSON.stringify([sent, sent]);
  assert.equal((await office.post('/school/consents/import/apply', { answers })).status, 422);
  assert.equal((await standing(stage))['Cai Roberts'], 'none');
});

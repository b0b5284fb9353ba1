import assert from 'node:assert/strict';
import { test } from 'node:test';
import { giveConsent, scene } from './consents.scene.ts';

const rows = (text: string): string[] =>
  [...text.matchAll(/<tr><th scope="row">(.*?)<\/tr>/gs)].map(([, row]) =>
    row!
      .replaceAll(/<[^>]+>/g, ' ')
      .replaceAll(/\s+/g, ' ')
      .trim(),
  );

test('the register shows who said what, how many of how many, and who has not answered yet', async () => {
  const { site, people, p5, as } = await scene();
  await giveConsent(site, { pupil: people.cai, until: '2026-12-01' });
  await giveConsent(site, { pupil: people.mali, answer: 'refused' });
  await giveConsent(site, { pupil: people.ned, until: '2026-11-17' });
  const office = await as('office');
  const all = await office.get('/school/consents?purpose=recording-learning');
  assert.match(all.text, /given 1 of 4/);
  assert.match(all.text, /refused 1/);
  assert.match(all.text, /no answer yet 1/);
  assert.match(all.text, /ran out 1/);
  assert.deepEqual(rows(all.text), [
    'Ann Ellis No answer yet',
    'Ned Hall Ran out until 17 Nov 2026',
    'Mali Rees Refused',
    'Cai Roberts Given until 1 Dec 2026',
  ]);
  const found = async (query: string) =>
    rows((await office.get(`/school/consents?purpose=recording-learning&${query}`)).text).map(
      (row) => row.split(' ')[0],
    );
  assert.deepEqual(await found('answer=none'), ['Ann']);
  assert.deepEqual(await found('answer=given'), ['Cai']);
  assert.deepEqual(await found('answer=refused'), ['Mali']);
  assert.deepEqual(await found('answer=lapsed'), ['Ned']);
  assert.deepEqual(await found('answer=soon'), ['Cai']);
  assert.deepEqual(await found(`unit=${p5}&q=rob`), ['Cai']);
  // Without a purpose, whoever has any of them unanswered.
  assert.equal(rows((await office.get('/school/consents?answer=none')).text).length, 4);
});

test('a teacher reads of their own class and writes nothing down that is given', async () => {
  const { site, people, p5, r6, as } = await scene();
  await giveConsent(site, { pupil: people.cai });
  await giveConsent(site, { pupil: people.ned });
  for (const name of ['ffion', 'huw'] as const) {
    const browser = await as(name);
    const { text } = await browser.get('/school/consents');
    assert.match(text, /Cai Roberts/);
    assert.doesNotMatch(text, /Ned Hall|Class 6R/);
    assert.doesNotMatch((await browser.get(`/school/consents?unit=${r6}`)).text, /Ned Hall/);
    assert.equal((await browser.get(`/school/consents/pupils/${people.cai.personId}`)).status, 200);
    assert.equal((await browser.get(`/school/consents/pupils/${people.ned.personId}`)).status, 404);
    assert.equal((await browser.get('/school/consents/register.csv')).status, 403);
    assert.equal((await browser.get(`/school/consents/classes/${p5}/recording-learning`)).status, 403);
    assert.match((await browser.get(`/people/units/${p5}`)).text, /Consents of these pupils/);
    assert.doesNotMatch((await browser.get(`/people/units/${r6}`)).text, /Consents of these pupils/);
  }
});

test('leaders read the whole and change nothing; colleagues without a class, governors, guests, families and pupils see nothing', async () => {
  const { site, people, p5, as, db, school } = await scene();
  await giveConsent(site, { pupil: people.cai });
  const senior = await as('senior');
  assert.match((await senior.get('/school/consents')).text, /Cai Roberts/);
  assert.match((await senior.get('/school/consents/register.csv')).text, /Cai Roberts/);
  assert.equal((await senior.get(`/school/consents/classes/${p5}/recording-learning`)).status, 403);
  assert.doesNotMatch(
    (await senior.get(`/school/consents/pupils/${people.cai.personId}`)).text,
    /Write this answer down/,
  );
  // Whoever taught the class until yesterday is a colleague of another class today.
  await db
    .updateTable('membership')
    .set({ ends_on: '2026-11-17' })
    .where('owner_id', '=', school.id)
    .where('person_id', '=', people.huw.personId)
    .execute();
  for (const name of ['huw', 'governor', 'guest', 'parent', 'cai'] as const) {
    const browser = await as(name);
    for (const path of [
      '/school/consents',
      `/school/consents?unit=${p5}`,
      `/school/consents/pupils/${people.cai.personId}`,
      '/school/consents/register.csv',
    ]) {
      const { status, text } = await browser.get(path);
      assert.ok(status === 403 || status === 404, `${name} ${path}: ${status}`);
      assert.doesNotMatch(text, /recording-learning/);
    }
  }
});

test('the sheet holds a row for each pupil and purpose, narrowed as the page is', async () => {
  const { site, people, p5, as } = await scene();
  await giveConsent(site, { pupil: people.cai, givenBy: 'Lowri Roberts, mother' });
  const { text } = await (
    await as('office')
  ).get(`/school/consents/register.csv?purpose=recording-learning&unit=${p5}&answer=given`);
  assert.deepEqual(text.replace('\uFEFF', '').trim().split('\r\n'), [
    'Pupil number,Name,Class,Purpose,Answer,Given by,How,On,Until',
    ',Cai Roberts,Class 5P,"Filmed or recorded in lessons, so that teachers learn",Given,"Lowri Roberts, mother",On paper,2026-09-07,2027-07-23',
  ]);
});

test('the letter asks each purpose by itself and names nobody', async () => {
  const { as } = await scene();
  const { text } = await (await as('tomos')).get('/school/consents/letter');
  for (const words of [
    'so that teachers learn',
    'an example',
    'outside the school',
    'newsletter',
    'no legal advice',
  ])
    assert.ok(text.includes(words), words);
  assert.doesNotMatch(text, /Ned Hall/);
});

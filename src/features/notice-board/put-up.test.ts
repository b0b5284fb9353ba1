import assert from 'node:assert/strict';
import { test } from 'node:test';
import { scene, usual } from './notice-board.scene.ts';

test('a notice is put up, read by those it is for, and gone from the board after its last day', async () => {
  const { as, putUp, site } = await scene();
  const href = await putUp('huw');
  const tomos = await as('tomos');
  const board = (await tomos.get('/notices')).text;
  assert.match(board, /Fire drill on Friday/);
  assert.match((await tomos.get(href)).text, /All staff/);
  site.clock.set('2026-11-25T08:00:00Z');
  const later = await as('tomos');
  assert.doesNotMatch((await later.get('/notices')).text, /Fire drill/);
  assert.match((await later.get(href)).text, /Its last day is over/);
});

test('what is for another day is seen by nobody before, but its author and the head', async () => {
  const { as, putUp, site } = await scene();
  const href = await putUp('huw', { from_on: '2026-11-20' });
  assert.equal((await (await as('tomos')).get(href)).status, 404);
  assert.doesNotMatch((await (await as('tomos')).get('/notices')).text, /Fire drill/);
  assert.match((await (await as('huw')).get(href)).text, /not shown yet/);
  assert.equal((await (await as('head')).get(href)).status, 200);
  site.clock.set('2026-11-20T07:00:00Z');
  assert.match((await (await as('tomos')).get('/notices')).text, /Fire drill/);
});

test('before it is put up one sees whom it reaches, and nothing is put up by looking', async () => {
  const { as, db, school } = await scene();
  const shown = await (await as('huw')).post('/notices', { ...usual, do: 'look' });
  assert.equal(shown.status, 200);
  assert.match(shown.text, /All staff: 5 staff/);
  assert.match(shown.text, /Owain Price/);
  assert.match(shown.text, /value="Fire drill on Friday"/);
  const all = await db.selectFrom('posted_notice').select('id').where('owner_id', '=', school.id).execute();
  assert.deepEqual(all, []);
});

test('what one looked at is kept as a draft, and let go when it is put up', async () => {
  const { as } = await scene();
  const huw = await as('huw');
  const sent = { ...usual, draft_key: 'posted-notice:new' };
  await huw.post('/notices', { ...sent, do: 'look' });
  assert.match((await huw.get('/notices/new')).text, /value="Fire drill on Friday"/);
  assert.equal((await huw.post('/notices', sent)).status, 303);
  assert.doesNotMatch((await huw.get('/notices/new')).text, /Fire drill on Friday/);
});

test('what cannot be is refused with words, and what was typed stays', async () => {
  const { as, p5 } = await scene();
  const huw = await as('huw');
  const refused = async (fields: Record<string, string>, words: RegExp) => {
    const answer = await huw.post('/notices', { ...usual, ...fields });
    assert.equal(answer.status, 422, JSON.stringify(fields));
    assert.match(answer.text, words);
    assert.match(answer.text, /The bell rings at ten/);
  };
  await refused({ until_on: '2026-11-17' }, /This day is over, so nobody would see it/);
  await refused({ from_on: '2026-11-17' }, /This day is over\. Today is/);
  await refused({ from_on: '2026-11-26' }, /The last day comes before the first/);
  await refused({ until_on: '2028-01-01' }, /a school year at most/);
  await refused({ to: '' }, /Say for whom it is/);
  await refused({ to: '', classes: p5 }, /who of these classes/);
  await refused({ to: '', people: 'pupil' }, /Tick the classes/);
  await refused({ sort: 'bulletin', to: 'staff' }, /read out to pupils/);
  await refused({ title: '' }, /what it is about/);
});

test('to pupils and families write those who teach them, and those who speak for the school', async () => {
  const { as, p5, r6 } = await scene();
  const tries = async (author: Parameters<typeof as>[0], fields: Record<string, string | string[]>) =>
    (await (await as(author)).post('/notices', { ...usual, to: '', ...fields })).status;
  const ofClass = (unit: string) => ({ classes: unit, people: ['pupil', 'family'] });
  assert.equal(await tries('ffion', ofClass(p5)), 303);
  assert.equal(await tries('ffion', ofClass(r6)), 422, 'a class that she does not teach');
  assert.equal(await tries('huw', ofClass(p5)), 422, 'he assists there and does not teach it');
  assert.equal(await tries('ffion', { to: 'pupil' }), 422);
  assert.equal(await tries('ffion', { years: '5', people: 'family' }), 422);
  assert.equal(
    await tries('huw', { roles: 'parent-carer' }),
    422,
    'a role by which families would be reached',
  );
  assert.equal(await tries('office', { years: '13', people: 'pupil' }), 422, 'a year that nobody is in');
  for (const voice of ['head', 'office'] as const) {
    assert.equal(await tries(voice, ofClass(r6)), 303, voice);
    assert.equal(await tries(voice, { to: ['pupil', 'family'] }), 303, voice);
    assert.equal(await tries(voice, { years: '5', people: 'pupil' }), 303, voice);
  }
  for (const other of ['cai', 'lowri', 'guest'] as const) {
    assert.equal(await tries(other, { to: 'staff' }), 403, other);
    assert.equal((await (await as(other)).get('/notices/new')).status, 403, other);
  }
});

test('a class of another school cannot be named, nor what is no class', async () => {
  const { as } = await scene();
  const { status } = await (
    await as('office')
  ).post('/notices', {
    ...usual,
    to: '',
    classes: ['01936f6e-0000-7000-8000-000000000000'],
    people: 'pupil',
  });
  assert.equal(status, 422);
  assert.equal(
    (await (await as('office')).post('/notices', { ...usual, to: '', classes: 'all', people: 'pupil' }))
      .status,
    422,
  );
});

test('a name that is long, from right to left or full of marks stands as it was written', async () => {
  const { as, putUp } = await scene();
  const title = 'إجتماع <b>الخميس</b> Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch';
  const href = await putUp('huw', { title, text: `${'ا'.repeat(900)}\n<script>alert(1)</script>` });
  const page = (await (await as('tomos')).get(href)).text;
  assert.match(page, /&lt;script&gt;/);
  assert.match(page, /dir="auto"/);
  assert.match((await (await as('tomos')).get('/notices')).text, /Read on/);
});

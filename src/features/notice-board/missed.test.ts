import assert from 'node:assert/strict';
import { test } from 'node:test';
import { scene, usual } from './notice-board.scene.ts';
import { lastIn, lastMonday } from './since.ts';

const terms = [
  { startsOn: '2026-09-01', endsOn: '2026-10-23' },
  { startsOn: '2026-11-02', endsOn: '2026-12-18' },
];

test('since I was last in goes by the days one works, and by when the school is open', () => {
  const works = (days: string[] | null, closures = [] as typeof terms) => ({ days, terms, closures });
  assert.equal(lastIn('2026-11-18', works(null)), '2026-11-17');
  assert.equal(lastIn('2026-11-18', works(['monday', 'wednesday'])), '2026-11-16');
  assert.equal(lastIn('2026-11-18', works(['wednesday'])), '2026-11-11');
  assert.equal(lastIn('2026-11-02', works(null)), '2026-10-23', 'over half-term');
  assert.equal(
    lastIn('2026-11-18', works(null, [{ startsOn: '2026-11-16', endsOn: '2026-11-17' }])),
    '2026-11-13',
  );
  assert.equal(lastIn('2026-11-18', { days: [], terms, closures: [] }), '2026-11-17');
  assert.equal(lastIn('2026-11-18', { days: null, terms: [], closures: [] }), '2026-11-17');
});

test('since Monday is this week’s, and on a Monday the one before', () => {
  assert.equal(lastMonday('2026-11-18'), '2026-11-16');
  assert.equal(lastMonday('2026-11-16'), '2026-11-09');
});

test('what came up since one last looked is new on the board, until one looks on another day', async () => {
  const { as, putUp, site } = await scene();
  await putUp('huw', { title: 'The first thing' });
  const tomos = await as('tomos');
  assert.doesNotMatch((await tomos.get('/notices')).text, /New since/, 'nobody looked before');
  site.clock.set('2026-11-20T08:00:00Z');
  await putUp('huw', { title: 'The second thing', from_on: '2026-11-20' });
  const friday = await as('tomos');
  for (const again of ['once', 'again']) {
    const { text } = await friday.get('/notices');
    assert.match(text, /New since Wednesday 18 November: one notice/, again);
  }
  site.clock.set('2026-11-23T08:00:00Z');
  assert.match((await (await as('tomos')).get('/notices')).text, /Nothing is new since Friday 20 November/);
});

test('a page that is fetched ahead is not looked at', async () => {
  const { as, putUp, site, db, people } = await scene();
  await putUp('huw');
  const tomos = await as('tomos');
  await tomos.get('/notices', { 'sec-purpose': 'prefetch' });
  const looks = () =>
    db
      .selectFrom('notice_board_look')
      .select('looked_at')
      .where('owner_id', '=', people.tomos.personId)
      .execute();
  assert.deepEqual(await looks(), []);
  await tomos.get('/notices');
  assert.deepEqual(await looks(), [{ looked_at: site.clock.now }]);
});

test('what one missed: what stands in full, what is over in a line, and what was changed since', async () => {
  const { as, putUp, site } = await scene();
  const old = await putUp('huw', { title: 'Old and changed', until_on: '2026-12-01' });
  await putUp('huw', { title: 'Old and the same', until_on: '2026-12-01' });
  await (await as('tomos')).get('/notices');
  site.clock.set('2026-11-20T08:00:00Z');
  const day = { from_on: '2026-11-20' };
  await putUp('huw', { ...day, title: 'Over by Monday', until_on: '2026-11-20' });
  await putUp('huw', { ...day, title: 'Still on', until_on: '2026-11-30' });
  await (
    await as('huw')
  ).post(`${old}/change`, {
    ...usual,
    title: 'Old and changed',
    text: 'Another text.',
    until_on: '2026-12-01',
    version: '1',
  });
  site.clock.set('2026-11-23T08:00:00Z');
  const tomos = await as('tomos');
  const page = (await tomos.get('/notices/missed?since=2026-11-19')).text;
  const [standing, over] = page.split('Over already') as [string, string];
  assert.match(standing, /Still on/);
  assert.match(standing, /Old and changed/);
  assert.doesNotMatch(page, /Old and the same/);
  assert.match(over, /Over by Monday/);
  assert.match(page, /Since I last looked, 18/);
  assert.match(page, /3 notices came up or were changed since Thursday 19 November/);
  assert.doesNotMatch((await (await as('cai')).get('/notices/missed?since=2026-11-19')).text, /Still on/);
});

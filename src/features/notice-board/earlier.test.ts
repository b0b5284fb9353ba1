import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from 'kysely';
import { scene } from './notice-board.scene.ts';

const titles = (text: string): string[] =>
  [...text.matchAll(/<bdi>(Notice[^<]*)<\/bdi>/g)].map(([, name]) => name!);

test('everything that was sent to one is found again by words, author and sort; nothing that was not', async () => {
  const { as, putUp, site, p5 } = await scene();
  await putUp('huw', { title: 'Notice of the bell' });
  await putUp('tomos', { title: 'Notice of tea', text: 'There is 100% tea.' });
  await putUp('ffion', { title: 'Notice for 5P', to: '', classes: p5, people: 'pupil' });
  const down = await putUp('huw', { title: 'Notice taken down' });
  await (await as('huw')).post(`${down}/end`);
  await putUp('huw', { title: 'Notice to come', from_on: '2027-06-01', until_on: '2027-06-02' });
  site.clock.set('2027-01-20T08:00:00Z');
  const owain = await as('owain');
  const found = async (query: string) =>
    titles((await owain.get(`/notices/earlier${query}`)).text).toSorted();
  assert.deepEqual(await found(''), ['Notice of tea', 'Notice of the bell']);
  assert.deepEqual(await found('?words=BELL'), ['Notice of tea', 'Notice of the bell'].slice(1));
  assert.deepEqual(await found('?words=100%25'), ['Notice of tea']);
  assert.deepEqual(await found('?by=rees'), ['Notice of tea']);
  assert.deepEqual(await found('?sort=bulletin'), []);
  assert.deepEqual(await found('?whose=school'), await found(''), 'only heads see all');
  const head = await as('head');
  assert.match((await head.get('/notices/earlier?whose=school')).text, /Notice for 5P/);
  assert.deepEqual(titles((await (await as('cai')).get('/notices/earlier')).text), ['Notice for 5P']);
  assert.deepEqual(titles((await (await as('huw')).get('/notices/earlier?whose=mine')).text).toSorted(), [
    'Notice of the bell',
    'Notice to come',
  ]);
});

test('of two thousand the pages are walked along an index, and no page asks more than it shows', async () => {
  const { as, db, school, insert, site } = await scene();
  for (let n = 0; n < 2000; n++) {
    const day = new Date(Date.UTC(2026, 8, 1) + Math.floor(n / 26) * 86_400_000).toISOString().slice(0, 10);
    await insert({ title: `Notice ${n}`, from_on: day, until_on: day, must_read: false });
  }
  await sql`analyze`.execute(db);
  const tomos = await as('tomos');
  await tomos.get('/today');
  site.queries.length = 0;
  const first = await tomos.get('/notices/earlier');
  assert.equal(titles(first.text).length, 25);
  assert.match(first.text, /Next page/);
  assert.equal(site.queries.length <= 2, true, String(site.queries.length));
  assert.equal(titles((await tomos.get('/notices/earlier?page=60')).text).length, 25);
  const { rows } = await sql<{ 'QUERY PLAN': string }>`explain select n.id from posted_notice n
    join item i on i.owner_id = ${school.id} and i.id = n.id and i.ended_at is null
    where n.owner_id = ${school.id} and n.from_on <= '2026-11-18'
      and exists (select 1 from audience_grant g where g.owner_id = i.owner_id and g.audience_id = i.audience_id
        and g.principal = any(${[`staff:${school.id}`]}::text[]))
    order by n.from_on desc, n.id desc limit 26`.execute(db);
  const plan = rows.map((row) => row['QUERY PLAN']).join('\n');
  assert.match(plan, /posted_notice_newest/, plan);
});

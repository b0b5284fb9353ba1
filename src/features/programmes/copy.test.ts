import assert from 'node:assert/strict';
import { test } from 'node:test';
import { draftSite } from '#test/draft-programme.ts';
import { insertClosures } from '#features/organisation/index.ts';

test('a first day that cannot be one is refused beside its field, and nothing is copied', async () => {
  const { site, school, lena, here } = await draftSite();
  const wrong: [day: string, says: RegExp][] = [
    ['', /Choose the first day/],
    ['next Monday', /We could not read this date/],
    ['2027-02-30', /We could not read this date/],
    ['2026-11-17', /This day has passed/],
    ['2025-09-08', /This day has passed/],
    ['2026-11-28', /This day is at a weekend\. Choose a school day/],
  ];
  for (const [starts_on, says] of wrong) {
    const answer = await lena.post(`${here}/copy`, { title: 'Writing together', starts_on });
    assert.equal(answer.status, 422, starts_on);
    assert.match(answer.text, says, starts_on);
    assert.match(answer.text, /name="starts_on"[^>]*aria-invalid="true"/, starts_on);
    assert.match(answer.text, /value="Writing together"/, 'what was typed is still there');
  }
  await site.db
    .updateTable('term')
    .set({ ended_at: site.clock.now })
    .where('owner_id', '=', school.id)
    .where('starts_on', '<', '2027-01-04')
    .execute();
  const early = await lena.post(`${here}/copy`, { title: 'Writing together', starts_on: '2026-11-30' });
  assert.match(early.text, /Your terms are entered from/);
  const { all } = await site.db
    .selectFrom('programme')
    .select(({ fn }) => fn.countAll<string>().as('all'))
    .where('owner_id', '=', school.id)
    .executeTakeFirstOrThrow();
  assert.equal(Number(all), 1);
});

test('a copy that begins on a closed day lays its first steps on the next day of school', async () => {
  const { site, school, lena, here } = await draftSite();
  const closed = { kind: 'holiday', name: 'Closed', startsOn: '2027-01-13', endsOn: '2027-01-13' } as const;
  await insertClosures(site.db, school.id, [closed], site.clock.now);
  assert.equal(
    (await lena.post(`${here}/copy`, { title: 'Writing together', starts_on: '2027-01-13' })).status,
    303,
  );
  const { first } = await site.db
    .selectFrom('programme_step as s')
    .innerJoin('programme as p', (join) =>
      join.onRef('p.owner_id', '=', 's.owner_id').onRef('p.id', '=', 's.programme_id'),
    )
    .select(({ fn }) => fn.min('s.on_date').as('first'))
    .where('s.owner_id', '=', school.id)
    .where('p.slug', '=', 'writing-together')
    .executeTakeFirstOrThrow();
  assert.equal(first, '2027-01-14');
});

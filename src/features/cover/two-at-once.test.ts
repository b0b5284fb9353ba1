import assert from 'node:assert/strict';
import { test } from 'node:test';
import { monday, scene, words } from './cover.scene.ts';

test('of two who keep cover and ask the same colleague at the same moment, one is told why it cannot be', async () => {
  const { as, away, ask, db, school } = await scene();
  const ffion = await away('ffion');
  const huw = await away('huw');
  for (const round of [1, 2, 3]) {
    const answers = await Promise.all([
      ask(ffion, '7A', '09:00', 'tomos', 'keeper'),
      ask(huw, '7B', '09:00', 'tomos', 'office'),
    ]);
    const [done, refused] = answers.toSorted((a, b) => a.status - b.status);
    assert.deepEqual([done!.status, refused!.status], [303, 422], `round ${round}`);
    assert.match(
      words(refused!.text),
      /Tomos Bevan already takes 7[AB] at 09:00: (Sian Rees|Dewi Jones) arranged it/,
    );
    const standing = await db
      .selectFrom('cover')
      .select('id')
      .where('owner_id', '=', school.id)
      .where('ended_at', 'is', null)
      .execute();
    assert.equal(standing.length, 1);
    await (await as('keeper')).post(`/cover/arranged/${standing[0]!.id}/undo`);
  }
});

test('of ten who arrange the same class at once one does it, and the others read who did', async () => {
  const { away, ask, db, school } = await scene();
  const absence = await away('ffion');
  const people = ['tomos', 'owain'] as const;
  const answers = await Promise.all(
    Array.from({ length: 10 }, (_, n) =>
      ask(absence, '7A', '09:00', people[n % 2]!, (['keeper', 'office', 'head'] as const)[n % 3]),
    ),
  );
  assert.equal(answers.filter(({ status }) => status === 303).length, 1);
  for (const { status, text } of answers)
    if (status !== 303) assert.match(words(text), /arranged this meanwhile for 7A at 09:00|already takes/);
  const rows = await db
    .selectFrom('cover')
    .select('id')
    .where('owner_id', '=', school.id)
    .where('ended_at', 'is', null)
    .execute();
  assert.equal(rows.length, 1);
});

test('two who take all suggestions at once: nobody has two classes at a time, and each class is taken once', async () => {
  const { as, away, db, school } = await scene();
  for (const who of ['ffion', 'huw'] as const) await away(who);
  const takes = async (who: 'keeper' | 'office') => {
    const browser = await as(who);
    const page = (await browser.get(`/cover/plan?day=${monday}`)).text;
    const take = [...page.matchAll(/name="take" value="([^"]+)" checked/g)].map(([, value]) => value!);
    return () => browser.post('/cover/plan', { day: monday, take });
  };
  const both = [await takes('keeper'), await takes('office')];
  const answers = await Promise.all(both.map((send) => send()));
  assert.deepEqual(answers.map(({ status }) => status).toSorted(), [303, 422]);
  const rows = await db
    .selectFrom('cover')
    .select(['covered_by', 'starts_at', 'unit_id'])
    .where('owner_id', '=', school.id)
    .where('ended_at', 'is', null)
    .execute();
  assert.equal(rows.length, 3);
  assert.equal(new Set(rows.map((row) => `${row.covered_by} ${row.starts_at}`)).size, 3);
});

test('a colleague who is away, teaches then or already covers is not given a class; to combine is another thing', async () => {
  const { away, ask, as, people, slot } = await scene();
  const ffion = await away('ffion');
  await away('owain');
  assert.match(words((await ask(ffion, '7A', '09:00', 'owain')).text), /Owain Price is away then/);
  assert.match(words((await ask(ffion, '7A', '09:00', 'huw')).text), /Huw Parry has a lesson then/);
  const combined = await (
    await as('keeper')
  ).post(slot(ffion, '7A', '09:00'), {
    how: 'combined',
    person: people.huw.personId,
    words: '7B',
    was: '',
  });
  assert.equal(combined.status, 303);
  assert.match(words((await (await as('huw')).get(`/cover?day=${monday}`)).text), /You take it/);
});

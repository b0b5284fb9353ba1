import assert from 'node:assert/strict';
import { test } from 'node:test';
import { insertMemberships, insertUnits } from '#features/people/index.ts';
import { makePerson } from '#test/factories.ts';
import { seeded } from '#test/random.ts';
import { startOfTests } from '#test/site.ts';
import { joins, marked, primary, stands, today } from '../registers.scene.ts';

test('sixty registers opened and saved at once, the first of the school: none is lost, none waits for good', async () => {
  const { site, db, school } = await primary();
  const classes = await Promise.all(
    Array.from({ length: 60 }, async (_, n) => {
      const [unitId] = await insertUnits(
        db,
        school.id,
        [{ kind: 'class', name: `Class ${n}` }],
        startOfTests,
      );
      const teacher = await makePerson(db, school, { name: `Teacher ${n}` });
      const pupils = await Promise.all(
        [0, 1, 2].map((each) => makePerson(db, school, { name: `Pupil ${n}-${each}`, kind: 'pupil' })),
      );
      await insertMemberships(
        db,
        school.id,
        [...joins(unitId!, 'teacher', teacher), ...joins(unitId!, 'pupil', ...pupils)],
        startOfTests,
      );
      return { unitId: unitId!, teacher, pupils };
    }),
  );
  const answers = await Promise.all(
    classes.map(async ({ unitId, teacher, pupils }) => {
      const they = await site.as(teacher);
      const at = `/registers/${today}/${unitId}/am`;
      const page = await they.get(at);
      const saved = await they.post(`${at}/save`, marked(pupils, { [pupils[1]!.name]: 'N' }));
      return [page.status, saved.status];
    }),
  );
  assert.deepEqual([...new Set(answers.map(String))], ['200,303']);
  const marks = await stands(db, school.id);
  assert.equal(Object.keys(marks).length, 180);
  assert.equal(Object.values(marks).filter((symbol) => symbol === 'N').length, 60);
  const codes = await db
    .selectFrom('attendance_code')
    .select('id')
    .where('owner_id', '=', school.id)
    .execute();
  assert.equal(codes.length, 34, 'the codes are written once');
});

test('after any order of saves and corrections each mark can be followed back to what was there before', async () => {
  const { db, school, people, at, as } = await primary();
  const pupils = [people.cai, people.mali, people.ann];
  const random = seeded(20_261_118);
  const symbols = ['/', 'L', 'N', 'I', 'M'];
  const takers = [await as('ffion'), await as('huw'), await as('officer')];
  /** What the register was after each version, by our own account. */
  const account = new Map<number, Record<string, string>>([[0, {}]]);
  let version = 0;
  for (let step = 0; step < 40; step++) {
    const wanted = Object.fromEntries(pupils.map(({ name }) => [name, random.pick(symbols)]));
    const shown = random.maybe(0.25) ? Math.max(0, version - 1) : version;
    const { status } = await random
      .pick(takers)
      .post(`${at('am')}/save`, marked(pupils, wanted, { version: String(shown) }));
    const now = await stands(db, school.id);
    if (shown !== version) {
      assert.ok(status === 409 || JSON.stringify(now) === JSON.stringify(account.get(version)));
      assert.deepEqual(now, account.get(version), 'what was begun on an older version changes nothing');
      continue;
    }
    const moved = JSON.stringify(now) !== JSON.stringify(account.get(version));
    if (moved || version === 0) version += 1;
    account.set(version, now);
    assert.deepEqual(now, Object.fromEntries(Object.entries(wanted).toSorted()));
  }
  // Back through the history, one version at a time.
  const changes = await db
    .selectFrom('register_mark_change as h')
    .innerJoin('person as p', 'p.id', 'h.pupil_id')
    .innerJoin('attendance_code as w', (join) =>
      join.onRef('w.owner_id', '=', 'h.owner_id').onRef('w.id', '=', 'h.was_code_id'),
    )
    .select(['p.name', 'h.version', 'w.symbol'])
    .where('h.owner_id', '=', school.id)
    .where('w.owner_id', '=', school.id)
    .execute();
  const state = { ...account.get(version)! };
  for (let at_ = version; at_ > 1; at_--) {
    for (const change of changes) if (change.version === at_) state[change.name] = change.symbol;
    assert.deepEqual(state, account.get(at_ - 1), `version ${at_ - 1}`);
  }
});

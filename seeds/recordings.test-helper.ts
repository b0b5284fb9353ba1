import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import type { TestContext } from 'node:test';
import type { Db } from '#platform/db/database.ts';
import type { SeededSchool } from './people.seed.ts';
import { type Kept, play, type Player } from './player.ts';

/** What stands of consents, recordings and visits with an instrument in the demo, on a Sunday in term. */
export async function recordingsOnTheirWay(
  t: TestContext,
  { db, school, kept }: { db: Db; school: SeededSchool; kept: Kept },
): Promise<void> {
  const { people } = school;
  const by = (personId: string) =>
    db
      .selectFrom('recording as r')
      .innerJoin('item as i', (join) =>
        join.onRef('i.owner_id', '=', 'r.owner_id').onRef('i.id', '=', 'r.id'),
      )
      .selectAll('r')
      .select('i.audience_id')
      .where('r.owner_id', '=', school.id)
      .where('i.owner_id', '=', school.id)
      .where('i.author_id', '=', personId)
      .orderBy('r.created_at')
      .execute();
  const lookIn = (story: (player: Player) => Promise<void>): Promise<void> =>
    play(db, school, kept, async (player) => {
      player.at(school.today, '16:30');
      await story(player);
    });

  await t.test(
    '3B: most said yes to filming for learning, one no, two nothing; fewer to examples',
    async () => {
      const those = school.pupils.filter(({ className }) => className === '3B').map(({ id }) => id);
      const answers = await db
        .selectFrom('consent')
        .select(['purpose', 'answer', 'until'])
        .where('owner_id', '=', school.id)
        .where('person_id', 'in', those)
        .execute();
      const count = (purpose: string, answer: string): number =>
        answers.filter((each) => each.purpose === purpose && each.answer === answer).length;
      assert.equal(count('recording-learning', 'given'), those.length - 3);
      assert.equal(count('recording-learning', 'refused'), 1);
      assert.ok(count('recording-exemplar', 'given') < those.length - 3);
      assert.ok(answers.every(({ answer, until }) => answer === 'refused' || until! >= school.today));
    },
  );

  await t.test(
    'Yusuf watched his film first, Bronwen twice; both are ready and the talk is open',
    async () => {
      const [film, ...more] = await by(people.yusuf!);
      assert.deepEqual(more, []);
      const { id } = film!;
      const of = (table: 'recording_view' | 'recording_watcher' | 'recording_note') =>
        db
          .selectFrom(table)
          .selectAll()
          .where('owner_id', '=', school.id)
          .where('recording_id', '=', id)
          .execute();
      const views = (await of('recording_view')) as { person_id: string; began_at: Date }[];
      assert.deepEqual(
        views.map(({ person_id }) => person_id),
        [people.bronwen, people.bronwen],
      );
      assert.ok(views.every(({ began_at }) => began_at > film!.watched_at!));
      const watchers = (await of('recording_watcher')) as { ready_at: Date | null }[];
      assert.equal(watchers.filter(({ ready_at }) => ready_at! < film!.debrief_at!).length, 2);
      const notes = (await of('recording_note')) as {
        person_id: string;
        sort: string;
        shared_at: Date | null;
      }[];
      for (const writer of [people.yusuf, people.bronwen]) {
        const theirs = notes.filter(({ person_id }) => person_id === writer);
        assert.deepEqual(theirs.map(({ sort }) => sort).toSorted(), [
          'describe',
          'describe',
          'describe',
          'judge',
        ]);
        assert.ok(theirs.every(({ shared_at }) => shared_at !== null));
      }
    },
  );

  await t.test('Bronwen plays it whole; the head, Daniel and Helen cannot open it', async () => {
    const [film] = await by(people.yusuf!);
    const there = `/recordings/${film!.id}`;
    await lookIn(async (player) => {
      const { bytes } = await player.reads('bronwen', `${there}/play`);
      assert.ok(bytes.equals(await readFile(new URL('media/lesson-talk.mp4', import.meta.url))));
      const { text } = await player.reads('bronwen', there);
      assert.match(text, /kept the question open/);
      for (const key of ['head', 'deputy', 'mentors', 'office'])
        for (const path of [there, `${there}/play`, `${there}/poster`])
          await assert.rejects(player.reads(key, path), /got 403/);
    });
  });

  await t.test('of Amina’s one waits to be blurred and sent, and nobody else hears the other', async () => {
    const [table, monday] = await by(people.amina!);
    assert.equal(table!.kind, 'audio');
    assert.equal(table!.audience_id, null);
    assert.equal(table!.blur_needed, false);
    assert.equal(monday!.state, 'described');
    assert.equal(monday!.blur_needed, true);
  });

  await t.test('Priya’s example is there for all staff but her own manager', async () => {
    const [, copy] = await by(people.cpd!);
    await lookIn(async (player) => {
      assert.match((await player.reads('yusuf', '/exemplars')).text, /five eighths/);
      await player.reads('yusuf', `/recordings/${copy!.id}/play`);
      await assert.rejects(player.reads('head', `/recordings/${copy!.id}`), /got 403/);
    });
  });

  await t.test('every recording is kept for some time yet, and those sent are ready', async () => {
    const all = await db
      .selectFrom('recording')
      .select(['keep_until as until', 'state'])
      .where('owner_id', '=', school.id)
      .execute();
    assert.ok(all.every(({ until }) => until > school.today));
    assert.deepEqual(all.map(({ state }) => state).toSorted(), [
      'described',
      'ready',
      'ready',
      'ready',
      'ready',
    ]);
  });

  await t.test('one visit was recorded with an instrument and led to practice; one is to come', async () => {
    const visits = await db
      .selectFrom('observation as o')
      .innerJoin('observation_instrument as n', (join) =>
        join.onRef('n.owner_id', '=', 'o.owner_id').onRef('n.observation_id', '=', 'o.id'),
      )
      .select(['o.id', 'o.on_date as on', 'o.done_at as done', 'n.instrument'])
      .where('o.owner_id', '=', school.id)
      .where('n.owner_id', '=', school.id)
      .orderBy('o.on_date')
      .execute();
    assert.deepEqual(
      visits.map(({ instrument, done }) => [instrument, done !== null]),
      [
        ['one-thing-tried', true],
        ['expected-and-seen', false],
      ],
    );
    assert.ok(visits[1]!.on > school.today);
    const of = (table: 'observation_entry' | 'observation_follow_up' | 'observation_evidence') =>
      db
        .selectFrom(table)
        .selectAll()
        .where('owner_id', '=', school.id)
        .where('observation_id', '=', visits[0]!.id)
        .execute();
    const entries = (await of('observation_entry')) as { kind: string }[];
    assert.deepEqual([...new Set(entries.map(({ kind }) => kind))].toSorted(), ['prompts', 'tally']);
    assert.equal((await of('observation_evidence')).length, 2);
    const begun = (await of('observation_follow_up')) as { kind: string }[];
    assert.deepEqual(
      begun.map(({ kind }) => kind),
      ['practice'],
    );
  });
}

import assert from 'node:assert/strict';
import type { TestContext } from 'node:test';
import type { Db } from '#platform/db/database.ts';
import type { SeededSchool } from './people.seed.ts';
import { type Kept, play } from './player.ts';

/** What stands in mentoring, coaching and practice of the demo, on a Sunday in term. */
export async function coachingOnItsWay(
  t: TestContext,
  { db, school, kept }: { db: Db; school: SeededSchool; kept: Kept },
): Promise<void> {
  const { people } = school;

  await t.test(
    'nine pairings go on, of each kind; one ended, one was answered with no, one waits for an answer',
    async () => {
      const pairings = await db
        .selectFrom('pairing')
        .select(['kind', 'purpose', 'agreed_at', 'ended_at', 'with_manager'])
        .where('owner_id', '=', school.id)
        .execute();
      const goOn = pairings.filter(({ agreed_at, ended_at }) => agreed_at && !ended_at);
      assert.deepEqual(goOn.map(({ kind, purpose }) => purpose ?? kind).toSorted(), [
        'challenge',
        'co-coaching',
        'induction',
        'induction',
        'progression',
        'progression',
        'progression',
        'specialist-coaching',
        'specialist-coaching',
      ]);
      assert.equal(pairings.filter(({ agreed_at, ended_at }) => agreed_at && ended_at).length, 1);
      assert.equal(pairings.filter(({ agreed_at, ended_at }) => !agreed_at && ended_at).length, 1);
      assert.equal(pairings.filter(({ agreed_at, ended_at }) => !agreed_at && !ended_at).length, 1);
      assert.ok(pairings.every(({ with_manager }) => !with_manager));
    },
  );

  await t.test('at first Bronwen began most of what she and Yusuf talked about; lately he did', async () => {
    const notes = await db
      .selectFrom('dialogue_note as n')
      .innerJoin('conversation as c', (join) =>
        join.onRef('c.owner_id', '=', 'n.owner_id').onRef('c.id', '=', 'n.conversation_id'),
      )
      .select(['c.on_date as on', 'n.initiator_id as began'])
      .where('n.owner_id', '=', school.id)
      .where('c.owner_id', '=', school.id)
      .where('n.author_id', 'in', [people.yusuf!, people.bronwen!])
      .where('n.initiator_id', 'in', [people.yusuf!, people.bronwen!])
      .orderBy('c.on_date')
      .execute();
    const shareOf = (day: string): number => {
      const then = notes.filter(({ on }) => on === day);
      return then.filter(({ began }) => began === people.yusuf).length / then.length;
    };
    assert.ok(shareOf(notes[0]!.on) < 0.5 && shareOf(notes.at(-1)!.on) > 0.5);
  });

  await t.test(
    'the guest therapist can read the one goal of Mei that is shared, and not the other',
    async () => {
      const goals = await db
        .selectFrom('item')
        .select('audience_id as audience')
        .where('owner_id', '=', people.mei!)
        .where('kind', '=', 'coaching-cycle')
        .execute();
      assert.deepEqual(goals.map(({ audience }) => audience !== null).toSorted(), [false, true]);
    },
  );

  await t.test(
    'ten answered three questions about nine relationships, so that shares can be shown',
    async () => {
      const answers = await db
        .selectFrom('relationship_pulse')
        .select(['pairing_id', 'round'])
        .where('owner_id', '=', school.id)
        .execute();
      assert.equal(answers.length, 10);
      assert.equal(new Set(answers.map(({ pairing_id }) => pairing_id)).size, 9);
      assert.equal(new Set(answers.map(({ round }) => round)).size, 1);
      await play(db, school, kept, async (player) => {
        player.at(school.today, '16:30');
        const { text } = await player.reads('mentors', '/school/coaching/trend');
        assert.match(text, /5 in 10/);
      });
    },
  );

  await t.test('of what Amina practises one thing goes by itself and one gathers dust', async () => {
    const practices = await db
      .selectFrom('practice')
      .select(['settled_at', 'touched_at'])
      .where('owner_id', '=', people.amina!)
      .execute();
    assert.equal(practices.length, 3);
    assert.equal(practices.filter(({ settled_at }) => settled_at).length, 1);
    await play(db, school, kept, async (player) => {
      player.at(school.today, '16:30');
      const { text } = await player.reads('amina', '/my-learning/practice/dusty');
      assert.match(text, /Three words from the text/);
    });
  });

  await t.test('no more than five things wait for Amina', async () => {
    const waiting = await db
      .selectFrom('notice')
      .select('kind')
      .where('owner_id', '=', people.amina!)
      .where('done_at', 'is', null)
      .execute();
    assert.ok(waiting.length <= 5, `${waiting.length} wait: ${waiting.map(({ kind }) => kind).join(', ')}`);
  });
}

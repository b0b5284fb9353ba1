import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test, type TestContext } from 'node:test';
import { testDatabase } from '#test/database.ts';
import type { Db } from '#platform/db/database.ts';
import { seedOneSchool } from './one-school.ts';
import { coachingOnItsWay } from './coaching.test-helper.ts';
import { groupsOnTheirWay, whereGroupsAre } from './groups.test-helper.ts';
import type { SeededSchool } from './people.seed.ts';
import { type Kept, keptIn, play } from './player.ts';
import { recordingsOnTheirWay } from './recordings.test-helper.ts';

interface Seeded {
  db: Db;
  school: SeededSchool;
  kept: Kept;
}

/** The school as its story leaves it on a day, with a programme in each phase of its life. */
async function seeded(now: string, t: TestContext): Promise<Seeded> {
  const atEnd = (work: () => Promise<void>): void => t.after(work);
  const { db } = await testDatabase(atEnd);
  const folder = await mkdtemp(join(tmpdir(), 'staffroom-seed-'));
  atEnd(() => rm(folder, { recursive: true, force: true }));
  const kept = keptIn(folder);
  const school = await seedOneSchool(db, { now: new Date(now), kept });
  assert.deepEqual(await phases(db, school), {
    'how-numbers-are-made': 'first cycle',
    'questions-worth-asking': 'draft',
    'reading-together': 'second cycle',
    'remembering-more': 'about to begin',
    'talk-that-teaches': 'over',
  });
  assert.deepEqual(await whereGroupsAre(db, school), {
    'fractions-in-year-4': 'cycle 1, next: Post-lesson discussion',
    'knowing-what-is-good': 'cycle 1, next: Try it in class, 3 of 3',
    'marking-that-gets-read': 'cycle 1, next: Half an hour over what pupils did',
    'waiting-for-an-answer': 'cycle 2, next: Judge it for yourself',
  });
  return { db, school, kept };
}

// Its days themselves are looked at for every day of three years in seeds/story/days.test.ts.
test('the demo school comes about by its people pressing the program’s own buttons, also past midnight in the summer holiday', async (t) => {
  // In London it is the next day already.
  await seeded('2026-08-11T23:30:00Z', t);
});

/** Where each programme is, from its days and what was pressed. */
async function phases(db: Db, school: SeededSchool): Promise<Record<string, string>> {
  const programmes = await db
    .selectFrom('programme as p')
    .select(['p.slug', 'p.published_at', 'p.closed_at'])
    .select((of) =>
      of
        .selectFrom('programme_step as s')
        .select((step) => step.fn.max('s.cycle').as('cycle'))
        .where('s.owner_id', '=', school.id)
        .whereRef('s.programme_id', '=', 'p.id')
        .where('s.on_date', '<', school.today)
        .as('cycle'),
    )
    .where('p.owner_id', '=', school.id)
    .where('p.sort', '=', 'programme')
    .execute();
  return Object.fromEntries(
    programmes.map(({ slug, published_at, closed_at, cycle }) => {
      if (!published_at) return [slug, 'draft'];
      if (closed_at) return [slug, 'over'];
      if (cycle === null) return [slug, 'about to begin'];
      return [slug, cycle === 1 ? 'first cycle' : 'second cycle'];
    }),
  );
}

test('the demo school, on a Sunday in term', async (t) => {
  const before = process.cpuUsage();
  const here = await seeded('2026-11-22T16:30:00Z', t);
  const { user, system } = process.cpuUsage(before);
  // What the clock says depends on what else the machine does; alone on two cores it takes about as long.
  const seconds = (user + system) / 1e6;
  assert.ok(seconds < 24, `seeding has become slow: ${seconds.toFixed(1)} s of the processor`);
  const inSchool = (
    table: 'attendance' | 'commitment' | 'question' | 'observation' | 'peer_assessment' | 'agreement',
  ) => here.db.selectFrom(table).selectAll().where('owner_id', '=', here.school.id).execute();

  await t.test(
    'sixty work and four hundred learn; one colleague left last summer and one came after it',
    async () => {
      const staff = await here.db
        .selectFrom('member')
        .select(['ended_at as left', 'starts_on as from'])
        .where('owner_id', '=', here.school.id)
        .where('kind', '=', 'staff')
        .execute();
      assert.equal(staff.filter(({ left }) => !left).length, 60);
      assert.equal(staff.filter(({ left }) => left).length, 1);
      assert.equal(staff.filter(({ from }) => from === '2026-09-07').length, 1);
      assert.equal(here.school.pupils.length, 400);
    },
  );

  await t.test('partners have agreed, agreed again, are about to sign, or have just been asked', async () => {
    const agreements = await inSchool('agreement');
    assert.deepEqual(agreements.map(({ version }) => version).toSorted(), [0, 1, 1, 1, 1, 1, 2]);
    assert.equal(agreements.filter(({ closed_at }) => closed_at).length, 3);
    assert.equal(
      agreements.filter(({ in_force_version, version }) => version > 0 && in_force_version === null).length,
      1,
    );
  });

  await t.test(
    'they came, promised and reported, asked and were answered, tried things and watched each other',
    async () => {
      assert.ok((await inSchool('attendance')).length > 100);
      const promises = await inSchool('commitment');
      assert.ok(
        promises.some(({ reported_at }) => reported_at) && promises.some(({ reported_at }) => !reported_at),
      );
      const questions = await inSchool('question');
      assert.equal(questions.filter(({ waiting_since }) => waiting_since).length, 1);
      const { people } = here.school;
      const tryOuts = await here.db
        .selectFrom('try_out')
        .select(['owner_id as by', 'id'])
        .where('owner_id', 'in', Object.values(people))
        .execute();
      assert.equal(tryOuts.length, 43);
      const visits = await inSchool('observation');
      assert.ok(
        visits.some(({ done_at }) => done_at) &&
          visits.some(({ accepted_at, done_at }) => accepted_at && !done_at),
      );
      assert.ok(visits.some(({ accepted_at }) => !accepted_at));
      const accounts = await inSchool('peer_assessment');
      assert.equal(accounts.filter(({ sent_at }) => sent_at).length, 6);
      assert.equal(accounts.filter(({ sent_at }) => !sent_at).length, 1);
    },
  );

  await t.test('Amina can see that the specialist and her partner read what she shared', async () => {
    const { people } = here.school;
    const log = await here.db
      .selectFrom('access_log')
      .select(['reader_id as reader', 'item_kind as kind'])
      .where('owner_id', '=', people.amina!)
      .execute();
    const read = (key: string, kind: string) =>
      log.some((row) => row.reader === people[key] && row.kind === kind);
    assert.ok(
      read('specialist', 'starting-points') && read('specialist', 'try-out') && read('gethin', 'try-out'),
    );
  });

  await groupsOnTheirWay(t, here);
  await coachingOnItsWay(t, here);
  await recordingsOnTheirWay(t, here);

  await t.test('everything that waits for somebody opens for them', async () => {
    const { db, school, kept } = here;
    const members = await db
      .selectFrom('member')
      .select('person_id as id')
      .where('owner_id', '=', school.id)
      .where('kind', 'in', ['staff', 'guest'])
      .where('ended_at', 'is', null)
      .execute();
    const ids = members.map(({ id }) => id);
    const notices = await db
      .selectFrom('notice')
      .select(['owner_id as personId', 'href'])
      .distinct()
      .where('owner_id', 'in', ids)
      .where('done_at', 'is', null)
      .execute();
    assert.ok(notices.length > 60);
    assert.deepEqual(
      notices.filter(({ href }) => !href.startsWith('/')),
      [],
    );
    const byId = {
      ...school,
      people: Object.fromEntries(notices.map(({ personId }) => [personId, personId])),
    };
    await play(db, byId, kept, async (player) => {
      player.at(school.today, '16:30');
      for (const { personId, href } of notices) await player.reads(personId, href.split('#')[0]!);
    });
  });
});

import { sql } from 'kysely';
import { joinCircle, leaveCircle } from '#platform/access/circles.ts';
import type { MemberKind } from '#platform/access/who.ts';
import type { Db } from '#platform/db/database.ts';
import { makePerson, makeSchool, type TestPerson, type TestSchool } from '#test/factories.ts';
import { type Browser, type TestSite, testSite } from '#test/site.ts';
import { insertPairing } from './insert-pairing.ts';
import { type Kind, learnerOf, type MentoringPurpose, supporterOf } from './together.ts';

interface Someone {
  personId: string;
  name: string;
}

/**
 * A pairing to which both said yes, for tests: `learner` with `supporter`, from `startsOn` to `endsOn`.
 * Answers the coaching's id, as addresses name it, and the pairing's.
 */
export async function makePairing(
  db: Db,
  school: { id: string },
  pair: {
    kind?: Kind;
    purpose?: MentoringPurpose;
    learner: Someone;
    supporter: Someone;
    startsOn?: string;
    endsOn?: string;
    everyDays?: number;
    withManager?: boolean;
  },
  now: Date,
): Promise<{ id: string; pairingId: string }> {
  const kind = pair.kind ?? 'specialist-coaching';
  const people = [
    { ...pair.learner, part: learnerOf(kind) },
    { ...pair.supporter, part: supporterOf[kind] },
  ];
  const made = await insertPairing(
    db,
    school.id,
    {
      kind,
      purpose: kind === 'mentoring' ? (pair.purpose ?? 'progression') : null,
      rhythm: { id: 'fortnightly', everyDays: pair.everyDays ?? 14, minutes: 45 },
      people,
      askedBy: pair.learner.personId,
      askedWords: '',
      withManager: pair.withManager ?? false,
    },
    now,
  );
  const circle = { ownerId: school.id, circleId: made.id };
  await leaveCircle(db, { ...circle, part: 'invited' }, pair.supporter.personId, now);
  await joinCircle(db, { ...circle, part: people[1]!.part }, [pair.supporter.personId], now);
  await sql`update pairing_person set answer = 'yes', answered_at = ${now}
    where owner_id = ${school.id} and pairing_id = ${made.pairingId}`.execute(db);
  await sql`update pairing set agreed_at = ${now}, starts_on = ${pair.startsOn ?? '2026-11-02'},
    ends_on = ${pair.endsOn ?? '2027-02-12'} where owner_id = ${school.id} and id = ${made.pairingId}`.execute(
    db,
  );
  return made;
}

export interface PairScene {
  site: TestSite;
  school: TestSchool;
  people: { ann: TestPerson; tomos: TestPerson; huw: TestPerson };
  /** The learner and the one who supports them; in co-coaching both learn. */
  ann: Browser;
  tomos: Browser;
  id: string;
  pairingId: string;
  here: string;
}

/** Ann learns and Tomos supports her, every two weeks since 2 November; Huw is a colleague. Today is Wednesday 18 November. */
export async function pairScene(
  pair: {
    kind?: Kind;
    supporter?: MemberKind;
    withManager?: boolean;
    everyDays?: number;
    endsOn?: string;
  } = {},
): Promise<PairScene> {
  const site = await testSite();
  const school = await makeSchool(site.db);
  const { supporter: kindOfSupporter = 'staff', ...more } = pair;
  const ann = await makePerson(site.db, school, { name: 'Ann Puw' });
  const tomos = await makePerson(site.db, school, { name: 'Tomos Bevan', kind: kindOfSupporter });
  const huw = await makePerson(site.db, school, { name: 'Huw Parry' });
  const made = await makePairing(
    site.db,
    school,
    { learner: ann, supporter: tomos, ...more },
    site.clock.now,
  );
  return {
    site,
    school,
    people: { ann, tomos, huw },
    ann: await site.as(ann),
    tomos: await site.as(tomos),
    ...made,
    here: `/coaching/${made.id}`,
  };
}

/** What waits for somebody, by kind. */
export const waitingOf = async ({ site }: Pick<PairScene, 'site'>, person: TestPerson): Promise<string[]> =>
  (
    await site.db
      .selectFrom('notice')
      .select('kind')
      .where('owner_id', '=', person.personId)
      .where('done_at', 'is', null)
      .orderBy('kind')
      .execute()
  ).map(({ kind }) => kind);

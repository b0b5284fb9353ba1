import { sql } from 'kysely';
import { joinCircle, leaveCircle } from '#platform/access/circles.ts';
import type { Db } from '#platform/db/database.ts';
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

import { joinCircle, makeCircle } from '#platform/access/circles.ts';
import { insertItem } from '#platform/access/items.ts';
import type { Db } from '#platform/db/database.ts';
import { newId } from '#platform/db/ids.ts';
import { coachingPolicy } from './coaching.policy.ts';
import { pairingPolicy } from './pairing.policy.ts';
import type { Kind, MentoringPurpose, Part } from './together.ts';

interface NewPairing {
  kind: Kind;
  purpose: MentoringPurpose | null;
  /** Of the catalogue, with what it says of days and minutes. */
  rhythm: { id: string; everyDays: number; minutes: number };
  people: readonly { personId: string; name: string; part: Part }[];
  askedBy: string;
  askedWords: string;
  /** One of them manages another. */
  withManager: boolean;
}

/** Somebody asks others: they are in its circle as invited until they say yes. Answers the coaching's id and the pairing's. */
export async function insertPairing(
  tx: Db,
  ownerId: string,
  asked: NewPairing,
  now: Date,
): Promise<{ id: string; pairingId: string }> {
  const [id, pairingId] = [newId(now), newId(now)];
  const learner = asked.people.find(({ part }) => part === 'learner' || part === 'co-coach')!;
  const excludesManagers = !asked.withManager;
  const ours = { ownerId, authorId: learner.personId, circleId: id, excludesManagers };
  await insertItem(tx, { ...ours, id, policy: coachingPolicy }, now);
  // A pairing says who and when, and its learner's manager may be the co-ordinator who looks after it.
  await insertItem(tx, { ...ours, id: pairingId, policy: pairingPolicy, excludesManagers: false }, now);
  const name = asked.people.map((each) => each.name).join(', ');
  await makeCircle(tx, { ownerId, id, kind: 'coaching', name, excludesManagers }, now);
  await tx
    .insertInto('pairing')
    .values({
      owner_id: ownerId,
      id: pairingId,
      circle_id: id,
      kind: asked.kind,
      purpose: asked.purpose,
      rhythm: asked.rhythm.id,
      every_days: asked.rhythm.everyDays,
      minutes: asked.rhythm.minutes,
      asked_by: asked.askedBy,
      asked_at: now,
      with_manager: asked.withManager,
      version: 1,
    })
    .execute();
  await tx
    .insertInto('coaching')
    .values({
      owner_id: ownerId,
      id,
      pairing_id: pairingId,
      asked_words: asked.askedWords,
      answers: '{}',
      version: 0,
      written_by: asked.askedBy,
      written_at: now,
    })
    .execute();
  for (const { personId, part } of asked.people) {
    const mine = personId === asked.askedBy;
    await joinCircle(tx, { ownerId, circleId: id, part: mine ? part : 'invited' }, [personId], now);
    await tx
      .insertInto('pairing_person')
      .values({
        owner_id: ownerId,
        pairing_id: pairingId,
        person_id: personId,
        part,
        asked_at: now,
        answer: mine ? 'yes' : null,
        answered_at: mine ? now : null,
      })
      .execute();
  }
  return { id, pairingId };
}

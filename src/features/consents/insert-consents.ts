import { sql } from 'kysely';
import type { Db } from '#platform/db/database.ts';
import { newId } from '#platform/db/ids.ts';
import type { Answer, How } from './consent.ts';

export interface NewConsent {
  /** The pupil. */
  personId: string;
  /** An id of catalogue/consent-purposes.json. */
  purpose: string;
  answer: Answer;
  /** Who said so: a name and what they are to the pupil, or the pupil. */
  givenBy: string;
  how: How;
  /** The day it was said, '2026-09-03'. */
  givenOn: string;
  /** The last day it is given for; null for a refusal alone, which stands until there is another answer. */
  until: string | null;
}

interface Recorded {
  /** Who writes it down. */
  recordedBy: string;
  /** One id for all that is written down at one go. */
  batchId: string;
}

/** An answer that stood until now. */
export interface Replaced {
  personId: string;
  purpose: string;
  /** It was given, not taken back, and its last day was not over. */
  wasGiven: boolean;
}

/** So many rows are written in one statement. */
const most = 1000;

/**
 * Writes answers down and ends those that stood before; answers with what was ended. One answer for each pupil and
 * purpose. Nothing is recorded here: that is `recordConsents`.
 */
export async function insertConsents(
  tx: Db,
  ownerId: string,
  consents: readonly NewConsent[],
  { recordedBy, batchId }: Recorded,
  { now, today }: { now: Date; today: string },
): Promise<Replaced[]> {
  const replaced: Replaced[] = [];
  await lockPupils(
    tx,
    ownerId,
    consents.map(({ personId }) => personId),
  );
  for (const [purpose, those] of Map.groupBy(consents, (each) => each.purpose))
    replaced.push(...(await endStanding(tx, ownerId, purpose, those, { batchId, now, today })));
  for (let from = 0; from < consents.length; from += most)
    await tx
      .insertInto('consent')
      .values(
        consents.slice(from, from + most).map((consent) => ({
          owner_id: ownerId,
          id: newId(now),
          person_id: consent.personId,
          purpose: consent.purpose,
          answer: consent.answer,
          given_by: consent.givenBy,
          how: consent.how,
          given_on: consent.givenOn,
          until: consent.answer === 'given' ? consent.until : null,
          recorded_by: recordedBy,
          batch_id: batchId,
          created_at: now,
        })),
      )
      .execute();
  return replaced;
}

/** One answer, for a story or a test. Answers the id of its batch. */
export async function insertConsent(
  tx: Db,
  ownerId: string,
  consent: NewConsent,
  recordedBy: string,
  now: Date,
): Promise<string> {
  const batchId = newId(now);
  await insertConsents(tx, ownerId, [consent], { recordedBy, batchId }, { now, today: consent.givenOn });
  return batchId;
}

/** Two who write answers for the same pupils do it one after the other. */
export const lockPupils = (tx: Db, ownerId: string, personIds: readonly string[]): Promise<unknown> =>
  sql`select m.person_id from member m
    where m.owner_id = ${ownerId} and m.person_id = any(${[...new Set(personIds)]}::uuid[])
    order by m.person_id for update`.execute(tx);

async function endStanding(
  tx: Db,
  ownerId: string,
  purpose: string,
  those: readonly NewConsent[],
  { batchId, now, today }: { batchId: string; now: Date; today: string },
): Promise<Replaced[]> {
  const rows = await tx
    .updateTable('consent')
    .set({ ended_at: now, ended_by_batch: batchId })
    .where('owner_id', '=', ownerId)
    .where('purpose', '=', purpose)
    .where(
      'person_id',
      'in',
      those.map(({ personId }) => personId),
    )
    .where('ended_at', 'is', null)
    .returning(['person_id', 'answer', 'until', 'withdrawn_at'])
    .execute();
  return rows.map((row) => ({ personId: row.person_id, purpose, wasGiven: stoodGiven(row, today) }));
}

/** Whether a row allowed something on this day. */
export const stoodGiven = (
  row: { answer: string; until: string | null; withdrawn_at: Date | null },
  today: string,
): boolean => row.answer === 'given' && row.withdrawn_at === null && row.until !== null && row.until >= today;

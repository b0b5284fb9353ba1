import { sql } from 'kysely';
import { z } from 'zod';
import { current } from '#platform/access/current.ts';
import { today as todayIn } from '#platform/calendar/dates.ts';
import { instantAt } from '#platform/calendar/local-time.ts';
import type { Db } from '#platform/db/database.ts';
import { told } from '#platform/jobs/handler.ts';
import { notify } from '#platform/notices/notices.ts';
import { settleMatter } from '#platform/notices/settle-matter.ts';
import { pupilHref } from '../consent.ts';
import { consentKeepers } from '../consents.access.ts';
import { answersPath } from './addresses.ts';
import { askedNotice, differNotice } from './asking.notices.ts';
import { selectAskedPeople } from './asking.queries.ts';

interface StandingRound {
  zone: string;
  answerBy: string;
  until: string;
  endedAt: Date | null;
}

async function selectRound(db: Db, owner: string, id: string): Promise<StandingRound | undefined> {
  const { rows } = await sql<StandingRound>`
    select o.time_zone as zone, r.answer_by as "answerBy", r.until, r.ended_at as "endedAt"
    from consent_round r join organisation o on o.id = ${owner}
    where r.owner_id = ${owner} and r.id = ${id}`.execute(db);
  return rows[0];
}

/** Makes the lists of those who are asked say what they have yet to answer. Told twice, it comes to the same. */
async function settleRound(db: Db, owner: string, id: string, now: Date): Promise<void> {
  const round = await selectRound(db, owner, id);
  if (!round) return;
  const today = todayIn(now, round.zone);
  const stands = round.endedAt === null && round.until >= today;
  const asked = await selectAskedPeople(db, owner, id, today);
  await settleMatter(
    db,
    { fromOwner: owner, itemId: id, personIds: asked.map(({ personId }) => personId), kinds: [askedNotice] },
    stands
      ? asked
          .filter(({ isDone }) => !isDone)
          .map(({ personId }) => ({
            personId,
            kind: askedNotice,
            subjectKey: id,
            href: answersPath,
            dueAt: instantAt(round.answerBy, '20:00', round.zone),
          }))
      : [],
    now,
  );
}

const settleAsked = told(
  ['consent-round.begun', 'consent-round.ended'],
  z.object({ itemId: z.uuid() }),
  ({ ownerId, body: { itemId } }, { db, now }) => settleRound(db, ownerId, itemId, now()),
);

/** Whoever has answered is asked no more; where two differ, the office looks at the child. */
const settleAnswered = told(
  'consent.answered',
  z.object({ roundId: z.uuid(), personId: z.uuid(), differ: z.array(z.string()) }),
  async ({ ownerId, id, body: { roundId, personId, differ } }, { db, now }) => {
    await settleRound(db, ownerId, roundId, now());
    if (differ.length === 0) return;
    for (const keeper of await selectKeepers(db, ownerId, now()))
      await notify(
        db,
        {
          personId: keeper,
          fromOwner: ownerId,
          kind: differNotice,
          subjectKey: id,
          itemId: personId,
          href: pupilHref(personId),
          dueAt: null,
        },
        now(),
      );
  },
);

async function selectKeepers(db: Db, owner: string, now: Date): Promise<string[]> {
  const { rows } = await sql<{ personId: string }>`
    select m.person_id as "personId" from member m join organisation o on o.id = ${owner}
    where m.owner_id = ${owner} and m.kind = 'staff'
      and ${current('m', sql`(${now}::timestamptz at time zone o.time_zone)::date`)} and exists (
        select 1 from appointment a where a.owner_id = ${owner} and a.person_id = m.person_id
          and a.role = any(${[...consentKeepers]}::text[])
          and ${current('a', sql`(${now}::timestamptz at time zone o.time_zone)::date`)})`.execute(db);
  return rows.map(({ personId }) => personId);
}

export const askingHandlers = [settleAsked, settleAnswered];

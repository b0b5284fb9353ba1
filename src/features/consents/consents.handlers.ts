import { sql } from 'kysely';
import { z } from 'zod';
import { current } from '#platform/access/current.ts';
import { today as todayIn } from '#platform/calendar/dates.ts';
import type { Db } from '#platform/db/database.ts';
import { told } from '#platform/jobs/handler.ts';
import { notify } from '#platform/notices/notices.ts';
import { settleMatter } from '#platform/notices/settle-matter.ts';
import { pupilHref } from './consent.ts';
import { consentKeepers } from './consents.access.ts';
import { takenBackNotice } from './notices.ts';
import { standingOf } from './standing.ts';

/**
 * Where a consent that stood is taken back or refused, those who teach the pupil are told to look before they film or
 * show anything, and those who keep the register where a teacher wrote it down. Where it stands again, nothing waits.
 * Worked out from how it stands now, so that told twice, or late, it comes to the same.
 */
const tellTeachers = told(
  ['consent.withdrawn', 'consent.refused', 'consent.given'],
  z.object({
    personId: z.uuid(),
    purpose: z.string(),
    /** Of a refusal: whether a consent stood before it. */
    wasGiven: z.boolean().optional(),
    actorId: z.uuid().nullable(),
  }),
  async ({ ownerId, id, kind, body: { personId, purpose, wasGiven, actorId } }, { db, now }) => {
    if (wasGiven === false) return;
    const at = now();
    const today = todayIn(at, await zoneOf(db, ownerId));
    const asked = { organisationId: ownerId, personIds: [personId], purpose, today };
    const [pupil] = await standingOf(db, asked);
    const concerned = await selectConcerned(db, ownerId, personId, today);
    if (kind === 'consent.given' || pupil?.answer === 'given') {
      // One notice too many is read and gone; while anything of the pupil is refused, none is taken away.
      if (await hasRefusal(db, ownerId, personId)) return;
      return settleMatter(
        db,
        {
          fromOwner: ownerId,
          itemId: personId,
          personIds: concerned.map((each) => each.personId),
          kinds: [takenBackNotice],
        },
        [],
        at,
      );
    }
    if (pupil === undefined) return;
    const actorKeeps = concerned.some((each) => each.keeps && each.personId === actorId);
    for (const each of concerned)
      if (each.personId !== actorId && (each.teaches || !actorKeeps))
        await notify(
          db,
          {
            personId: each.personId,
            fromOwner: ownerId,
            kind: takenBackNotice,
            subjectKey: id,
            itemId: personId,
            href: pupilHref(personId),
            dueAt: null,
          },
          at,
        );
  },
);

/** Whether anything stands for the pupil that was refused or taken back. */
const hasRefusal = async (db: Db, ownerId: string, personId: string): Promise<boolean> =>
  (await db
    .selectFrom('consent')
    .select('id')
    .where('owner_id', '=', ownerId)
    .where('person_id', '=', personId)
    .where('ended_at', 'is', null)
    .where((row) => row.or([row('answer', '=', 'refused'), row('withdrawn_at', 'is not', null)]))
    .limit(1)
    .executeTakeFirst()) !== undefined;

const zoneOf = async (db: Db, organisationId: string): Promise<string> =>
  (
    await db
      .selectFrom('organisation')
      .select('time_zone')
      .where('id', '=', organisationId)
      .executeTakeFirstOrThrow()
  ).time_zone;

interface Concerned {
  personId: string;
  /** Teaches or assists in a class the pupil is in. */
  teaches: boolean;
  /** Keeps the register. */
  keeps: boolean;
}

/** Staff who teach the pupil or keep the register, today. */
async function selectConcerned(
  db: Db,
  ownerId: string,
  pupilId: string,
  today: string,
): Promise<Concerned[]> {
  const { rows } = await sql<Concerned>`
    select * from (
      select m.person_id as "personId",
        exists (select 1 from membership mine
          join membership theirs on theirs.owner_id = ${ownerId} and theirs.unit_id = mine.unit_id
            and theirs.person_id = ${pupilId} and theirs.part = 'pupil' and ${current('theirs', today)}
          join unit u on u.owner_id = ${ownerId} and u.id = mine.unit_id and u.ended_at is null
          where mine.owner_id = ${ownerId} and mine.person_id = m.person_id
            and mine.part in ('teacher', 'assistant') and ${current('mine', today)}) as teaches,
        exists (select 1 from appointment a where a.owner_id = ${ownerId} and a.person_id = m.person_id
          and a.role = any(${[...consentKeepers]}::text[]) and ${current('a', today)}) as keeps
      from member m where m.owner_id = ${ownerId} and m.kind = 'staff' and ${current('m', today)}) s
    where s.teaches or s.keeps
    order by s."personId"`.execute(db);
  return rows;
}

export const consentHandlers = [tellTeachers];

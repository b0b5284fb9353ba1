import { sql } from 'kysely';
import { z } from 'zod';
import { principals } from '#platform/access/items.ts';
import type { Db } from '#platform/db/database.ts';
import { told } from '#platform/jobs/handler.ts';
import { bringBack, putAway, selectMatters } from '#platform/notices/put-away.ts';

const about = z.object({ itemId: z.uuid(), personId: z.uuid() });

/** Somebody was taken out of a part of a programme. When no part is left to them, nothing of it waits for them. */
const putAwayWhatWaits = told('person.left', about, async ({ ownerId, createdAt, body }, { db }) => {
  const place = { ownerId, circleId: body.itemId, personId: body.personId };
  if (!(await isIn(db, place))) await putAway(db, place, await selectItems(db, place), createdAt);
});

/** They are in it again, by the list of people or by taking back: what waited then waits again. */
const bringBackWhatWaited = told('person.enrolled', about, async ({ ownerId, body }, { db }) => {
  const place = { ownerId, circleId: body.itemId, personId: body.personId };
  if (await isIn(db, place)) await bringBack(db, place);
});

export const putAwayHandlers = [putAwayWhatWaits, bringBackWhatWaited];

interface Place {
  ownerId: string;
  /** The programme, of which the circle is that of its people. */
  circleId: string;
  personId: string;
}

async function isIn(db: Db, { ownerId, circleId, personId }: Place): Promise<boolean> {
  const found = await db
    .selectFrom('circle_member')
    .select('id')
    .where('owner_id', '=', ownerId)
    .where('circle_id', '=', circleId)
    .where('person_id', '=', personId)
    .where('ends_at', 'is', null)
    .executeTakeFirst();
  return found !== undefined;
}

/**
 * Of what somebody has notices about: what belongs to the programme, and what others of it share with the
 * programme and with nobody else by whom this person could still reach it.
 */
async function selectItems(db: Db, { ownerId, circleId, personId }: Place): Promise<string[]> {
  const itemIds = await selectMatters(db, personId);
  const whole = principals.circle(circleId);
  const { rows } = await sql<{ id: string }>`
    select i.id from item i
    where i.owner_id = ${ownerId} and i.circle_id = ${circleId} and i.id = any(${itemIds}::uuid[])
    union all
    select i.id from circle_member c join item i on i.owner_id = c.person_id
    where c.owner_id = ${ownerId} and c.circle_id = ${circleId} and c.person_id <> ${personId}
      and i.id = any(${itemIds}::uuid[])
      and not exists (select 1 from audience_grant g where g.owner_id = i.owner_id and g.audience_id = i.audience_id
        and not (g.principal = ${whole} or g.principal like ${`${whole}:%`}
          or (g.principal like 'person:%' and g.principal <> ${principals.person(personId)})))`.execute(db);
  return rows.map(({ id }) => id);
}

import { sql } from 'kysely';
import { leaveCircle } from '#platform/access/circles.ts';
import { today } from '#platform/calendar/dates.ts';
import { transaction } from '#platform/db/transaction.ts';
import type { Services } from '#platform/http/context.ts';
import { beginOrEnd } from '../answer/begin-or-end.ts';
import { lockPairing, selectTogether } from '../together.queries.ts';
import { partOf, presentIn, stateOf } from '../together.ts';

/**
 * Somebody has left the school: they leave what they were in, and it ends where too few are left. Those who stay keep
 * what was written. Answers the coachings it touched, also when told again.
 */
export async function memberLeft(
  { db, now }: Pick<Services, 'db' | 'now'>,
  ownerId: string,
  personId: string,
): Promise<string[]> {
  const at = now();
  const { rows } = await sql<{ id: string; zone: string }>`
    select p.circle_id as id, o.time_zone as zone from pairing_person x
    join pairing p on p.owner_id = x.owner_id and p.id = x.pairing_id
    join organisation o on o.id = p.owner_id
    where x.owner_id = ${ownerId} and p.owner_id = ${ownerId} and x.person_id = ${personId}
      and not exists (select 1 from member m where m.owner_id = ${ownerId} and m.person_id = ${personId}
        and m.ended_at is null)`.execute(db);
  for (const { id, zone } of rows)
    await transaction(db, async (tx) => {
      await lockPairing(tx, ownerId, id);
      const together = await selectTogether(tx, ownerId, id);
      const member = together && presentIn(together).find((each) => each.personId === personId);
      if (!together || !member || stateOf(together) === 'ended') return;
      await tx
        .updateTable('pairing_person')
        .set({ left_at: at })
        .where('owner_id', '=', ownerId)
        .where('pairing_id', '=', together.pairingId)
        .where('person_id', '=', personId)
        .execute();
      const part = member.answer === null ? 'invited' : partOf(together, personId)!;
      await leaveCircle(tx, { ownerId, circleId: id, part }, personId, at);
      const people = together.people.map((each) =>
        each.personId === personId ? { ...each, leftAt: at } : each,
      );
      await beginOrEnd({ tx, now: at, today: today(at, zone) }, { ...together, people });
    });
  return rows.map(({ id }) => id);
}

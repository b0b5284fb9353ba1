import { newId } from '#platform/db/ids.ts';
import type { Change } from '#platform/http/context.ts';
import type { HeldRegister } from './save-marks.ts';
import type { OpenRegister } from './register.queries.ts';

export interface Held extends HeldRegister {
  takenAt: Date | null;
}

/** Holds the row of a register until the transaction ends, making it where there is none. */
export async function holdRegister(
  { tx, organisationId, now }: Change,
  register: OpenRegister,
): Promise<Held> {
  await tx
    .insertInto('register')
    .values({
      owner_id: organisationId,
      id: newId(now),
      on_date: register.on,
      unit_id: register.unitId,
      slot: register.slot,
      session: register.session,
      period_name: register.periodName,
      starts_at: register.startsAt,
      ends_at: register.endsAt,
      subject: register.subject,
      taken_by: null,
      taken_at: null,
      version: 0,
      created_at: now,
    })
    .onConflict((conflict) => conflict.columns(['owner_id', 'on_date', 'unit_id', 'slot']).doNothing())
    .execute();
  return tx
    .selectFrom('register')
    .select(['id', 'version', 'taken_at as takenAt'])
    .where('owner_id', '=', organisationId)
    .where('on_date', '=', register.on)
    .where('unit_id', '=', register.unitId)
    .where('slot', '=', register.slot)
    .forUpdate()
    .executeTakeFirstOrThrow();
}

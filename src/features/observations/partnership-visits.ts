import { type Expression, type RawBuilder, sql } from 'kysely';
import type { Db } from '#platform/db/database.ts';
import type { Change } from '#platform/http/context.ts';
import { insertObservation } from './insert-observation.ts';

/** An observation that the people of a partnership agreed, as its agreement lists it. Moments are ISO 8601. */
export interface PartnershipVisit {
  id: string;
  /** The row of the agreement's text that planned it; null for one agreed beside the text. */
  planId: string | null;
  observerId: string;
  observedId: string;
  /** '2026-11-25' */
  on: string;
  /** '10:15', or null while no time is settled. */
  at: string | null;
  place: string;
  doneAt: string | null;
  calledOffAt: string | null;
  createdAt: string;
  changedAt: string;
  /** Until the observed teacher takes it away. */
  open: boolean;
}

/**
 * What was agreed in a partnership, by day, as JSON: a part of a larger statement. When, where and who alone; what it
 * is about is on its own page. Those agreed beside the text are for the two who agreed them.
 */
export const partnershipVisitsJson = (
  ownerId: string,
  circleId: Expression<unknown>,
): RawBuilder<PartnershipVisit[] | null> => sql`(
  select json_agg(json_build_object('id', v.id, 'planId', v.plan_id, 'observerId', v.observer_id,
      'observedId', v.observed_id, 'on', v.on_date, 'at', v.starts_at, 'place', v.place, 'doneAt', v.done_at,
      'calledOffAt', v.called_off_at, 'createdAt', v.created_at, 'changedAt', v.changed_at, 'open', vi.ended_at is null)
    order by v.on_date, v.starts_at, v.id)
  from observation v join item vi on vi.owner_id = v.owner_id and vi.id = v.id
  where v.owner_id = ${ownerId} and vi.owner_id = ${ownerId} and v.circle_id = ${circleId} and v.accepted_at is not null)`;

/** A visit as a text that everybody signed has it. `id` is that of its row in the text. */
export interface PlannedVisit {
  id: string;
  observerId: string;
  observedId: string;
  on: string;
  at: string | null;
  place: string;
}

/** How long a visit takes while nobody has said, in minutes. */
const usualMinutes = 60;

/** Everybody has signed that this visit takes place: it stands in both calendars, and has its page to prepare it. */
export async function planVisit(change: Change, circleId: string, visit: PlannedVisit): Promise<void> {
  const { id: planId, observerId, observedId, on, at, place } = visit;
  const id = await insertObservation(change, {
    circleId,
    planId,
    kind: 'peer',
    observerId,
    observedId,
    proposedBy: observedId,
    on,
    startsAt: at,
    minutes: usualMinutes,
    place,
    pupils: '',
    focus: '',
    accepted: true,
  });
  await tell(change, 'observation.planned', circleId, id);
}

/** The text that everybody signed has another day, time or place for it. */
export async function movePlannedVisit(
  change: Change,
  circleId: string,
  id: string,
  { on, at, place }: Pick<PlannedVisit, 'on' | 'at' | 'place'>,
): Promise<void> {
  await change.tx
    .updateTable('observation')
    .set((was) => ({
      on_date: on,
      starts_at: at,
      place,
      changed_at: change.now,
      version: was('version', '+', 1),
    }))
    .where('owner_id', '=', change.organisationId)
    .where('circle_id', '=', circleId)
    .where('id', '=', id)
    .execute();
  await tell(change, 'observation.moved', circleId, id);
}

/** The text that everybody signed has it no more, or with other people: it is called off. */
export async function dropPlannedVisit(change: Change, circleId: string, id: string): Promise<void> {
  await change.tx
    .updateTable('observation')
    .set({ plan_id: null, called_off_at: change.now, changed_at: change.now })
    .where('owner_id', '=', change.organisationId)
    .where('circle_id', '=', circleId)
    .where('id', '=', id)
    .execute();
  await tell(change, 'observation.called-off', circleId, id);
}

const tell = (change: Change, kind: string, circleId: string, itemId: string): Promise<string> =>
  change.record({ kind, itemId, body: { circleId, observationId: itemId }, tell: true });

/**
 * Calls off what is still to take place in a partnership (`from` null, `to` the moment), or puts back what was called
 * off at a moment (`from` that moment, `to` null). Reminders follow when the partnership tells what happened.
 * @param which `personId`: only what this person takes part in; `since`: only from this day on
 */
export async function setVisitsOff(
  tx: Db,
  { ownerId, circleId }: { ownerId: string; circleId: string },
  which: { personId?: string; since?: string },
  { from, to, now }: { from: Date | null; to: Date | null; now: Date },
): Promise<void> {
  const { personId, since } = which;
  await tx
    .updateTable('observation')
    .set({ called_off_at: to, changed_at: now })
    .where('owner_id', '=', ownerId)
    .where('circle_id', '=', circleId)
    .where('done_at', 'is', null)
    .where('declined_at', 'is', null)
    .where('called_off_at', from ? '=' : 'is', from)
    .$if(since !== undefined, (visits) => visits.where('on_date', '>=', since!))
    .$if(personId !== undefined, (visits) =>
      visits.where((visit) =>
        visit.or([visit('observer_id', '=', personId!), visit('observed_id', '=', personId!)]),
      ),
    )
    .execute();
}

import { z } from 'zod';
import { Refused, Stale } from '#platform/errors.ts';
import type { Change } from '#platform/http/context.ts';
import { version } from '#platform/http/input.ts';
import { action, see } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { arrangeObservationPage } from './arrange-observation.page.ts';
import { observationPolicy } from './observation.policy.ts';
import { selectObservation } from './observation.queries.ts';
import { type Observation, observationHref, stateOf } from './observation.ts';
import { whyNotPlanned } from './observation-day.ts';
import { openIn } from './open-observation.ts';
import { whenInput } from './propose-observation.action.ts';

const movedKind = 'observation.moved';

/** Saves what was arranged. Throws `Stale` when the other of the two changed it meanwhile. */
export const arrangeObservation = action('/observations/:observation/arrange', {
  purpose: 'learning',
  access: observationPolicy,
  page: arrangeObservationPage,
  input: z.object({ ...whenInput, version: version() }),
  async run(change, { version: shown, ...when }) {
    const { observation } = await openIn(change, ['proposed', 'agreed']);
    const { ownerId, id } = observation;
    // What both agreed to may have been earlier than planned.
    const from = stateOf(observation) === 'agreed' ? when.on_date : change.today;
    const why = whyNotPlanned(when.on_date, from, [observation.on]);
    if (why !== undefined) throw new Refused({ on_date: why });
    const saved = await change.tx
      .updateTable('observation')
      .set({ ...when, version: shown + 1, changed_at: change.now })
      .where('owner_id', '=', ownerId)
      .where('id', '=', id)
      .where('version', '=', shown)
      .executeTakeFirst();
    if (saved.numUpdatedRows === 0n)
      throw await staleFor(change, (await selectObservation(change.tx, ownerId, id))!);
    await change.record({
      kind: movedKind,
      itemId: id,
      body: { circleId: observation.circleId },
      tell: true,
    });
    return see(observationHref(observation), t('Saved. Both calendars follow.'));
  },
});

/** Who moved it last stands in what was recorded. */
async function staleFor(change: Change, current: Observation): Promise<Stale> {
  const moved = await change.tx
    .selectFrom('event as e')
    .innerJoin('person as p', 'p.id', 'e.actor_id')
    .select(['p.id as writerId', 'p.name as writtenBy', 'e.at as writtenAt'])
    .where('e.owner_id', '=', current.ownerId)
    .where('e.item_id', '=', current.id)
    .where('e.kind', '=', movedKind)
    .orderBy('e.at', 'desc')
    .limit(1)
    .executeTakeFirst();
  return new Stale({
    version: current.version,
    ...(moved ?? { writerId: null, writtenBy: t('Somebody'), writtenAt: current.changedAt }),
    fields: [
      { name: 'on_date', label: t('Day'), text: current.on },
      { name: 'starts_at', label: t('Time it begins'), text: current.startsAt ?? '' },
      { name: 'minutes', label: t('How long, in minutes'), text: String(current.minutes) },
      { name: 'place', label: t('Where'), text: current.place },
      { name: 'pupils', label: t('Which pupils'), text: current.pupils },
      { name: 'focus', label: t('What to look for'), text: current.focus },
    ],
  });
}

import { z } from 'zod';
import { Stale } from '#platform/errors.ts';
import { version } from '#platform/http/input.ts';
import { action, see } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { arrangeObservationPage } from './arrange-observation.page.ts';
import { observationPolicy } from './observation.policy.ts';
import { selectObservation } from './observation.queries.ts';
import { type Observation, observationHref } from './observation.ts';
import { openIn } from './open-observation.ts';
import { whenInput } from './propose-observation.action.ts';

/** Saves what was arranged. Throws `Stale` when the other of the two changed it meanwhile. */
export const arrangeObservation = action('/observations/:observation/arrange', {
  purpose: 'learning',
  access: observationPolicy,
  page: arrangeObservationPage,
  input: z.object({ ...whenInput, version: version() }),
  async run(change, { version: shown, ...when }) {
    const { observation } = await openIn(change, ['proposed', 'agreed']);
    const { ownerId, id } = observation;
    const saved = await change.tx
      .updateTable('observation')
      .set({ ...when, version: shown + 1, changed_at: change.now })
      .where('owner_id', '=', ownerId)
      .where('id', '=', id)
      .where('version', '=', shown)
      .executeTakeFirst();
    if (saved.numUpdatedRows === 0n)
      throw staleFor((await selectObservation(change.tx, ownerId, id))!, change.who.personId);
    await change.record({
      kind: 'observation.moved',
      itemId: id,
      body: { circleId: observation.circleId },
      tell: true,
    });
    return see(observationHref(observation), t('Saved. Both calendars follow.'));
  },
});

/** Only the two change it, so whoever it was, it was the other, or oneself in another tab. */
const staleFor = (current: Observation, me: string): Stale =>
  new Stale({
    version: current.version,
    writtenBy: current.observedId === me ? current.observer : current.observed,
    writtenAt: current.changedAt,
    fields: [
      { name: 'on_date', label: t('Day'), text: current.on },
      { name: 'starts_at', label: t('Time it begins'), text: current.startsAt ?? '' },
      { name: 'minutes', label: t('How long, in minutes'), text: String(current.minutes) },
      { name: 'place', label: t('Where'), text: current.place },
      { name: 'pupils', label: t('Which pupils'), text: current.pupils },
      { name: 'focus', label: t('What to look for'), text: current.focus },
    ],
  });

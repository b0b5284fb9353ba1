import { z } from 'zod';
import { newId } from '#platform/db/ids.ts';
import { Refused } from '#platform/errors.ts';
import type { Change } from '#platform/http/context.ts';
import { day, optionalLine, optionalTime } from '#platform/http/input.ts';
import { action, see } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { type Agreement, agreementHref, partnersOf } from './agreement.ts';
import { agreementPolicy } from './agreement.policy.ts';
import { updateObservation } from './come-into-force.ts';
import { newObservationPage, observationOf, observationPage } from './observation.page.ts';
import { openRunning } from './open-agreement.ts';
import { hasPassed } from './read-answers.ts';

const input = z.object({
  who: optionalLine(),
  on: day(),
  at: optionalTime(),
  place: optionalLine(),
});

/** Who observes whom, both partners. Throws `Refused` otherwise. */
function pairOf(agreement: Agreement, who: string): { observer_id: string; observed_id: string } {
  const [observer = '', observed = ''] = who.split(' ');
  const known = (id: string) => partnersOf(agreement).some(({ personId }) => personId === id);
  if (!known(observer) || !known(observed) || observer === observed)
    throw new Refused({ who: t('Choose who observes whom.') });
  return { observer_id: observer, observed_id: observed };
}

/** One more observation beside those of the text; it stands in both calendars at once. */
export const planObservation = action('/agreements/:agreement/observations/new', {
  purpose: 'learning',
  access: agreementPolicy,
  input,
  page: newObservationPage,
  async run(change, sent) {
    const { agreement } = await openRunning(change, 'write');
    if (sent.on < change.today) throw new Refused({ on: hasPassed() });
    const id = newId(change.now);
    await change.tx
      .insertInto('agreement_observation')
      .values({
        owner_id: agreement.ownerId,
        id,
        agreement_id: agreement.id,
        ...pairOf(agreement, sent.who),
        on_date: sent.on,
        starts_at: sent.at,
        place: sent.place,
        created_at: change.now,
        changed_at: change.now,
      })
      .execute();
    await recordChange(change, agreement, id, 'planned');
    return see(agreementHref(agreement), t('The observation stands in both calendars.'));
  },
});

/** Gives an observation another day, time, place or pair; both calendars follow. */
export const moveObservation = action('/agreements/:agreement/observations/:observation', {
  purpose: 'learning',
  access: agreementPolicy,
  input,
  page: observationPage,
  async run(change, sent) {
    const { agreement } = await openRunning(change, 'write');
    const { id, on } = observationOf(agreement, change);
    if (sent.on < change.today && sent.on !== on) throw new Refused({ on: hasPassed() });
    await updateObservation(change.tx, agreement, id, {
      ...pairOf(agreement, sent.who),
      on_date: sent.on,
      starts_at: sent.at,
      place: sent.place,
      changed_at: change.now,
    });
    await recordChange(change, agreement, id, 'moved');
    return see(agreementHref(agreement), t('Moved. Both calendars show the new day.'));
  },
});

export const recordChange = (
  change: Change,
  agreement: Agreement,
  id: string,
  what: string,
): Promise<string> =>
  change.record({
    kind: 'agreement.observation-changed',
    itemId: agreement.id,
    body: { observationId: id, what },
    tell: true,
  });

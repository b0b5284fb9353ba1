import { z } from 'zod';
import { newId } from '#platform/db/ids.ts';
import { Refused } from '#platform/errors.ts';
import type { Change, Visit } from '#platform/http/context.ts';
import { day, optionalLine, optionalTime } from '#platform/http/input.ts';
import { action, see, type Wrong } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { whyNotPlanned } from '#features/observations/index.ts';
import { type Agreement, agreementHref, partnersOf } from './agreement.ts';
import { agreementPolicy } from './agreement.policy.ts';
import { updateObservation } from './come-into-force.ts';
import { newObservationPage, observationOf, observationPage } from './observation.page.ts';
import { openRunning } from './open-agreement.ts';

const input = z.object({
  who: optionalLine(),
  on: day(),
  at: optionalTime(),
  place: optionalLine(),
});

const whoMissing = (): string => t('Choose who observes whom.');

/** Without a day that can be read, a pair that was not chosen is said as well. */
const alsoWrong = (_: Visit, { who }: { who?: string }): Wrong => (who === '' ? { who: whoMissing() } : {});

/** Who observes whom, both partners, and when. Throws `Refused` that names all that cannot be; `kept` is its day so far. */
function columnsOf(
  agreement: Agreement,
  { who, on, at, place }: z.output<typeof input>,
  today: string,
  kept: readonly string[] = [],
) {
  const [observer = '', observed = ''] = who.split(' ');
  const known = (id: string) => partnersOf(agreement).some(({ personId }) => personId === id);
  const why = whyNotPlanned(on, today, kept);
  const wrong: Wrong = {
    ...((!known(observer) || !known(observed) || observer === observed) && { who: whoMissing() }),
    ...(why !== undefined && { on: why }),
  };
  if (Object.keys(wrong).length > 0) throw new Refused(wrong);
  return { observer_id: observer, observed_id: observed, on_date: on, starts_at: at, place };
}

/** One more observation beside those of the text; it stands in both calendars at once. */
export const planObservation = action('/agreements/:agreement/observations/new', {
  purpose: 'learning',
  access: agreementPolicy,
  input,
  alsoWrong,
  page: newObservationPage,
  async run(change, sent) {
    const { agreement } = await openRunning(change, 'write');
    const columns = columnsOf(agreement, sent, change.today);
    const id = newId(change.now);
    await change.tx
      .insertInto('agreement_observation')
      .values({
        owner_id: agreement.ownerId,
        id,
        agreement_id: agreement.id,
        ...columns,
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
  alsoWrong,
  page: observationPage,
  async run(change, sent) {
    const { agreement } = await openRunning(change, 'write');
    const { id, on } = observationOf(agreement, change);
    await updateObservation(change.tx, agreement, id, {
      ...columnsOf(agreement, sent, change.today, [on]),
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

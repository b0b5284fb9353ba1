import { z } from 'zod';
import { Refused } from '#platform/errors.ts';
import type { Change } from '#platform/http/context.ts';
import { action, see, type See } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { type Agreement, agreementHref, type Observation } from './agreement.ts';
import { agreementPage } from './agreement.page.ts';
import { agreementPolicy } from './agreement.policy.ts';
import { settleObservedAt } from './observed-at.ts';
import { updateObservation } from './come-into-force.ts';
import { recordChange } from './observation.action.ts';
import { observationOf } from './observation.page.ts';
import { openRunning } from './open-agreement.ts';

const common = {
  purpose: 'learning',
  access: agreementPolicy,
  input: z.object({}),
  page: agreementPage,
} as const;

const hrefOf = (agreement: Agreement, { id }: Observation, below: string): string =>
  agreementHref(agreement, `observations/${id}/${below}`);

/**
 * Changes one column of an observation, and goes back to the agreement with an undo. Throws `Refused` for one that
 * has a page of its own: what is said there is what counts.
 */
async function settle(
  change: Change,
  columns: { done_at?: Date | null; called_off_at?: Date | null },
  what: string,
  said: (agreement: Agreement, observation: Observation) => { words: string; undo: string },
  check?: (observation: Observation) => void,
): Promise<See> {
  const { agreement } = await openRunning(change, 'write');
  const observation = observationOf(agreement, change);
  if (observation.record)
    throw new Refused(
      t('This observation has a page of its own now. The two of them say there how it goes.'),
    );
  check?.(observation);
  await updateObservation(change.tx, agreement, observation.id, { ...columns, changed_at: change.now });
  await settleObservedAt(change.tx, agreement);
  await recordChange(change, agreement, observation.id, what);
  const { words, undo } = said(agreement, observation);
  return see(agreementHref(agreement), words, undo);
}

/** The observation took place. After the first the agreement is due for review. */
export const observationDone = action('/agreements/:agreement/observations/:observation/done', {
  ...common,
  run: (change) =>
    settle(
      change,
      { done_at: change.now },
      'done',
      (agreement, observation) => ({
        words:
          agreement.observedAt || agreement.inForceVersion === null
            ? t('Noted: it took place.')
            : t('Noted: it took place. Now look at your agreement again together.'),
        undo: hrefOf(agreement, observation, 'not-done'),
      }),
      ({ on }) => {
        if (on > change.today)
          throw new Refused(t('Its day is still to come. If it was earlier, move it to today first.'));
      },
    ),
});

export const observationNotDone = action('/agreements/:agreement/observations/:observation/not-done', {
  ...common,
  run: (change) =>
    settle(change, { done_at: null }, 'not-done', (agreement, observation) => ({
      words: t('It is planned again.'),
      undo: hrefOf(agreement, observation, 'done'),
    })),
});

export const callOffObservation = action('/agreements/:agreement/observations/:observation/call-off', {
  ...common,
  run: (change) =>
    settle(change, { called_off_at: change.now }, 'called-off', (agreement, observation) => ({
      words: t('Called off. It is out of both calendars.'),
      undo: hrefOf(agreement, observation, 'put-back'),
    })),
});

export const putBackObservation = action('/agreements/:agreement/observations/:observation/put-back', {
  ...common,
  run: (change) =>
    settle(change, { called_off_at: null }, 'put-back', (agreement, observation) => ({
      words: t('It is back in both calendars.'),
      undo: hrefOf(agreement, observation, 'call-off'),
    })),
});

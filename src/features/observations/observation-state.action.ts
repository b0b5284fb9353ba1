import { z } from 'zod';
import { NotAllowed, Refused } from '#platform/errors.ts';
import type { Change } from '#platform/http/context.ts';
import { action, see, type See } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { observationPage } from './observation.page.ts';
import { observationPolicy } from './observation.policy.ts';
import { updateObservation } from './observation.queries.ts';
import { askedOf, type Observation, observationHref, type State } from './observation.ts';
import { openIn } from './open-observation.ts';

const common = {
  purpose: 'learning',
  access: observationPolicy,
  input: z.object({}),
  page: observationPage,
} as const;

interface Step {
  kind: string;
  from: readonly State[];
  set: (now: Date) => {
    accepted_at?: Date | null;
    declined_at?: Date | null;
    called_off_at?: Date | null;
    done_at?: Date | null;
  };
  said: () => string;
  /** What takes it back, below the observation's address. */
  undo?: string;
  check?: (observation: Observation, change: Change) => void;
}

/** One step from one state to another, by one of the two. */
async function take(change: Change, { kind, from, set, said, undo, check }: Step): Promise<See> {
  const { observation } = await openIn(change, from);
  check?.(observation, change);
  await updateObservation(change.tx, observation, { ...set(change.now), changed_at: change.now });
  await change.record({
    kind,
    itemId: observation.id,
    body: { circleId: observation.circleId, observationId: observation.id },
    tell: true,
  });
  return see(observationHref(observation), said(), undo && observationHref(observation, undo));
}

const onlyTheAsked = (observation: Observation, change: Change): void => {
  if (askedOf(observation) !== change.who.personId) throw new NotAllowed('The other of you is asked.');
};

export const acceptObservation = action('/observations/:observation/accept', {
  ...common,
  run: (change) =>
    take(change, {
      kind: 'observation.accepted',
      from: ['proposed', 'declined'],
      check: onlyTheAsked,
      set: (now) => ({ accepted_at: now, declined_at: null }),
      said: () => t('Agreed. It is in both calendars.'),
    }),
});

export const declineObservation = action('/observations/:observation/decline', {
  ...common,
  run: (change) =>
    take(change, {
      kind: 'observation.declined',
      from: ['proposed'],
      check: onlyTheAsked,
      set: (now) => ({ declined_at: now }),
      said: () => t('Declined. The other is told; no reason is needed.'),
      undo: 'accept',
    }),
});

export const callOffObservation = action('/observations/:observation/call-off', {
  ...common,
  run: (change) =>
    take(change, {
      kind: 'observation.called-off',
      from: ['agreed', 'proposed'],
      set: (now) => ({ called_off_at: now }),
      said: () => t('Called off. It is out of both calendars.'),
      undo: 'put-back',
    }),
});

export const putBackObservation = action('/observations/:observation/put-back', {
  ...common,
  run: (change) =>
    take(change, {
      kind: 'observation.put-back',
      from: ['called-off'],
      set: () => ({ called_off_at: null }),
      said: () => t('It is back in both calendars.'),
      undo: 'call-off',
    }),
});

/** It took place. Partnerships hear of it, for the review of their agreement: `{ circleId, observationId }`. */
export const observationDone = action('/observations/:observation/done', {
  ...common,
  run: (change) =>
    take(change, {
      kind: 'observation.done',
      from: ['agreed'],
      check: ({ on }) => {
        if (on > change.today)
          throw new Refused(t('Its day is still to come. Change the day if it was earlier.'));
      },
      set: (now) => ({ done_at: now }),
      said: () => t('Noted. Now each of you writes alone, then you read side by side.'),
      undo: 'not-done',
    }),
});

export const observationNotDone = action('/observations/:observation/not-done', {
  ...common,
  run: (change) =>
    take(change, {
      kind: 'observation.not-done',
      from: ['done'],
      set: () => ({ done_at: null }),
      said: () => t('It is planned again.'),
      undo: 'done',
    }),
});

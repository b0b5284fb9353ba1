import { z } from 'zod';
import { NotAllowed, Refused } from '#platform/errors.ts';
import type { Change } from '#platform/http/context.ts';
import { action, see, type See } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { askedOf, formalHref, type State } from './formal-observation.ts';
import { formalPage } from './formal-observation.page.ts';
import { formalPolicy } from './formal-observation.policy.ts';
import { updateFormal } from './formal-observation.queries.ts';
import { openIn, type OpenedFormal } from './open-formal.ts';

const common = {
  purpose: 'appraisal',
  access: formalPolicy,
  input: z.object({}),
  page: formalPage,
} as const;

interface Step {
  kind: string;
  from: readonly State[];
  ability?: 'takePart' | 'release';
  set: (now: Date) => Parameters<typeof updateFormal>[2];
  said: (opened: OpenedFormal) => string;
  /** What takes it back, below its address. */
  undo?: string;
  check?: (opened: OpenedFormal, change: Change) => void;
}

async function take(change: Change, step: Step): Promise<See> {
  const opened = await openIn(change, step.from, step.ability);
  step.check?.(opened, change);
  const { formal } = opened;
  await updateFormal(change.tx, formal, step.set(change.now));
  await change.record({ kind: step.kind, itemId: formal.id, tell: true });
  return see(formalHref(formal), step.said(opened), step.undo && formalHref(formal, step.undo));
}

/** Says yes to the day. The teacher does not before the term's coaching, unless they said to go ahead. */
export const confirmFormal = action('/appraisal/observations/:observation/confirm', {
  ...common,
  run: (change) =>
    take(change, {
      kind: 'appraisal.observation-confirmed',
      from: ['proposed'],
      check({ formal, waits }) {
        if (askedOf(formal) !== change.who.personId) throw new NotAllowed('The other of you is asked.');
        if (waits) throw new Refused(t('It waits for your coaching of this term. You can go ahead first.'));
      },
      set: (now) => ({ confirmed_at: now, changed_at: now }),
      said: () => t('Agreed. It is in both calendars.'),
    }),
});

/**
 * The teacher does not wait for the term's coaching. Nothing that anybody else can see changes by it: when it was
 * changed last stays as it was too.
 */
export const goAhead = action('/appraisal/observations/:observation/go-ahead', {
  ...common,
  run: (change) =>
    take(change, {
      kind: 'appraisal.observation-released',
      from: ['proposed'],
      ability: 'release',
      set: (now) => ({ released_at: now }),
      said: () => t('It waits no longer. Say yes to the day, or choose another.'),
    }),
});

export const callOffFormal = action('/appraisal/observations/:observation/call-off', {
  ...common,
  run: (change) =>
    take(change, {
      kind: 'appraisal.observation-called-off',
      from: ['proposed', 'confirmed'],
      set: (now) => ({ called_off_at: now, changed_at: now }),
      said: () => t('Called off.'),
      undo: 'put-back',
    }),
});

export const putBackFormal = action('/appraisal/observations/:observation/put-back', {
  ...common,
  run: (change) =>
    take(change, {
      kind: 'appraisal.observation-put-back',
      from: ['called-off'],
      set: (now) => ({ called_off_at: null, changed_at: now }),
      said: () => t('It is back as it was.'),
      undo: 'call-off',
    }),
});

export const formalDone = action('/appraisal/observations/:observation/done', {
  ...common,
  run: (change) =>
    take(change, {
      kind: 'appraisal.observation-done',
      from: ['confirmed'],
      check({ formal }) {
        if (formal.on > change.today)
          throw new Refused(t('Its day is still to come. Choose another day if it was earlier.'));
      },
      set: (now) => ({ done_at: now, changed_at: now }),
      said: () => t('Noted: it took place.'),
      undo: 'not-done',
    }),
});

export const formalNotDone = action('/appraisal/observations/:observation/not-done', {
  ...common,
  run: (change) =>
    take(change, {
      kind: 'appraisal.observation-not-done',
      from: ['done'],
      set: (now) => ({ done_at: null, changed_at: now }),
      said: () => t('It is planned again.'),
      undo: 'done',
    }),
});

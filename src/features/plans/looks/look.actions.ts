import { z } from 'zod';
import { isId } from '#platform/db/ids.ts';
import { NotAllowed, NotFound, Refused } from '#platform/errors.ts';
import type { Change } from '#platform/http/context.ts';
import { id as chosenId, optionalDay, optionalProse } from '#platform/http/input.ts';
import { action, see, type See } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { selectStaff } from '#features/people/index.ts';
import { lookHref, planHref } from '../addresses.ts';
import { planPolicy } from '../plan.policy.ts';
import { openPlan, openToWrite } from '../scheme/open-plan.ts';
import { planPage } from '../scheme/plan.page.ts';
import { askLookPage } from './ask-look.page.ts';
import { insertLook, selectLook, updateLook } from './look.queries.ts';

/** Asks somebody to look at a plan. It waits for them on *Today*. */
export const askLook = action(planHref(':plan', 'ask'), {
  purpose: 'learning',
  access: planPolicy,
  page: askLookPage,
  input: z.object({ person: chosenId('Choose a colleague.'), by: optionalDay(), words: optionalProse(1000) }),
  async run(change, { person, by, words }) {
    const { plan, looks, teachers } = await openToWrite(change);
    const { tx, organisationId, who, now, today } = change;
    const staff = await selectStaff(tx, who, today);
    if (
      !staff.some(({ personId }) => personId === person) ||
      teachers.some(({ personId }) => personId === person)
    )
      throw new Refused({ person: t('Choose one from the list.') });
    if (by !== null && by < today) throw new Refused({ by: t('This day is over.') });
    if (looks.some((look) => look.askedOfId === person && look.lookedAt === null))
      throw new Refused({ person: t('They are asked already.') });
    const id = await insertLook(
      tx,
      organisationId,
      { schemeId: plan.id, askedOf: person, askedBy: who.personId, byDate: by, words },
      now,
    );
    await change.record({
      kind: 'plan.look-asked',
      itemId: plan.id,
      body: { lookId: id, person },
      tell: true,
    });
    return see(
      planHref(plan.id),
      t('They are asked. It waits for them on Today.'),
      lookHref(plan.id, id, 'take-back'),
    );
  },
});

const common = { purpose: 'learning', access: planPolicy, page: planPage, input: z.object({}) } as const;

/** Whoever was asked has looked, also where they had nothing to suggest. */
export const looked = action(lookHref(':plan', ':look', 'looked'), {
  ...common,
  run: (change) => setLooked(change, change.now),
});

export const notLooked = action(lookHref(':plan', ':look', 'not-looked'), {
  ...common,
  run: (change) => setLooked(change, null),
});

async function setLooked(change: Change, at: Date | null): Promise<See> {
  const { planId, look } = await openLook(change);
  if (look.askedOfId !== change.who.personId)
    throw new NotAllowed(t('Only whoever was asked can say that.'), planPolicy.ask);
  if ((look.lookedAt !== null) === (at !== null) || look.endedAt !== null)
    throw new Refused(at ? t('It is said already.') : t('It waits for you already.'));
  await updateLook(change.tx, change.organisationId, look.id, { looked_at: at });
  await change.record({
    kind: at ? 'plan.looked' : 'plan.not-looked',
    itemId: planId,
    body: { lookId: look.id },
    tell: true,
  });
  return at
    ? see(
        planHref(planId),
        t('Thank you. Those who teach by it see that you looked.'),
        lookHref(planId, look.id, 'not-looked'),
      )
    : see(planHref(planId), t('It waits for you again.'), lookHref(planId, look.id, 'looked'));
}

export const takeBackLook = action(lookHref(':plan', ':look', 'take-back'), {
  ...common,
  run: (change) => setEnded(change, change.now),
});

export const restoreLook = action(lookHref(':plan', ':look', 'restore'), {
  ...common,
  run: (change) => setEnded(change, null),
});

async function setEnded(change: Change, at: Date | null): Promise<See> {
  const { planId, look } = await openLook(change);
  if (look.askedById !== change.who.personId)
    throw new NotAllowed(t('Only whoever asked can take it back.'), planPolicy.ask);
  if ((look.endedAt !== null) === (at !== null))
    throw new Refused(at ? t('They are asked no more already.') : t('They are asked already.'));
  await updateLook(change.tx, change.organisationId, look.id, { ended_at: at });
  await change.record({
    kind: at ? 'plan.look-taken-back' : 'plan.look-restored',
    itemId: planId,
    body: { lookId: look.id },
    tell: true,
  });
  return at
    ? see(planHref(planId), t('They are asked no more.'), lookHref(planId, look.id, 'restore'))
    : see(planHref(planId), t('They are asked again.'), lookHref(planId, look.id, 'take-back'));
}

async function openLook(change: Change) {
  const { plan } = await openPlan(change);
  const id = change.params.look!;
  const look = isId(id) ? await selectLook(change.tx, change.organisationId, plan.id, id) : undefined;
  if (!look) throw new NotFound();
  return { planId: plan.id, look };
}

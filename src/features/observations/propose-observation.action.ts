import { z } from 'zod';
import { insertItem, principals } from '#platform/access/items.ts';
import { Refused } from '#platform/errors.ts';
import type { Visit } from '#platform/http/context.ts';
import {
  choice,
  day,
  optionalId,
  optionalLine,
  optionalProse,
  optionalTime,
  wholeNumber,
} from '#platform/http/input.ts';
import { action, members, see, type Wrong } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { type Companion, selectCompanions } from './group.queries.ts';
import { isIn, newObservationPage, roleIn, withValue } from './new-observation.page.ts';
import { observationHref } from './observation.ts';
import { whyNotPlanned } from './observation-day.ts';
import { observationPolicy } from './observation.policy.ts';
import { lockPlan, selectPlan } from './plan.queries.ts';

/** When, where and what for, as the forms send it. */
export const whenInput = {
  on_date: day('Choose the day.'),
  starts_at: optionalTime(),
  minutes: wholeNumber(5, 300, 'Say how long, in minutes.'),
  place: optionalLine(),
  pupils: optionalLine(),
  focus: optionalProse(2_000),
};

/**
 * Asks a partner, a specialist or, as specialist, a teacher for an observation. The other says yes or no. One
 * that both planned in their agreement, for the same day and time, is agreed already and needs no second yes.
 */
export const proposeObservation = action('/my-learning/observations/new', {
  purpose: 'learning',
  access: members('staff', 'guest'),
  page: newObservationPage,
  input: z.object({
    ...whenInput,
    with: z.string({ error: 'Choose with whom.' }),
    role: choice(['observed', 'observer'], 'Say who teaches.'),
    plan: optionalId(),
  }),
  async alsoWrong(visit, { with: chosen, role, on_date: on, plan }) {
    const wrong = on !== undefined && !plan ? wrongDay(on, visit.today) : {};
    if (chosen === undefined) return wrong;
    const companion = await findCompanion(visit, chosen);
    return { ...wrong, ...(companion ? wrongPair(companion, role) : notInList()) };
  },
  async run(change, { with: chosen, role, plan: planId, ...when }) {
    const { tx, who, now, organisationId } = change;
    const companion = await findCompanion(change, chosen);
    if (!companion) throw new Refused(notInList());
    const { circleId } = companion;
    if (planId !== null) await lockPlan(tx, organisationId, { circleId, planId });
    const planned =
      planId !== null && (await selectPlan(tx, organisationId, { circleId, planId, personId: who.personId }));
    const plan =
      planned && isIn(planned, companion) && roleIn(planned, who.personId) === role ? planned : null;
    const asPlanned = plan?.on === when.on_date && plan.startsAt === when.starts_at;
    const wrong = {
      // What was planned for this day, or has been, is written up also afterwards.
      ...(plan?.on !== when.on_date && !plan?.doneAt && wrongDay(when.on_date, change.today)),
      ...wrongPair(companion, role),
    };
    if (Object.keys(wrong).length > 0) throw new Refused(wrong);
    if (plan?.recordId)
      throw new Refused(t('This observation has a page already. It is among your observations.'));
    const agreed = plan !== null && (asPlanned || plan.doneAt !== null);
    const [observedId, observerId] =
      role === 'observed' ? [who.personId, companion.personId] : [companion.personId, who.personId];
    const id = await insertItem(
      tx,
      {
        ownerId: organisationId,
        policy: observationPolicy,
        authorId: observedId,
        circleId: companion.circleId,
        excludesManagers: true,
        grants: [{ principal: principals.person(observerId), ability: 'edit' }],
      },
      now,
    );
    await tx
      .insertInto('observation')
      .values({
        owner_id: organisationId,
        id,
        circle_id: companion.circleId,
        plan_id: plan?.id ?? null,
        kind: companion.circleKind === 'partnership' ? 'peer' : 'specialist',
        observed_id: observedId,
        observer_id: observerId,
        proposed_by: who.personId,
        ...when,
        version: 1,
        created_at: now,
        changed_at: now,
        accepted_at: agreed ? now : null,
        done_at: agreed ? plan.doneAt : null,
      })
      .execute();
    await change.record({
      kind: 'observation.proposed',
      itemId: id,
      body: { circleId: companion.circleId, observationId: id, planId: plan?.id ?? null },
      tell: true,
    });
    return see(
      observationHref({ id }),
      agreed
        ? t('It has a page of its own now, which {name} finds too.', { name: companion.name })
        : t('{name} is asked. It enters both calendars once they agree.', { name: companion.name }),
    );
  },
});

const findCompanion = async ({ db, who, today }: Visit, chosen: string): Promise<Companion | undefined> =>
  (await selectCompanions(db, who, today)).find((each) => withValue(each) === chosen);

const notInList = (): Wrong => ({ with: t('Choose somebody from the list.') });

const wrongDay = (on: string, today: string): Wrong => {
  const why = whyNotPlanned(on, today);
  return why === undefined ? {} : { on_date: why };
};

/** No line manager observes or is observed here, and no specialist is observed. */
const wrongPair = (
  { managers, theySpecialist, meSpecialist }: Companion,
  role: 'observed' | 'observer' | undefined,
): Wrong => ({
  ...(managers && {
    with: t(
      'One of you is the other’s line manager. An observation here is a place without line managers, so that things can be tried freely.',
    ),
  }),
  ...(((theySpecialist && role === 'observer') || (meSpecialist && role === 'observed')) && {
    role: t('In a programme the specialist observes and the teacher teaches.'),
  }),
});

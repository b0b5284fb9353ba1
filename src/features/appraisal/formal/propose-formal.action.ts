import { z } from 'zod';
import { insertItem, principals } from '#platform/access/items.ts';
import { isWeekend } from '#platform/calendar/dates.ts';
import { Refused } from '#platform/errors.ts';
import { day, id, optionalLine, optionalProse, optionalTime, wholeNumber } from '#platform/http/input.ts';
import { action, members, see, type Wrong } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { formalHref } from './formal-observation.ts';
import { formalPolicy } from './formal-observation.policy.ts';
import { selectObservable } from './formal-observation.queries.ts';
import { mustPropose, proposeAddress, proposeFormalPage } from './propose-formal.page.ts';

/** When, where and what it is about, as the forms send it. */
export const whenInput = {
  on_date: day('Choose the day.'),
  starts_at: optionalTime(),
  minutes: wholeNumber(5, 300, 'Say how long, in minutes.'),
  place: optionalLine(),
  focus: optionalProse(2_000),
};

/** Why no formal observation can be on a day, as a field's sentence; nothing where it can. */
export function wrongDay(on: string, today: string): Wrong {
  if (on < today) return { on_date: t('This day has passed. Choose today or a later day.') };
  return isWeekend(on) ? { on_date: t('This day is at a weekend. Choose a school day.') } : {};
}

/** A line manager or the head proposes to observe a teacher formally. */
export const proposeFormal = action(proposeAddress, {
  purpose: 'appraisal',
  access: members('staff'),
  page: proposeFormalPage,
  input: z.object({ person: id('Choose whose lesson.'), ...whenInput }),
  alsoWrong: ({ today }, { on_date: on }) => (on === undefined ? {} : wrongDay(on, today)),
  async run(change, { person, ...when }) {
    mustPropose(change);
    const { tx, who, now, today, organisationId } = change;
    const chosen = (await selectObservable(tx, who, today)).find(({ personId }) => personId === person);
    const wrong = {
      ...wrongDay(when.on_date, today),
      ...(!chosen && { person: t('Choose somebody from the list.') }),
    };
    if (!chosen || Object.keys(wrong).length > 0) throw new Refused(wrong);
    const itemId = await insertItem(
      tx,
      {
        ownerId: organisationId,
        policy: formalPolicy,
        authorId: person,
        grants: [{ principal: principals.person(who.personId), ability: 'edit' }],
      },
      now,
    );
    await tx
      .insertInto('formal_observation')
      .values({
        owner_id: organisationId,
        id: itemId,
        person_id: person,
        observer_id: who.personId,
        ...when,
        version: 1,
        arranged_by: who.personId,
        arranged_at: now,
        changed_at: now,
      })
      .execute();
    await change.record({ kind: 'appraisal.observation-proposed', itemId, tell: true });
    return see(
      formalHref({ id: itemId }),
      t('Proposed. It enters both calendars once {name} says yes.', { name: chosen.name }),
      formalHref({ id: itemId }, 'call-off'),
    );
  },
});

import { z } from 'zod';
import { addDays } from '#platform/calendar/dates.ts';
import { isId, newId } from '#platform/db/ids.ts';
import { NotFound, Refused } from '#platform/errors.ts';
import type { Change } from '#platform/http/context.ts';
import { day, id } from '#platform/http/input.ts';
import { action, see } from '#platform/http/route.ts';
import { formatDate, t } from '#platform/i18n/i18n.ts';
import {
  groupHref,
  groupPolicy,
  lockProgramme,
  type Programme,
  templateOf,
} from '#features/programmes/index.ts';
import { settleGuest } from './guest-grants.ts';
import { guestsPage, selectStages } from './guest.page.ts';
import { selectGuest, type StageGuest } from './guest.queries.ts';
import { selectMembershipFacts } from './membership-rules.queries.ts';
import { whyNotAsGuest } from './membership-rules.ts';
import { mustWorkHere, openGroupFor, openPlace, openRunningGroup } from './people-open.ts';
import { placePolicy } from './people-place.policy.ts';

/** Somebody in the group lets a colleague or a guest in for one stage of the cycle. */
export const letIn = action('/groups/:programme/guests', {
  purpose: 'learning',
  access: groupPolicy,
  page: guestsPage,
  input: z.object({
    person: id('Choose a person.'),
    stage: z.string({ error: 'Choose a stage.' }).min(1, 'Choose a stage.').max(100),
    until_on: day('Choose the last day.'),
  }),
  async run(change, { person: personId, stage, until_on: untilOn }) {
    const { programme } = await openRunningGroup(change, 'takePart');
    mustWorkHere(change);
    const { tx, who, now, today } = change;
    await lockProgramme(tx, programme);
    if (!(await selectStages(tx, programme)).includes(stage))
      throw new Refused({ stage: t('Choose a stage.') });
    if (untilOn < today) throw new Refused({ until_on: t('Choose today or a later day.') });
    if (untilOn > addDays(today, 366))
      throw new Refused({ until_on: t('This day is more than a year away. Check the year.') });
    const protocol = await templateOf(tx, programme);
    const { person, people } = await selectMembershipFacts(tx, programme, personId, today);
    const obstacle = whyNotAsGuest(person, { protocol, people, readerId: who.personId });
    if (obstacle) throw new Refused({ person: obstacle.words });
    const guestId = newId(now);
    await tx
      .insertInto('stage_guest')
      .values({
        owner_id: programme.owner_id,
        id: guestId,
        programme_id: programme.id,
        person_id: personId,
        stage,
        cycle: programme.cycle,
        until_on: untilOn,
        let_in_by: who.personId,
        let_in_at: now,
        ended_at: null,
      })
      .execute();
    await settleGuest(tx, programme, personId, { today, by: who.personId, now });
    await change.record({
      kind: 'group.guest-let-in',
      itemId: programme.id,
      body: { personId, stage, cycle: programme.cycle, untilOn },
      tell: true,
    });
    return see(
      groupHref(programme, 'guests'),
      t('{name} is let in until {day}, and is told.', {
        name: person.name,
        day: formatDate(untilOn, 'weekday'),
      }),
      groupHref(programme, `guests/${guestId}/end`),
    );
  },
});

/** Ends it early, or takes the ending back. */
const setGuest = (below: 'end' | 'restore') =>
  action(`/groups/:programme/guests/:guest/${below}`, {
    purpose: 'learning',
    access: groupPolicy,
    page: guestsPage,
    input: z.object({}),
    async run(change) {
      const ending = below === 'end';
      const { programme } = ending
        ? await openGroupFor(change, 'takePart')
        : await openRunningGroup(change, 'takePart');
      const found = await setEnded(change, programme, change.params.guest ?? '', ending);
      return see(
        groupHref(programme, 'guests'),
        ending ? t('It is ended. What they wrote stays.') : t('They are let in again.'),
        groupHref(programme, `guests/${found.id}/${ending ? 'restore' : 'end'}`),
      );
    },
  });

export const endGuest = setGuest('end');
export const restoreGuest = setGuest('restore');

/** Whoever was let in says that they will not come, or that they will after all. */
const setMine = (below: 'decline' | 'accept') =>
  action(`/groups/:programme/my-stage/:guest/${below}`, {
    purpose: 'learning',
    access: placePolicy,
    input: z.object({}),
    async run(change) {
      const { guest = '' } = change.params;
      const { programme } = await openPlace(change, async (group) => {
        const found = isId(guest) ? await selectGuest(change.tx, group, guest) : undefined;
        return found?.person_id === change.who.personId && found.let_in_by !== change.who.personId
          ? found
          : undefined;
      });
      const ending = below === 'decline';
      await setEnded(change, programme, guest, ending);
      return see(
        '/today',
        ending ? t('You will not come. The group is closed to you again.') : t('You are let in again.'),
        groupHref(programme, `my-stage/${guest}/${ending ? 'accept' : 'decline'}`),
      );
    },
  });

export const declineStage = setMine('decline');
export const acceptStage = setMine('accept');

async function setEnded(
  change: Change,
  programme: Programme,
  guest: string,
  ending: boolean,
): Promise<StageGuest> {
  const { tx, who, now, today } = change;
  await lockProgramme(tx, programme);
  const found = isId(guest) ? await selectGuest(tx, programme, guest) : undefined;
  if (!found || (found.ended_at !== null) === ending) throw new NotFound('Nobody is let in so.');
  if (!ending) await mustStillFit(change, programme, found);
  await tx
    .updateTable('stage_guest')
    .set({ ended_at: ending ? now : null })
    .where('owner_id', '=', found.owner_id)
    .where('id', '=', found.id)
    .execute();
  await settleGuest(tx, programme, found.person_id, { today, by: who.personId, now });
  await change.record({
    kind: ending ? 'group.guest-ended' : 'group.guest-restored',
    itemId: programme.id,
    body: { personId: found.person_id, stage: found.stage },
    tell: true,
  });
  return found;
}

async function mustStillFit(change: Change, programme: Programme, guest: StageGuest): Promise<void> {
  const protocol = await templateOf(change.tx, programme);
  const { person, people } = await selectMembershipFacts(change.tx, programme, guest.person_id, change.today);
  const readerId = change.who.personId;
  const obstacle = whyNotAsGuest(person, { protocol, people, readerId });
  if (obstacle) throw new Refused(obstacle.words);
}

import { z } from 'zod';
import { joinCircle } from '#platform/access/circles.ts';
import { NotAllowed, Refused } from '#platform/errors.ts';
import { id } from '#platform/http/input.ts';
import { action, see } from '#platform/http/route.ts';
import { formatList, t, tn } from '#platform/i18n/i18n.ts';
import { groupHref, groupPolicy, lockProgramme } from '#features/programmes/index.ts';
import { insertInvitation, selectInvitation } from './invite.queries.ts';
import { selectMembershipFacts } from './membership-rules.queries.ts';
import { circleOf, goOut, recordIn } from './people-come.ts';
import { openRunningGroup } from './people-open.ts';
import { groupPeoplePage } from './people.page.ts';

/** Whoever keeps the plan asks another of the group to keep it from now on. They say yes or no. */
export const handOver = action('/groups/:programme/people/hand-over', {
  purpose: 'learning',
  access: groupPolicy,
  page: groupPeoplePage,
  input: z.object({ person: id('Choose somebody of the group.') }),
  async run(change, { person: personId }) {
    const { programme } = await openRunningGroup(change, 'design');
    const { tx, who, now } = change;
    if (!who.isIn(programme.id, 'leader'))
      throw new NotAllowed(t('The plan is handed over by whoever keeps it.'));
    await lockProgramme(tx, programme);
    const { people, person } = await selectMembershipFacts(tx, programme, personId, change.today);
    const other = people.find((each) => each.personId === personId && each.personId !== who.personId);
    if (!other || person.kind !== 'staff') throw new Refused({ person: t('Choose somebody of the group.') });
    if (other.parts.includes('leader'))
      throw new Refused({ person: t('{name} keeps the plan already.', { name: other.name }) });
    if ((await selectInvitation(tx, programme, personId))?.answer === null)
      throw new Refused({ person: t('They were asked already and have not answered yet.') });
    await insertInvitation(tx, programme, {
      personId,
      part: 'leader',
      words: '',
      way: 'invited',
      by: who.personId,
      at: now,
    });
    await change.record({
      kind: 'group.invited',
      itemId: programme.id,
      body: { personId, part: 'leader' },
      tell: true,
    });
    return see(
      groupHref(programme, 'people'),
      t('{name} is asked. Until they say yes, you keep the plan.', { name: other.name }),
      groupHref(programme, `people/${personId}/invitation/withdraw`),
    );
  },
});

/** Nobody keeps the plan: somebody who takes part does from now on. Whoever is first. */
export const keepPlan = action('/groups/:programme/people/keep-plan', {
  purpose: 'learning',
  access: groupPolicy,
  page: groupPeoplePage,
  input: z.object({}),
  async run(change) {
    const { programme } = await openRunningGroup(change, 'takePart');
    const { tx, who, now } = change;
    await lockProgramme(tx, programme);
    const { people } = await selectMembershipFacts(tx, programme, who.personId, change.today);
    const keepers = people.filter(({ parts }) => parts.includes('leader'));
    if (keepers.length > 0)
      throw new Refused(
        tn(keepers.length, '{names} keeps the plan already.', '{names} keep the plan already.', {
          names: formatList(keepers.map(({ name }) => name)),
        }),
      );
    const mine = people.find(({ personId }) => personId === who.personId)?.parts ?? [];
    const takesPart = mine.some((part) => part === 'participant' || part === 'facilitator');
    if (!takesPart || who.standing.kind !== 'staff')
      throw new NotAllowed(t('The plan is kept by somebody who takes part and works at the school.'));
    const coming = { personId: who.personId, part: 'leader' };
    await joinCircle(tx, circleOf(programme, 'leader'), [who.personId], now);
    await recordIn(change, programme, coming);
    await change.record({ kind: 'group.plan-kept', itemId: programme.id, body: coming, tell: true });
    return see(
      groupHref(programme, 'people'),
      t('You keep the plan from now on. The others are told.'),
      groupHref(programme, 'people/give-up-plan'),
    );
  },
});

/** Whoever keeps the plan gives it up, and stays in the group; those in it are told when nobody keeps it now. */
export const giveUpPlan = action('/groups/:programme/people/give-up-plan', {
  purpose: 'learning',
  access: groupPolicy,
  page: groupPeoplePage,
  input: z.object({}),
  async run(change) {
    const { programme } = await openRunningGroup(change, 'takePart');
    await lockProgramme(change.tx, programme);
    const mine = { personId: change.who.personId, part: 'leader' };
    if (!(await goOut(change, programme, mine))) throw new NotAllowed(t('You do not keep the plan.'));
    return see(
      groupHref(programme, 'people'),
      t('You do not keep the plan any more.'),
      groupHref(programme, 'people/keep-plan'),
    );
  },
});

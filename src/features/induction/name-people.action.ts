import { z } from 'zod';
import { type Ability, type Grant, principals, shareItem } from '#platform/access/items.ts';
import type { Item } from '#platform/access/who.ts';
import { NotFound, Refused } from '#platform/errors.ts';
import type { Change } from '#platform/http/context.ts';
import { choice, id } from '#platform/http/input.ts';
import { action, see } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { openStanding } from './open-plan.ts';
import { namedIn, type NamedPerson, peoplePage } from './people.page.ts';
import { type Plan, planHref } from './plan.ts';
import { planPolicy } from './plan.policy.ts';
import { selectStaff } from './plan.queries.ts';

/** Names somebody who may read a plan, or write in it as well. */
export const namePerson = action('/induction/:plan/people', {
  purpose: 'induction',
  access: planPolicy,
  page: peoplePage,
  input: z.object({
    person: id('Choose somebody.'),
    may: choice(['read', 'write'], 'Say what they may do.'),
  }),
  async run(change, { person, may }) {
    const { item, plan } = await openStanding(change, 'lead');
    const staff = await selectStaff(change.tx, plan.ownerId, change.today);
    const chosen = staff.find(({ personId }) => personId === person);
    if (!chosen || [plan.personId, plan.tutorId].includes(person))
      throw new Refused({ person: t('Choose somebody from the list.') });
    const others = namedIn(item, plan).filter(({ personId }) => personId !== person);
    await setNamed(change, item, plan, [...others, { ...chosen, mayWrite: may === 'write' }]);
    await change.record({ kind: 'induction.named', itemId: plan.id, body: { personId: person, may } });
    return see(
      planHref(plan, 'people'),
      t('{name} is named.', { name: chosen.name }),
      planHref(plan, `people/${person}/remove`),
    );
  },
});

export const removePerson = action('/induction/:plan/people/:person/remove', {
  purpose: 'induction',
  access: planPolicy,
  input: z.object({}),
  async run(change) {
    const { item, plan } = await openStanding(change, 'lead');
    const named = namedIn(item, plan);
    const gone = named.find(({ personId }) => personId === change.params.person);
    if (!gone) throw new NotFound();
    await setNamed(
      change,
      item,
      plan,
      named.filter((each) => each !== gone),
    );
    await change.record({
      kind: 'induction.removed',
      itemId: plan.id,
      body: { personId: gone.personId, could: gone.mayWrite ? 'write' : 'read' },
    });
    return see(planHref(plan, 'people'), t('{name} no longer reads it.', { name: gone.name }));
  },
});

const setNamed = (
  { tx, now }: Change,
  item: Item,
  { tutorId }: Plan,
  named: readonly NamedPerson[],
): Promise<void> => {
  const grant = (personId: string, ability: Ability): Grant => ({
    principal: principals.person(personId),
    ability,
  });
  return shareItem(
    tx,
    item,
    [
      grant(tutorId, 'edit'),
      ...named.map(({ personId, mayWrite }) => grant(personId, mayWrite ? 'edit' : 'read')),
    ],
    now,
  );
};

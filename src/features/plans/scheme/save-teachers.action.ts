import { z } from 'zod';
import { shareItem } from '#platform/access/items.ts';
import { Refused } from '#platform/errors.ts';
import { ticks } from '#platform/http/input.ts';
import { action, see } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { selectStaff } from '#features/people/index.ts';
import { planHref } from '../addresses.ts';
import { planGrants, suggestionGrants } from '../audience.ts';
import { planPolicy } from '../plan.policy.ts';
import { selectSuggestionIds } from '../suggestions/suggestion.queries.ts';
import { openPlan } from './open-plan.ts';
import { teachersPage } from './teachers.page.ts';

/** Says who teaches by a plan; with it, who reads what is suggested beside it. */
export const saveTeachers = action(planHref(':plan', 'teachers'), {
  purpose: 'learning',
  access: planPolicy,
  page: teachersPage,
  input: z.object({ teacher: ticks(100) }),
  async run(change, { teacher }) {
    const { plan, item, teachers, ended } = await openPlan(change);
    const { tx, organisationId: ownerId, who, now } = change;
    who.must('appoint', planPolicy, item);
    if (ended) throw new Refused(t('This scheme of work was taken away. Bring it back first.'));
    const before = new Set(teachers.map(({ personId }) => personId));
    const staff = new Set((await selectStaff(tx, who, change.today)).map(({ personId }) => personId));
    if (teacher.some((id) => !staff.has(id) && !before.has(id)))
      throw new Refused({ teacher: t('Choose from the list.') });
    if (teacher.length === 0)
      throw new Refused({ teacher: t('Tick at least one: a plan without a teacher cannot be written.') });
    const after = [...new Set(teacher)];
    if (after.length === before.size && after.every((id) => before.has(id)))
      throw new Refused(t('Nothing was changed.'));
    await shareItem(tx, item, planGrants(ownerId, after), now);
    for (const id of await selectSuggestionIds(tx, ownerId, plan.id))
      await shareItem(tx, { ownerId, id }, suggestionGrants(after), now);
    await change.record({
      kind: 'plan.teachers-changed',
      itemId: plan.id,
      body: { before: [...before], after },
      tell: true,
    });
    return see(planHref(plan.id), t('It is saved who teaches by it.'));
  },
});

import { z } from 'zod';
import { Refused } from '#platform/errors.ts';
import { ticks } from '#platform/http/input.ts';
import { action, see } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { selectStaff } from '#features/people/index.ts';
import { courseHref } from '../addresses.ts';
import { savePeople } from '../course/keep-course.queries.ts';
import { openToLead } from '../course/open-course.ts';
import { coursePolicy } from '../course.policy.ts';
import { peoplePage } from './people.page.ts';

/** Says who leads a course and who is named to learn in it. */
export const saveCoursePeople = action(courseHref(':course', 'people'), {
  purpose: 'learning',
  access: coursePolicy,
  page: peoplePage,
  input: z.object({ leader: ticks(50), learner: ticks(500) }),
  async run(change, { leader, learner: ticked }) {
    const { course, leaders, learners } = await openToLead(change);
    // Where learners are not named, those who were are kept for when they are again.
    const areNamed = course.sort === 'staff' && !course.isOpen;
    const learner = areNamed ? ticked : learners.map(({ personId }) => personId);
    const { tx, organisationId, who, now, today } = change;
    const known = new Set(
      [...leaders, ...learners, ...(await selectStaff(tx, who, today))].map(({ personId }) => personId),
    );
    if (leader.some((id) => !known.has(id))) throw new Refused({ leader: t('Choose from the list.') });
    if (learner.some((id) => !known.has(id))) throw new Refused({ learner: t('Choose from the list.') });
    if (leader.length === 0) throw new Refused({ leader: t('Tick at least one: somebody must lead it.') });
    const people = [
      ...leader.map((personId) => ({ personId, part: 'leader' as const })),
      ...learner
        .filter((id) => !leader.includes(id))
        .map((personId) => ({ personId, part: 'learner' as const })),
    ];
    const asText = (all: readonly { personId: string; part: string }[]): string =>
      all
        .map(({ personId, part }) => `${part} ${personId}`)
        .toSorted()
        .join('\n');
    const before = [
      ...leaders.map(({ personId }) => ({ personId, part: 'leader' })),
      ...learners.map(({ personId }) => ({ personId, part: 'learner' })),
    ];
    if (asText(people) === asText(before)) throw new Refused(t('Nothing was changed.'));
    await savePeople(tx, organisationId, course.id, people, now);
    await change.record({ kind: 'course.people-changed', itemId: course.id, body: { before, people } });
    const stillLeads = leader.includes(who.personId);
    return see(
      stillLeads ? courseHref(course.id, 'people') : '/courses',
      stillLeads ? t('It is saved.') : t('It is saved. Others lead it now.'),
    );
  },
});

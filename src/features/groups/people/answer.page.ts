import { allStaff } from '#platform/access/audience-words.ts';
import { page } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { type Programme, templateOf } from '#features/programmes/index.ts';
import type { Visit } from '#platform/http/context.ts';
import { answerView } from './answer.view.ts';
import { type Invitation, selectInvitation } from './invite.queries.ts';
import { selectMyHours } from '../load.queries.ts';
import { selectMembershipFacts } from './membership-rules.queries.ts';
import { openPlace } from './people-open.ts';
import { placePolicy } from './people-place.policy.ts';

/** What somebody was asked into: the group, what it asks of them beside what they are in, and their answer. */
export const answerPage = page('/groups/:programme/answer', {
  purpose: 'learning',
  access: placePolicy,
  async load(visit) {
    const { programme, place } = await openPlace(visit, async (group) => {
      const { asked, ...facts } = await selectMembershipFacts(
        visit.db,
        group,
        visit.who.personId,
        visit.today,
      );
      return asked?.way === 'invited' && asked.answer !== 'withdrawn' ? { ...facts, asked } : undefined;
    });
    const [protocol, hours] = await Promise.all([
      templateOf(visit.db, programme),
      selectMyHours(visit.db, visit.who, visit.today),
    ]);
    return { programme, ...place, protocol, hours };
  },
  view: (data, visit) => ({
    title:
      data.asked.part === 'leader'
        ? t('Will you keep the plan of {title}?', { title: data.programme.title })
        : t('Will you come into “{title}”?', { title: data.programme.title }),
    audience: {
      ...allStaff(visit.who),
      icon: 'people',
      words: t('You, and those in this group'),
      why: t('Those in the group see that you are asked, and whether you say yes. Nobody else does.'),
    },
    trail: [{ label: t('Groups'), href: '/groups' }],
    body: answerView({ ...data, visit }),
  }),
});

/** That the person was asked into the group and has not been let go. */
export async function myInvitation(visit: Visit, group: Programme): Promise<Invitation | undefined> {
  const found = await selectInvitation(visit.db, group, visit.who.personId);
  return found?.way === 'invited' && found.answer !== 'withdrawn' ? found : undefined;
}

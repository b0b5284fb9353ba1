import { theseRoles } from '#platform/access/audience-words.ts';
import { page } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { role } from '#features/people/index.ts';
import { groupHref, groupPolicy, programmeTrail } from '#features/programmes/index.ts';
import { openPeople } from './people.queries.ts';
import { peopleView } from './people.view.ts';

/** Who is in a group, in which role of its protocol, who is asked and who asks. */
export const groupPeoplePage = page('/groups/:programme/people', {
  purpose: 'learning',
  access: groupPolicy,
  load: (visit) => openPeople(visit),
  view: (data, visit) => ({
    title: t('People of {title}', { title: data.opened.programme.title }),
    audience: {
      ...theseRoles(
        [role.cpdLeader, role.head, role.seniorLeader],
        t(
          'Those who lead professional learning see who is in it. Who is asked, who asks, and what people write in the group is for those in it.',
        ),
      ),
      words: t('Everyone in this group, the CPD leader, the head and senior leaders'),
    },
    trail: programmeTrail(data.opened.programme),
    ...(data.opened.may('design') && visit.who.standing.kind === 'staff' && !data.opened.programme.closed_at
      ? { action: { label: t('Find people'), href: groupHref(data.opened.programme, 'people/find') } }
      : {}),
    body: peopleView({ ...data, visit }),
  }),
});

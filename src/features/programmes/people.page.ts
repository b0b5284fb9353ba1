import { theseRoles } from '#platform/access/audience-words.ts';
import { page, see } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { role } from '#features/people/index.ts';
import { groupHref } from './addresses.ts';
import { openProgramme } from './open-programme.ts';
import { selectCandidates, selectPeople } from './people.queries.ts';
import { peopleView } from './people.view.ts';
import { programmePolicy } from './programme.policy.ts';
import { trailOf } from './programme-tabs.view.ts';
import { templateOf } from './template-of.ts';

/** Who is in a programme and in which part; for those who enrol, whom else they could name. */
export const peoplePage = page('/programmes/:programme/people', {
  purpose: 'learning',
  access: programmePolicy,
  async load(visit) {
    const opened = await openProgramme(visit, 'people');
    if (opened.programme.sort === 'group') return see(groupHref(opened.programme, 'people'));
    const words = (visit.query.words ?? '').trim().slice(0, 100);
    const candidates = opened.may('enrol')
      ? await selectCandidates(visit.db, opened.programme, words, visit.today)
      : null;
    const people = candidates?.present ?? (await selectPeople(visit.db, opened.programme));
    return { opened, people, candidates, words, template: await templateOf(visit.db, opened.programme) };
  },
  view: (data, visit) => ({
    title: t('People of {title}', { title: data.opened.programme.title }),
    audience: {
      ...theseRoles(
        [role.cpdLeader, role.head, role.seniorLeader],
        t(
          'Leaders see who is enrolled. What people write in the programme is another matter: each page says who sees it.',
        ),
      ),
      words: t('Everyone in this programme, the CPD leader, the head and senior leaders'),
    },
    trail: trailOf(data.opened.programme),
    body: peopleView({
      ...data,
      formAt: (action) => visit.formAt(action),
    }),
  }),
});

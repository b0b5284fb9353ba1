import { allStaff } from '#platform/access/audience-words.ts';
import { NotFound } from '#platform/errors.ts';
import { members, page } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { learningLeaders } from '#features/people/index.ts';
import { protocolToStart } from '#features/protocols/index.ts';
import { selectSchoolYear, selectYear } from './yearly-theme.queries.ts';
import { yearView } from './yearly-theme.view.ts';

/** A protocol's year in the school: its theme, the calendar of its lessons, and the report put together from its groups. */
export const yearlyThemePage = page('/groups/year/:protocol', {
  purpose: 'learning',
  access: members('staff'),
  async load(visit) {
    const protocol = await protocolToStart(visit.db, visit.organisationId, visit.params.protocol ?? '');
    if (!protocol?.yearly) throw new NotFound('This protocol has no theme of the year.');
    const span = await selectSchoolYear(visit);
    const [year, draft] = await Promise.all([
      selectYear(visit, protocol.id, span),
      visit.draft(`yearly-theme:${protocol.id}`),
    ]);
    return { protocol, yearly: protocol.yearly, span, year, draft };
  },
  view: (data, visit) => ({
    title: t('{protocol}: the year', { protocol: data.protocol.title }),
    audience: allStaff(
      visit.who,
      t(
        'Everybody sees the theme, the lessons of groups that may be seen, and the reports that groups gave to the school.',
      ),
    ),
    trail: [
      { label: t('Protocols'), href: '/protocols' },
      { label: data.protocol.title, href: `/protocols/${data.protocol.id}` },
    ],
    body: yearView({ ...data, visit, sets: visit.who.hasAny(learningLeaders) }),
  }),
});

import { allStaff, theseRoles } from '#platform/access/audience-words.ts';
import type { MemberKind } from '#platform/access/who.ts';
import { isId } from '#platform/db/ids.ts';
import type { Visit } from '#platform/http/context.ts';
import { pageNumberOf } from '#platform/http/page-number.ts';
import { members, page } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { peopleListView } from './people-list.view.ts';
import { type PeopleFilter, selectPeople } from './people-list.queries.ts';
import { administrators } from './roles.ts';

/** Find someone. Staff see staff, pupils and guests by name; families are shown to administrators alone. */
export const peoplePage = page('/people', {
  purpose: 'administration',
  access: members('staff'),
  async load(visit) {
    const looksAfter = visit.who.hasAny(administrators);
    const filter = filterOf(visit, looksAfter);
    const found = await selectPeople(visit.db, visit.who, filter, visit.today);
    const form = visit.formAt('/people/invite');
    return {
      ...found,
      filter,
      looksAfter,
      form,
      mailer: visit.services.mailer,
      isTicked: tickedIn(visit, form.values?.people),
    };
  },
  view: (data, visit) => ({
    title: t('People'),
    audience:
      data.filter.kind === 'family'
        ? theseRoles(
            administrators,
            t('Families are shown to those who look after people, and to nobody else.'),
          )
        : allStaff(
            visit.who,
            t(
              'Everybody who works at the school finds staff, guests and pupils by name here. Families are shown to administrators alone.',
            ),
          ),
    ...(data.looksAfter ? { action: { label: t('Add a person'), href: '/people/new' } } : {}),
    body: peopleListView(data),
  }),
});

/** Whom the address or the form that came back has ticked. */
function tickedIn({ query }: Visit, sent: unknown): (personId: string) => boolean {
  const ticked = new Set([sent].flat());
  return (personId) => query.tick === 'all' || ticked.has(personId);
}

/** The filter in the address; after invitations that were refused, the one of the list they were ticked in. */
function filterOf(visit: Visit, looksAfter: boolean): PeopleFilter {
  const back = visit.formAt('/people/invite').values?.back;
  const query: Record<string, string> =
    typeof back === 'string'
      ? Object.fromEntries(new URLSearchParams(back.split('?')[1] ?? ''))
      : visit.query;
  const kinds: MemberKind[] = looksAfter
    ? ['staff', 'pupil', 'guest', 'family']
    : ['staff', 'pupil', 'guest'];
  return {
    kind: kinds.find((kind) => kind === query.kind) ?? 'staff',
    left: looksAfter && query.left !== undefined,
    search: (query.q ?? '').slice(0, 100),
    role: query.role ?? '',
    unitId: query.unit && isId(query.unit) ? query.unit : null,
    withoutAccount: looksAfter && query.account === 'none',
    page: pageNumberOf(query.page),
  };
}

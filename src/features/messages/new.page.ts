import { onlyYou } from '#platform/access/audience-words.ts';
import type { Visit } from '#platform/http/context.ts';
import { members, page } from '#platform/http/route.ts';
import { t, tn } from '#platform/i18n/i18n.ts';
import { yearWords } from '#features/people/index.ts';
import { quietActions } from '#ui/actions.ts';
import { html, type Html } from '#ui/html.ts';
import { countedList, filters } from '#ui/list.ts';
import { personName } from '#ui/person-name.ts';
import { messagesPath, newClassPath, newPath, newStaffPath, toHref } from './addresses.ts';
import { type Reachable, selectReachable } from './reachable.queries.ts';

export const messagesTrail = () => [
  { label: t('Today'), href: '/today' },
  { label: t('Messages'), href: messagesPath },
];

/** Whom one may write to. */
export const newPage = page(newPath, {
  purpose: 'administration',
  access: members('staff', 'pupil', 'family'),
  async load(visit) {
    const search = (visit.query.words ?? '').slice(0, 100);
    return { ...(await selectReachable(visit.db, visit.who, { today: visit.today, search })), search };
  },
  view: (data, visit) => ({
    title: t('Write to somebody'),
    audience: onlyYou(t('Those whom you may write to. Nothing is sent yet.')),
    trail: messagesTrail(),
    body: newView(data, visit),
  }),
});

function newView(
  { people, cut, search }: { people: readonly Reachable[]; cut: boolean; search: string },
  { who }: Visit,
): Html {
  const staff = who.standing.kind === 'staff';
  const titles = { pupil: t('Pupils'), carer: t('Parents and carers'), staff: t('Staff') };
  const groups = (['pupil', 'carer', 'staff'] as const).map((sort) => ({
    sort,
    those: people.filter((each) => each.sort === sort),
  }));
  return html`${
    staff &&
    quietActions([
      { label: t('Open a space for a class'), href: newClassPath, icon: 'group' },
      { label: t('Write to a group of staff'), href: newStaffPath, icon: 'people' },
    ])
  }
  ${filters(
    { action: newPath, values: { words: search }, button: t('Find'), narrowed: search !== '', always: staff },
    (f) => f.search({ name: 'words', label: t('Name'), unmarked: true }),
  )}
  ${people.length === 0 && html`<p>${search === '' ? t('There is nobody whom you may write to yet. Those who teach you, or your child, stand here.') : t('Nobody of this name whom you may write to.')}</p>`}
  ${groups.map(
    ({ sort, those }) =>
      those.length > 0 &&
      html`<h2>${titles[sort]}</h2>
        ${countedList({
          says: tn(those.length, '{n} person', '{n} people'),
          items: those.map(line),
          empty: '',
          dense: true,
        })}`,
  )}
  ${cut && html`<p>${t('There are more. Write a part of a name to find somebody.')}</p>`}`;
}

const line = ({ personId, name, aboutId, about, sort, jobTitle }: Reachable): Html =>
  personName({
    name,
    href: toHref(personId, aboutId),
    role:
      about !== null
        ? t('about {child}', { child: about })
        : jobTitle === null
          ? undefined
          : sort === 'pupil'
            ? yearWords(jobTitle)
            : jobTitle,
  });

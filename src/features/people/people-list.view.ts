import type { Visit } from '#platform/http/context.ts';
import { formatDate, formatList, t, tn } from '#platform/i18n/i18n.ts';
import type { Mailer } from '#platform/mail/mailer.ts';
import { tickAll } from '#ui/actions.ts';
import { attributes } from '#ui/attributes.ts';
import { empty } from '#ui/empty.ts';
import { form } from '#ui/form.ts';
import { html, type Html, type Value } from '#ui/html.ts';
import { addressOf, filters, pager, type Query } from '#ui/list.ts';
import { personName } from '#ui/person-name.ts';
import { table } from '#ui/table.ts';
import { tabs } from '#ui/tabs.ts';
import { type ListedPerson, pageSize, type PeopleFilter } from './people-list.queries.ts';
import { roleOptions, roleTitle } from './role-words.ts';
import { withoutMailServer } from './without-mail-server.ts';
import { yearWords } from './year-words.ts';

interface PeopleListData {
  people: readonly ListedPerson[];
  total: number;
  filter: PeopleFilter;
  units: readonly { id: string; name: string }[];
  looksAfter: boolean;
  form: ReturnType<Visit['formAt']>;
  mailer: Mailer;
  isTicked: (personId: string) => boolean;
}

export function peopleListView(data: PeopleListData): Html {
  const { filter, total, looksAfter } = data;
  const invites =
    looksAfter && !filter.left && (data.people.some(invitable) || data.form.errors !== undefined);
  return html`${kindTabs(filter, looksAfter)}${search(data)}
    <p class="count">${tn(total, '{n} person', '{n} people')}</p>
    ${
      invites
        ? form(
            {
              ...data.form,
              action: '/people/invite',
              button: t('Invite the people ticked, by e-mail'),
              hidden: { back: addressOf('/people', queryOf(filter)) },
            },
            () =>
              html`${withoutMailServer(data.mailer)}${data.people.some(invitable) && tickEverybody(filter)}${list(data, true)}`,
          )
        : list(data, false)
    }
    ${pager({ page: filter.page, pages: Math.ceil(total / pageSize), path: '/people', query: queryOf({ ...filter, page: 1 }) })}
    <p><a href="/people/units">${t('Classes, forms and departments')}</a></p>`;
}

const invitable = (person: ListedPerson): boolean => !person.hasAccount && person.hasEmail;

const tickEverybody = (filter: PeopleFilter): Html =>
  html`<p>
    ${tickAll({
      name: 'people',
      label: t('Tick everybody on this page'),
      none: t('Tick nobody'),
      href: addressOf('/people', { ...queryOf(filter), tick: 'all' }),
    })}
  </p>`;

const queryOf = (filter: PeopleFilter): Query => ({
  kind: filter.kind === 'staff' ? undefined : filter.kind,
  left: filter.left ? 1 : undefined,
  q: filter.search,
  role: filter.role,
  unit: filter.unitId ?? undefined,
  account: filter.withoutAccount ? 'none' : undefined,
  page: filter.page === 1 ? undefined : filter.page,
});

function kindTabs({ kind, left }: PeopleFilter, looksAfter: boolean): Html {
  const tab = (label: string, of: string, gone = false) => ({
    label,
    href: addressOf('/people', { kind: of === 'staff' ? undefined : of, left: gone ? 1 : undefined }),
    current: kind === of && left === gone,
  });
  return tabs(t('Kinds of people'), [
    tab(t('Staff'), 'staff'),
    tab(t('Pupils'), 'pupil'),
    tab(t('Guests'), 'guest'),
    ...(looksAfter ? [tab(t('Families'), 'family'), tab(t('Staff who left'), 'staff', true)] : []),
  ]);
}

function search({ filter, units, looksAfter }: PeopleListData): Html {
  const values = {
    q: filter.search,
    role: filter.role,
    unit: filter.unitId,
    account: filter.withoutAccount ? 'none' : '',
  };
  return filters(
    {
      action: '/people',
      values,
      keep: { kind: filter.kind === 'staff' ? undefined : filter.kind, left: filter.left ? 1 : undefined },
      button: t('Find'),
      narrowed: Object.values(values).some(Boolean),
    },
    (f) =>
      html` ${f.search({ name: 'q', label: t('Name'), hint: t('Any part of it; accents do not matter.') })}
      ${filter.kind === 'staff' && f.select({ name: 'role', label: t('Role'), all: t('All roles'), options: roleOptions('staff') })}
      ${units.length > 0 && f.select({ name: 'unit', label: t('Class, form or department'), all: t('All classes and groups'), options: units.map(({ id, name }) => ({ value: id, label: name })) })}
      ${looksAfter && f.checkbox({ name: 'account', label: t('Without an account'), options: ['none'] })}`,
  );
}

function list({ people, filter, looksAfter, isTicked }: PeopleListData, ticks: boolean): Html {
  return table({
    caption: t('People by family name'),
    captionHidden: true,
    columns: [
      { label: t('Name') },
      {
        label: filter.kind === 'pupil' ? t('Year') : filter.kind === 'guest' ? t('From') : t('Does here'),
        wide: true,
      },
      ...(looksAfter ? [{ label: filter.left ? t('Until') : t('Account') }] : []),
      ...(ticks ? [{ label: t('Invite') }] : []),
    ],
    rows: people.map((person) => [
      personName({ name: person.name, href: `/people/${person.personId}` }),
      whatTheyDo(person),
      ...(looksAfter
        ? [filter.left ? person.endsOn && formatDate(person.endsOn, 'short') : accountInWords(person)]
        : []),
      ...(ticks ? [tick(person, isTicked(person.personId))] : []),
    ]),
    empty: empty({
      says:
        filter.search || filter.role || filter.unitId
          ? t('Nobody fits. Try a shorter part of the name.')
          : filter.kind === 'family'
            ? t('No parents or carers are here yet. Add them on the page of their child, or with an import.')
            : t('Nobody is here yet.'),
    }),
  });
}

/** A person's post and roles in a line; a role of the same name as the post, "CPD lead" for one, is not said again. */
function whatTheyDo(
  person: Pick<ListedPerson, 'kind' | 'jobTitle' | 'yearLabel' | 'comesFrom' | 'roles'>,
): string {
  if (person.kind === 'pupil') return person.yearLabel ? yearWords(person.yearLabel) : '';
  const post = person.jobTitle?.toLowerCase();
  const isPost = (title: string) => [post, `${post}er`].includes(title.toLowerCase());
  const roles = person.roles.map(roleTitle).filter((title) => !isPost(title));
  return [person.jobTitle, person.comesFrom, roles.length > 0 && formatList(roles)]
    .filter(Boolean)
    .join('; ');
}

function accountInWords({ hasAccount, invited, hasEmail }: ListedPerson): string {
  if (hasAccount) return t('Open');
  if (invited) return t('Invited');
  return hasEmail ? t('None yet') : t('None yet, no address');
}

const tick = (person: ListedPerson, ticked: boolean): Value =>
  invitable(person) &&
  html`<label class="choice"
    ><input${attributes({ type: 'checkbox', name: 'people', value: person.personId, checked: ticked })} /><span
      class="hidden"
      >${t('Invite {name}', { name: person.name })}</span
    ></label
  >`;

import { theseRoles } from '#platform/access/audience-words.ts';
import { NotFound } from '#platform/errors.ts';
import type { Visit } from '#platform/http/context.ts';
import { page, roles } from '#platform/http/route.ts';
import { formatList, t } from '#platform/i18n/i18n.ts';
import { form } from '#ui/form.ts';
import { html } from '#ui/html.ts';
import { type Namesake, selectNamesakes } from './family.queries.ts';
import { sortName } from './names.ts';
import { personOf } from './person.page.ts';
import type { Person } from './person.queries.ts';
import { administrators } from './roles.ts';

/** The pupil whose family it is. Throws `NotFound` for anybody else. */
export async function pupilOf(visit: Visit): Promise<Person> {
  const person = await personOf(visit);
  if (person.kind !== 'pupil' || person.hasLeft)
    throw new NotFound('No pupil of this school is at this address.');
  return person;
}

/** Adds a parent or carer to a pupil: with an account of their own, never the child's. */
export const addFamilyPage = page('/people/:person/family', {
  purpose: 'administration',
  access: roles(...administrators),
  async load(visit) {
    const pupil = await pupilOf(visit);
    const state = visit.formAt(`/people/${pupil.personId}/family`);
    const namesakes = state.errors?.who
      ? await selectNamesakes(visit.db, visit.organisationId, typedName(state.values ?? {}))
      : [];
    return { pupil, state, namesakes };
  },
  view: ({ pupil, state, namesakes }) => ({
    title: t('Add a parent or carer of {name}', { name: pupil.name }),
    audience: theseRoles(
      administrators,
      t('Those who look after people. Families are shown to nobody else.'),
    ),
    trail: [
      { label: t('People'), href: '/people' },
      { label: pupil.name, href: `/people/${pupil.personId}` },
    ],
    body: html`<p>
        ${t('Each grown-up has an account of their own. Somebody with several children here is added once and linked to each of them.')}
      </p>
      ${form(
        { ...state, button: t('Add to the family'), cancel: `/people/${pupil.personId}` },
        (f) =>
          html` ${f.text({ name: 'given', label: t('Given name') })}
          ${f.text({ name: 'family', label: t('Family name'), hint: t('Some people have one name only: leave the other empty.') })}
          ${f.text({ name: 'relationship', label: t('What they are to the child'), hint: t('Mother, grandfather, foster carer: as the family says it.') })}
          ${f.email({ name: 'email', label: t('Their e-mail address'), hint: t('To invite them by mail, and for signing in. Without one they are given a link.') })}
          ${namesakes.length > 0 && f.radios({ name: 'who', label: t('Who is it?'), required: true, options: whoOptions(namesakes) })}`,
      )}`,
  }),
});

const typedName = (values: Readonly<Record<string, unknown>>): string =>
  sortName({ givenName: String(values.given ?? '').trim(), familyName: String(values.family ?? '').trim() });

const whoOptions = (namesakes: readonly Namesake[]) => [
  ...namesakes.map(({ personId, name, kind, children }) => ({
    value: personId,
    label:
      children.length > 0
        ? t('{name}, parent or carer of {children}', { name, children: formatList(children) })
        : kind === 'staff'
          ? t('{name}, who works here', { name })
          : t('{name}, who is in the list', { name }),
  })),
  { value: 'other', label: t('Another person of the same name') },
];

import { theseRoles } from '#platform/access/audience-words.ts';
import { page, roles } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { form } from '#ui/form.ts';
import { html } from '#ui/html.ts';
import { selectUnitChoices } from './people-list.queries.ts';
import { personOf } from './person.page.ts';
import { daysOf } from './person.view.ts';
import { roleOptions, roleTitle } from './role-words.ts';
import { appointers } from './roles.ts';

/** Gives somebody roles: several at once, with dates. */
export const appointPage = page('/people/:person/roles', {
  purpose: 'administration',
  access: roles(...appointers),
  load: async (visit) => ({
    person: await personOf(visit),
    units: await selectUnitChoices(visit.db, visit.organisationId),
    form: visit.formAt(`/people/${visit.params.person!}/roles`),
  }),
  view: ({ person, units, form: state }, visit) => {
    const held = person.roles.filter(({ unit }) => unit === null);
    const options = roleOptions(
      person.kind,
      held.map(({ role }) => role),
    );
    return {
      title: t('Appoint {name}', { name: person.name }),
      audience: theseRoles(
        appointers,
        t(
          'Administrators and the head appoint people. Each appointment stands in the person’s history, with who made it.',
        ),
      ),
      trail: [
        { label: t('People'), href: '/people' },
        { label: person.name, href: `/people/${person.personId}` },
      ],
      body: html`${
        held.length > 0 &&
        html`<p>${t('Holds already:')}</p>
          <ul>
            ${held.map((each) => html`<li>${roleTitle(each.role)}, ${daysOf(each)}</li>`)}
          </ul>`
      }
      ${
        options.length === 0
          ? html`<p>
              ${t('There is no role to give here. Guests get theirs in the programme they are let into.')}
            </p>`
          : form(
              {
                ...state,
                values: { from: visit.today, ...state.values },
                button: t('Appoint'),
                cancel: `/people/${person.personId}`,
              },
              (f) =>
                html` ${f.checkboxes({ name: 'roles', label: t('Roles'), required: true, options })}
                ${f.date({ name: 'from', label: t('From'), required: true })}
                ${f.date({ name: 'until', label: t('Until'), hint: t('The last day. Leave it empty when it is not known.') })}
                ${units.length > 0 && f.select({ name: 'unit', label: t('Only in this class or department'), hint: t('Leave it empty for the whole school.'), options: units.map(({ id, name }) => ({ value: id, label: name })) })}`,
            )
      }`,
    };
  },
});

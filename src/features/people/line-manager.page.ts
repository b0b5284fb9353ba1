import { theseRoles } from '#platform/access/audience-words.ts';
import { page, roles } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import type { Db } from '#platform/db/database.ts';
import { form } from '#ui/form.ts';
import { html } from '#ui/html.ts';
import { personOf } from './person.page.ts';
import { administrators } from './roles.ts';

/** The staff, to choose a colleague from. */
const selectStaffChoices = (db: Db, owner: string): Promise<{ personId: string; name: string }[]> =>
  db
    .selectFrom('member as m')
    .innerJoin('person as p', 'p.id', 'm.person_id')
    .select(['p.id as personId', 'p.name'])
    .where('m.owner_id', '=', owner)
    .where('m.kind', '=', 'staff')
    .where('m.ended_at', 'is', null)
    .orderBy('m.sort_name')
    .limit(2000)
    .execute();

export const lineManagerPage = page('/people/:person/line-managers', {
  purpose: 'administration',
  access: roles(...administrators),
  load: async (visit) => ({
    person: await personOf(visit),
    staff: await selectStaffChoices(visit.db, visit.organisationId),
    form: visit.formAt(`/people/${visit.params.person!}/line-managers`),
  }),
  view: ({ person, staff, form: state }, visit) => ({
    title: t('Line manager of {name}', { name: person.name }),
    audience: theseRoles(
      administrators,
      t('Those who look after people. Colleagues see who is whose line manager.'),
    ),
    trail: [
      { label: t('People'), href: '/people' },
      { label: person.name, href: `/people/${person.personId}` },
    ],
    body: html`<p>
        ${t('A line manager is kept out of what is meant for others: coaching, partnerships that leave managers out, whatever a person shares with some and not with their manager. Of what the person writes it opens the targets for appraisal and formal observations, and nothing else.')}
      </p>
      ${form(
        {
          ...state,
          values: { from: visit.today, ...state.values },
          button: t('Add as line manager'),
          cancel: `/people/${person.personId}`,
        },
        (f) =>
          html` ${f.select({ name: 'manager', label: t('Line manager'), required: true, options: staff.filter((each) => each.personId !== person.personId).map((each) => ({ value: each.personId, label: each.name })) })}
          ${f.date({ name: 'from', label: t('From'), required: true })}`,
      )}`,
  }),
});

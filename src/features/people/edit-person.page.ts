import { theseRoles } from '#platform/access/audience-words.ts';
import { page, roles } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { form } from '#ui/form.ts';
import { wholeName } from './names.ts';
import { personFields } from './person-fields.ts';
import { personOf } from './person.page.ts';
import { administrators } from './roles.ts';

export const editPersonPage = page('/people/:person/edit', {
  purpose: 'administration',
  access: roles(...administrators),
  load: personOf,
  view: (person, visit) => {
    const at = visit.formAt(`/people/${person.personId}/edit`);
    const stored = {
      given: person.givenName,
      family: person.familyName,
      called: person.name === wholeName(person) ? '' : person.name,
      job: person.jobTitle,
      year: person.yearLabel,
      from: person.comesFrom,
      email: person.schoolEmails[0],
    };
    return {
      title: t('Change {name}', { name: person.name }),
      audience: theseRoles(
        administrators,
        t('Those who look after people. The person can change how they are called under Me.'),
      ),
      trail: [
        { label: t('People'), href: '/people' },
        { label: person.name, href: `/people/${person.personId}` },
      ],
      body: form(
        {
          ...at,
          values: { ...stored, ...at.values },
          button: t('Save'),
          cancel: `/people/${person.personId}`,
        },
        (f) => personFields(f, person.kind, !person.hasAccount),
      ),
    };
  },
});

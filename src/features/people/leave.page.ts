import { theseRoles } from '#platform/access/audience-words.ts';
import { page, roles } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { form } from '#ui/form.ts';
import { html } from '#ui/html.ts';
import { personOf } from './person.page.ts';
import { administrators } from './roles.ts';

export const leavePage = page('/people/:person/leave', {
  purpose: 'administration',
  access: roles(...administrators),
  load: personOf,
  view: (person, visit) => {
    const at = visit.formAt(`/people/${person.personId}/leave`);
    return {
      title: t('{name} leaves', { name: person.name }),
      audience: theseRoles(administrators, t('Those who look after people.')),
      trail: [
        { label: t('People'), href: '/people' },
        { label: person.name, href: `/people/${person.personId}` },
      ],
      body: html`<p>
          ${t('Roles, classes and line management end with the last day. What the person wrote about their own learning stays theirs: they reach it with their personal e-mail address. Nothing is deleted.')}
        </p>
        ${form(
          {
            ...at,
            values: { last: visit.today, ...at.values },
            button: t('Write it down'),
            cancel: `/people/${person.personId}`,
          },
          (f) =>
            f.date({
              name: 'last',
              label: t('Last day'),
              hint: t('Today or earlier ends it at once; a day to come ends it by itself.'),
              required: true,
            }),
        )}`,
    };
  },
});

import { page, roles } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { details } from '#ui/details.ts';
import { form } from '#ui/form.ts';
import { html } from '#ui/html.ts';
import { administrators } from '#features/people/index.ts';
import { importsAudience } from './imports.page.ts';

/** Choose the files. */
export const newImportPage = page('/school/imports/new', {
  purpose: 'administration',
  access: roles(...administrators),
  load: (visit) => Promise.resolve(visit.formAt('/school/imports')),
  view: (state) => ({
    title: t('Import people'),
    audience: importsAudience(),
    trail: [
      { label: t('School'), href: '/school' },
      { label: t('Imports'), href: '/school/imports' },
    ],
    body: html`<p>${t('Nothing is written until you have looked at it and said so.')}</p>
      ${form(
        {
          ...state,
          action: '/school/imports',
          button: t('Read these files'),
          multipart: true,
          cancel: '/school/imports',
        },
        (f) =>
          f.file({
            name: 'files',
            label: t('The files'),
            hint: t(
              'A OneRoster zip file, or lists of staff or of pupils saved as CSV. Several at once if you like; up to 50 MB each.',
            ),
            accept: '.zip,.csv,.tsv,.txt',
            multiple: true,
            required: true,
          }),
      )}
      ${details(
        t('Which columns we read'),
        html`<p>
            ${t('The first row names the columns. Any order will do, and columns we do not know are left out and listed.')}
          </p>
          <ul>
            <li>
              ${t('Staff: Forename, Surname, E-mail, Staff code or Payroll number, Job title, Roles, Department, Form, Start date, Leaving date.')}
            </li>
            <li>
              ${t('Pupils: Forename, Surname, UPN or Admission number, Year group, Form, Date of birth, Start date, Leaving date.')}
            </li>
            <li>
              ${t('Commas, semicolons or tabs; dates as people write them. A code or number of their own for each person lets us know them again next time.')}
            </li>
          </ul>`,
      )}
      ${details(
        t('What happens to these files'),
        html`<p>
          ${t('They are kept with the preview for 30 days, so that you can look again, and then removed. Nobody can download them from here. Passwords, telephone numbers, ethnicity and birthplace are never read.')}
        </p>`,
      )}`,
  }),
});

import { page, roles } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { details } from '#ui/details.ts';
import { form } from '#ui/form.ts';
import { html } from '#ui/html.ts';
import { consentsPath } from '../consent.ts';
import { consentKeepers, consentsAudience } from '../consents.access.ts';
import { consentPurposes } from '../purposes.ts';

export const importPath = `${consentsPath}/import`;
export const importTrail = () => [{ label: t('Consents'), href: consentsPath }];

/** Choose a list of answers; it is looked at before anything is written. */
export const importPage = page(importPath, {
  purpose: 'administration',
  access: roles(...consentKeepers),
  load: (visit) =>
    Promise.resolve({
      state: visit.formAt(importPath),
      // What was shown could not be written down: the list is to be read again.
      refused: visit.formAt(`${importPath}/apply`).errors,
    }),
  view: ({ state, refused }) => ({
    title: t('Read answers from a list'),
    audience: consentsAudience(),
    trail: importTrail(),
    body: html`<p>${t('Nothing is written until you have looked at it and said so.')}</p>
      ${form(
        {
          ...state,
          errors: state.errors ?? refused,
          button: t('Read this list'),
          multipart: true,
          cancel: consentsPath,
        },
        (f) =>
          f.file({
            name: 'list',
            label: t('The list'),
            hint: t('Saved as CSV, for instance from the form your families fill in; up to 5 MB.'),
            accept: '.csv,.tsv,.txt',
            required: true,
          }),
      )}
      ${details(
        t('Which columns we read'),
        html`<p>
            ${t('The first row names the columns, in any order. Pupil number, or Name, or Forename and Surname; Class where two have one name; Purpose; Answer; Given by; How; On; Until.')}
          </p>
          <ul>
            <li>${t('Answer: given or yes, refused or no. Rows without an answer say nothing.')}</li>
            <li>
              ${t('How: on paper, by a form, spoken, by letter or message. Where it does not say, it was on paper.')}
            </li>
            <li>
              ${t('Purpose, one of: {all}.', {
                all: consentPurposes()
                  .map(({ short }) => t(short))
                  .join('; '),
              })}
            </li>
          </ul>
          <p>${t('The sheet that the register gives has these columns and is read back as it is.')}</p>`,
      )}`,
  }),
});

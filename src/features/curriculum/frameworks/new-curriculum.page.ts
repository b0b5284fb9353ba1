import { theseRoles } from '#platform/access/audience-words.ts';
import { page, roles } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { details } from '#ui/details.ts';
import { form } from '#ui/form.ts';
import { html } from '#ui/html.ts';
import { curriculumPath, newCurriculumPath, shippedPath } from '../addresses.ts';
import { curriculumKeepers } from '../curriculum.access.ts';
import { shippedCurricula } from './shipped-curricula.ts';

/** Brings a curriculum in: one that came with Staffroom, or files of one's own. */
export const newCurriculumPage = page(newCurriculumPath, {
  purpose: 'administration',
  access: roles(...curriculumKeepers),
  load: async (visit) => ({ state: visit.formAt(newCurriculumPath) }),
  view: ({ state }) => ({
    title: t('Bring in a curriculum'),
    audience: theseRoles(curriculumKeepers, t('You look it over before anybody plans by it.')),
    trail: [{ label: t('Curriculum'), href: curriculumPath }],
    body: html`<h2>${t('From files')}</h2>
      ${form(
        {
          ...state,
          action: newCurriculumPath,
          button: t('Read these files'),
          multipart: true,
          cancel: curriculumPath,
        },
        (f) => [
          f.file({
            name: 'files',
            label: t('The files'),
            hint: t(
              'Linked data (.ttl, several files together), CASE (.json) or a table saved as CSV; up to 10 MB each.',
            ),
            accept: '.ttl,.json,.csv,.tsv,.txt',
            required: true,
            multiple: true,
          }),
          f.text({
            name: 'title',
            label: t('What it is called'),
            hint: t('Leave it empty to take what the files say.'),
            maxlength: 160,
          }),
        ],
      )}
      ${details(
        t('How a table must look'),
        html`<p>
            ${t('The first row names the columns, in any order: Code, Statement, Parent, Subject, Stage, Years, Kind, Note. Only Statement must be there.')}
          </p>
          <ul>
            <li>${t('Parent: the code of the statement that this one belongs to.')}</li>
            <li>${t('Years: 5, or 3; 4; 5; 6.')}</li>
            <li>
              ${t('A newer table is known as a version of the same curriculum by its title; statements are known again by their code.')}
            </li>
          </ul>`,
      )}
      <h2>${t('What comes with Staffroom')}</h2>
      ${shippedCurricula.map(
        ({ id, title, says }) =>
          html`<p><strong>${title()}</strong>. ${says()}</p>
            ${form({
              action: shippedPath,
              button: t('Bring this in'),
              describe: title(),
              quiet: true,
              hidden: { curriculum: id },
              prefix: id,
            })}`,
      )}`,
  }),
});

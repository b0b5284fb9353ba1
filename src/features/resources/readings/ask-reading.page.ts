import { onlyYou } from '#platform/access/audience-words.ts';
import { page } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { selectStaff } from '#features/people/index.ts';
import { form } from '#ui/form.ts';
import { html } from '#ui/html.ts';
import { readingsHref, resourceHref } from '../addresses.ts';
import { openOwnResource } from '../open-resource.ts';
import { resourcePolicy } from '../resource.policy.ts';
import { resourceTrail } from '../resource-trail.ts';
import { readingQuestions } from './reading.ts';

/** Asks a colleague to read a page, also before it stands in the bank. */
export const askReadingPage = page(readingsHref(':resource'), {
  purpose: 'learning',
  access: resourcePolicy,
  async load(visit) {
    const { resource } = await openOwnResource(visit);
    const staff = await selectStaff(visit.db, visit.who, visit.today);
    return { resource, staff: staff.filter(({ personId }) => personId !== visit.who.personId) };
  },
  view: ({ resource, staff }, visit) => {
    const action = readingsHref(resource.id);
    const { values, errors } = visit.formAt(action);
    return {
      title: t('Ask a colleague to read “{title}”', { title: resource.title }),
      audience: onlyYou(t('What they say is for the two of you.')),
      trail: resourceTrail(resource),
      body: html`${form(
          { action, button: t('Ask'), values: { ...values }, errors, cancel: resourceHref(resource.id) },
          (f) => [
            f.select({
              name: 'person',
              label: t('Whom?'),
              required: true,
              options: [
                { value: '', label: t('Choose a colleague') },
                ...staff.map(({ personId, name }) => ({ value: personId, label: name })),
              ],
            }),
            f.date({
              name: 'by',
              label: t('By which day?'),
              hint: t('Leave it empty where there is no hurry.'),
            }),
            f.textarea({ name: 'words', label: t('What should they look at?'), rows: 3, maxlength: 1000 }),
          ],
        )}
        <p>${t('They are asked:')}</p>
        <ul>
          ${readingQuestions().map(({ ask }) => html`<li>${ask}</li>`)}
        </ul>`,
    };
  },
});

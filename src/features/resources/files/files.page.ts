import type { Visit } from '#platform/http/context.ts';
import { page } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { fileInText, fileList, type KeptFile, uploadFields } from '#features/files/index.ts';
import { copyLink } from '#ui/actions.ts';
import { details } from '#ui/details.ts';
import { form } from '#ui/form.ts';
import { html, type Html } from '#ui/html.ts';
import { resourceHref, shownFileHref } from '../addresses.ts';
import { resourceAudience } from '../audience.ts';
import { openOwnResource } from '../open-resource.ts';
import { resourcePolicy } from '../resource.policy.ts';
import { resourceTrail } from '../resource-trail.ts';
import type { Resource } from '../resource.ts';

/** The files of a page: whoever reads the page may open them, and its text shows them where it names them. */
export const resourceFilesPage = page(resourceHref(':resource', 'files'), {
  purpose: 'administration',
  access: resourcePolicy,
  load: openOwnResource,
  view: ({ resource }, visit) => {
    const action = resourceHref(resource.id, 'files');
    return {
      title: t('Pictures, sounds and files of “{title}”', { title: resource.title }),
      audience: resourceAudience(visit.who, resource),
      trail: resourceTrail(resource),
      body: html`${fileList(
          resource.files,
          () => true,
          (file) => html`<div data-file="${file.id}">${inText(resource, file, visit)}</div>`,
        )}
        <h2>${t('Add')}</h2>
        <p>
          ${t('Pupils’ voices are theirs: record or add them only where their family said yes to sound recordings.')}
        </p>
        ${form(
          {
            ...visit.formAt(action),
            action,
            button: t('Add'),
            multipart: true,
            cancel: resourceHref(resource.id),
          },
          (f) => uploadFields(f, { label: t('A picture, a sound or a file'), ownMaterial: true }),
        )}`,
    };
  },
});

/** Whether the text shows a file, and what makes it do so. */
function inText({ id, text, version }: Resource, file: KeptFile, visit: Visit): Html {
  const where = details(
    t('Put it where you like'),
    copyLink(fileInText(file, t('What it shows')), t('This shows it in the text')),
  );
  if (text.includes(`file:${file.id}`))
    return html`<p class="meta">${t('It stands in the page.')}</p>
      ${where}`;
  const action = shownFileHref(id, file.id);
  const { values, errors } = visit.formAt(action);
  return html`${form(
    {
      action,
      button: t('Put it at the end of the page'),
      describe: file.name,
      quiet: true,
      values: { ...values },
      errors,
      hidden: { version },
      prefix: `show-${file.id}`,
    },
    (f) =>
      f.text({
        name: 'words',
        label: t('What it shows'),
        hint: t('For those who cannot see or hear it.'),
        required: true,
        maxlength: 200,
      }),
  )}
  ${where}`;
}

import { page } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { resourceHref } from './addresses.ts';
import { resourceAudience } from './audience.ts';
import { openOwnResource } from './open-resource.ts';
import { draftOf, resourceForm } from './resource-form.view.ts';
import { fieldsOf } from './resource-input.ts';
import { resourcePolicy } from './resource.policy.ts';
import { resourceTrail } from './resource-trail.ts';

/** Changes a page; the text before it is kept. */
export const changeResourcePage = page(resourceHref(':resource', 'change'), {
  purpose: 'administration',
  access: resourcePolicy,
  async load(visit) {
    const opened = await openOwnResource(visit);
    return { ...opened, draft: await visit.draft(draftOf(opened.resource.id)) };
  },
  view({ resource, draft }, visit) {
    const action = resourceHref(resource.id, 'change');
    const { values, errors } = visit.formAt(action);
    return {
      title: t('Change “{title}”', { title: resource.title }),
      audience: resourceAudience(visit.who, resource),
      trail: resourceTrail(resource),
      body: resourceForm(
        {
          action,
          button: t('Save the page'),
          values: { ...fieldsOf(resource), ...draft, ...values },
          errors,
          draft: draftOf(resource.id),
          hidden: { version: resource.version },
          cancel: resourceHref(resource.id),
        },
        resource.id,
      ),
    };
  },
});

import { page } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { form } from '#ui/form.ts';
import { resourceHref } from '../addresses.ts';
import { resourceAudience } from '../audience.ts';
import { openOwnResource } from '../open-resource.ts';
import { resourcePolicy } from '../resource.policy.ts';
import { resourceTrail } from '../resource-trail.ts';
import { markOptions } from './marks.ts';

/** Says by what colleagues find a page: which kind of knowledge, made with which needs in mind. */
export const marksPage = page(resourceHref(':resource', 'marks'), {
  purpose: 'administration',
  access: resourcePolicy,
  load: openOwnResource,
  view: ({ resource }, visit) => {
    const action = resourceHref(resource.id, 'marks');
    const { values, errors } = visit.formAt(action);
    return {
      title: t('How colleagues find “{title}”', { title: resource.title }),
      audience: resourceAudience(visit.who, resource),
      trail: resourceTrail(resource),
      body: form(
        {
          action,
          button: t('Save'),
          values: { knowledge: resource.knowledge, needs: resource.needs, ...values },
          errors,
          cancel: resourceHref(resource.id),
        },
        (f) => [
          f.checkboxes({
            name: 'knowledge',
            label: t('What it is mostly about'),
            hint: t('One or two. None will do.'),
            unmarked: true,
            options: markOptions('knowledge'),
          }),
          f.checkboxes({
            name: 'needs',
            label: t('Made with these learners in mind'),
            hint: t('It is said of the page and never of a pupil.'),
            unmarked: true,
            options: markOptions('needs'),
          }),
        ],
      ),
    };
  },
});

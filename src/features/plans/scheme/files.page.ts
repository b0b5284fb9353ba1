import { page } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { uploadFields } from '#features/files/index.ts';
import { form } from '#ui/form.ts';
import { planHref } from '../addresses.ts';
import { planAudience } from '../audience.ts';
import { planPolicy } from '../plan.policy.ts';
import { planTrail } from '../plan-trail.ts';
import { openToWrite } from './open-plan.ts';

/** Adds files to a plan: one made elsewhere, or what belongs to it. */
export const planFilesPage = page(planHref(':plan', 'files'), {
  purpose: 'learning',
  access: planPolicy,
  load: openToWrite,
  view: ({ plan }, visit) => {
    const action = planHref(plan.id, 'files');
    const state = visit.formAt(action);
    return {
      title: t('Add a file'),
      audience: planAudience(visit.who),
      trail: planTrail(plan),
      body: form({ ...state, action, button: t('Add'), multipart: true, cancel: planHref(plan.id) }, (f) =>
        uploadFields(f, { label: t('A plan made elsewhere, or what belongs to it') }),
      ),
    };
  },
});

import { onlyYou } from '#platform/access/audience-words.ts';
import { members, page } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { newResourcePath, resourcesPath } from './addresses.ts';
import { newDraft, resourceForm } from './resource-form.view.ts';
import { resourceTrail } from './resource-trail.ts';

/** Writes a page to teach with. */
export const newResourcePage = page(newResourcePath, {
  purpose: 'administration',
  access: members('staff'),
  load: async (visit) => ({ draft: await visit.draft(newDraft), at: visit.formAt(resourcesPath) }),
  view: ({ draft, at }) => ({
    title: t('Write a page'),
    audience: onlyYou(t('Nobody else sees it until you put it into the bank.')),
    trail: resourceTrail(),
    body: resourceForm({
      action: resourcesPath,
      button: t('Save the page'),
      values: { ...draft, ...at.values },
      errors: at.errors,
      draft: newDraft,
      cancel: resourcesPath,
    }),
  }),
});

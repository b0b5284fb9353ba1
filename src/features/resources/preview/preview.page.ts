import { onlyYou } from '#platform/access/audience-words.ts';
import { members, page } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { type KeptFile, shownFiles } from '#features/files/index.ts';
import { quietActions } from '#ui/actions.ts';
import { html } from '#ui/html.ts';
import { drawText } from '#ui/text/draw-text.ts';
import { parseText } from '#ui/text/parse-text.ts';
import { newPreviewPath, newResourcePath, resourceHref } from '../addresses.ts';
import { openOwnResource } from '../open-resource.ts';
import { draftOf, newDraft } from '../resource-form.view.ts';
import { resourcePolicy } from '../resource.policy.ts';
import { resourceTrail } from '../resource-trail.ts';

/** How a new page will look, from the draft that is kept while one writes. */
export const newPreviewPage = page(newPreviewPath, {
  purpose: 'administration',
  access: members('staff'),
  load: async (visit) => ({ text: textOf(await visit.draft(newDraft)) ?? '' }),
  view: ({ text }) => content(text, [], newResourcePath),
});

/** The same for changes to a page; without a draft it is the page as it stands. */
export const previewPage = page(resourceHref(':resource', 'preview'), {
  purpose: 'administration',
  access: resourcePolicy,
  async load(visit) {
    const { resource } = await openOwnResource(visit);
    return { resource, text: textOf(await visit.draft(draftOf(resource.id))) ?? resource.text };
  },
  view: ({ resource, text }) => content(text, resource.files, resourceHref(resource.id, 'change')),
});

const textOf = (draft: Record<string, unknown> | undefined): string | undefined =>
  typeof draft?.text === 'string' ? draft.text : undefined;

const content = (text: string, files: readonly KeptFile[], back: string) => ({
  title: t('How it looks'),
  audience: onlyYou(t('It is not saved yet.')),
  trail: resourceTrail(),
  body: html`${drawText(parseText(text), shownFiles(files))}
  ${quietActions([{ label: t('Go on writing'), href: back, icon: 'edit' }])}`,
});

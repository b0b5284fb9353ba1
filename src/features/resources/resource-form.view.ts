import { form, type FormOptions } from '#ui/form.ts';
import { t } from '#platform/i18n/i18n.ts';
import { quietActions } from '#ui/actions.ts';
import { html, type Html } from '#ui/html.ts';
import { newPreviewPath, resourceHref } from './addresses.ts';
import { resourceFields } from './resource-input.ts';

export const newDraft = 'resource:new';
export const draftOf = (id: string): string => `resource:${id}`;

/** The form of a page, new or with its id. What is typed is kept while typing. */
export const resourceForm = (
  options: Pick<FormOptions, 'action' | 'button' | 'values' | 'errors' | 'draft' | 'hidden' | 'cancel'>,
  id?: string,
): Html =>
  html`${form(options, (f) => resourceFields(f, textOf(id)))}
  ${quietActions([{ label: t('See how the draft looks'), href: textOf(id).see, icon: 'learning' }])}`;

/** Where the text of a page is looked at while it is written, and where its files are added. */
const textOf = (id: string | undefined) =>
  id === undefined
    ? { see: newPreviewPath, files: null }
    : { see: resourceHref(id, 'preview'), files: resourceHref(id, 'files') };

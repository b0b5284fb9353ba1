import { form, type FormOptions } from '#ui/form.ts';
import type { Html } from '#ui/html.ts';
import { newPreviewPath, resourceHref } from './addresses.ts';
import { resourceFields } from './resource-input.ts';

export const newDraft = 'resource:new';
export const draftOf = (id: string): string => `resource:${id}`;

/** The form of a page, new or with its id. What is typed is kept while typing. */
export const resourceForm = (
  options: Pick<FormOptions, 'action' | 'button' | 'values' | 'errors' | 'draft' | 'hidden' | 'cancel'>,
  id?: string,
): Html =>
  form(options, (f) =>
    resourceFields(
      f,
      id === undefined
        ? { see: newPreviewPath, files: null }
        : { see: resourceHref(id, 'preview'), files: resourceHref(id, 'files') },
    ),
  );

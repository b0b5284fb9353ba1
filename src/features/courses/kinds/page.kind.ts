import { z } from 'zod';
import { isId } from '#platform/db/ids.ts';
import { Refused } from '#platform/errors.ts';
import { optionalLine, optionalProse } from '#platform/http/input.ts';
import { t } from '#platform/i18n/i18n.ts';
import { type BankPage, selectBankPages } from '#features/resources/index.ts';
import { shownFiles } from '#features/files/index.ts';
import { activityFileHref } from '../addresses.ts';
import { html } from '#ui/html.ts';
import { drawText } from '#ui/text/draw-text.ts';
import { longestText, parseText } from '#ui/text/parse-text.ts';
import { kind } from './kind.ts';

const Settings = z.object({ text: z.string(), resourceId: z.string().nullable() });

/** The id in an address of a resource, or the id itself. */
const resourceIn = (written: string): string | null => /[0-9a-f-]{36}/.exec(written)?.[0] ?? null;

/** Something to read: written here, or a page of the bank, which is shown as it stands there. */
export const pageKind = kind<z.output<typeof Settings>, BankPage | undefined>({
  id: 'page',
  isOffered: true,
  icon: 'file',
  title: () => t('A page'),
  plain: () => t('To read: written here, or a page of the bank of resources.'),
  settings: Settings,
  input: { text: optionalProse(longestText), resource: optionalLine(300) },
  async read({ text, resource }, visit) {
    const written = String(resource);
    const resourceId = written === '' ? null : resourceIn(written);
    if (
      written !== '' &&
      (resourceId === null ||
        !isId(resourceId) ||
        !(await selectBankPages(visit.db, visit.organisationId, [resourceId])).has(resourceId))
    )
      throw new Refused({ resource: t('No page of the bank is at this address.') });
    if (resourceId === null && text === '')
      throw new Refused({ text: t('Write something, or name a resource.') });
    return { text: String(text), resourceId };
  },
  fields: (f) =>
    html`${f.textarea({
      name: 'text',
      label: t('The page'),
      hint: t('A line that begins with # is a heading, with - a point of a list.'),
      rows: 12,
      maxlength: longestText,
    })}
    ${f.text({
      name: 'resource',
      label: t('Or a page of the bank'),
      hint: t('Its address, copied from the page of the resource. Learners read it here as it stands there.'),
      maxlength: 300,
    })}`,
  values: ({ text, resourceId }) => ({
    text,
    resource: resourceId === null ? '' : `/resources/${resourceId}`,
  }),
  // Whoever leads the course opened it to its learners; it is shown to them while it stands in the bank.
  load: async (visit, _standing, { resourceId }) =>
    resourceId === null
      ? undefined
      : (await selectBankPages(visit.db, visit.organisationId, [resourceId])).get(resourceId),
  draw: ({ text, resourceId }, resource, { opened, activity }) =>
    html`${text !== '' && drawText(parseText(text), shownFiles(opened.course.files))}
    ${
      resourceId !== null &&
      (resource
        ? drawText(
            parseText(resource.text),
            shownFiles(resource.files, ({ id }) => activityFileHref(opened.course.id, activity.id, id)),
          )
        : html`<p class="empty">${t('The page that stood here is not in the bank any more.')}</p>`)
    }`,
});

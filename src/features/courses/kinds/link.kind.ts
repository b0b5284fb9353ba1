import { z } from 'zod';
import { Refused } from '#platform/errors.ts';
import { line, optionalProse } from '#platform/http/input.ts';
import { t } from '#platform/i18n/i18n.ts';
import { shownFiles } from '#features/files/index.ts';
import { html } from '#ui/html.ts';
import { drawText } from '#ui/text/draw-text.ts';
import { parseText } from '#ui/text/parse-text.ts';
import { kind } from './kind.ts';

const Settings = z.object({ url: z.string(), text: z.string() });

/** An address on the web, as it may stand in a page. Throws `Refused`. */
export function webAddress(written: string): string {
  const url = URL.canParse(written) ? new URL(written) : undefined;
  if (!url || !/^https?:$/.test(url.protocol) || url.username !== '')
    throw new Refused({ url: t('Write an address of the web, which begins with https://.') });
  return url.href;
}

/** Something elsewhere on the web. */
export const linkKind = kind<z.output<typeof Settings>, null>({
  id: 'link',
  isOffered: true,
  icon: 'world',
  title: () => t('A link'),
  plain: () => t('A page elsewhere on the web. It opens there, and that place sees who comes.'),
  settings: Settings,
  input: { url: line('Write the address.', 2000), text: optionalProse(4000) },
  read: ({ url, text }) => ({ url: webAddress(String(url)), text: String(text) }),
  fields: (f) =>
    html`${f.url({ name: 'url', label: t('Address'), required: true, maxlength: 2000 })}
    ${f.textarea({ name: 'text', label: t('What to look for there'), rows: 4, maxlength: 4000 })}`,
  values: (settings) => settings,
  load: async () => null,
  draw: ({ url, text }, _facts, { opened }) =>
    html`${text !== '' && drawText(parseText(text), shownFiles(opened.course.files))}
      <p><a href="${url}" rel="noopener noreferrer">${url}</a></p>`,
});

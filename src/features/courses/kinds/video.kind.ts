import { z } from 'zod';
import { line, optionalProse } from '#platform/http/input.ts';
import { t } from '#platform/i18n/i18n.ts';
import { shownFiles } from '#features/files/index.ts';
import { html } from '#ui/html.ts';
import { drawText } from '#ui/text/draw-text.ts';
import { parseText } from '#ui/text/parse-text.ts';
import { kind } from './kind.ts';
import { webAddress } from './link.kind.ts';

const Settings = z.object({ url: z.string(), before: z.string(), words: z.string() });

/**
 * A film elsewhere. It is never played within the page: that would tell the other place who learns here before they
 * chose to go there.
 */
export const videoKind = kind<z.output<typeof Settings>, null>({
  id: 'video',
  isOffered: true,
  icon: 'photo',
  title: () => t('A film'),
  plain: () => t('A film elsewhere on the web, with what to look for and what is said in it.'),
  settings: Settings,
  input: { url: line('Write the address.', 2000), before: optionalProse(4000), words: optionalProse(50_000) },
  read: ({ url, before, words }) => ({
    url: webAddress(String(url)),
    before: String(before),
    words: String(words),
  }),
  fields: (f) =>
    html`${f.url({ name: 'url', label: t('Address of the film'), required: true, maxlength: 2000 })}
    ${f.textarea({ name: 'before', label: t('What to look for'), rows: 4, maxlength: 4000 })}
    ${f.textarea({
      name: 'words',
      label: t('What is said in it'),
      hint: t('For whoever cannot hear it, or cannot play it here.'),
      rows: 4,
      maxlength: 50_000,
    })}`,
  values: (settings) => settings,
  load: async () => null,
  draw: ({ url, before, words }, _facts, { opened }) =>
    html`${before !== '' && drawText(parseText(before), shownFiles(opened.course.files))}
      <p><a href="${url}" rel="noopener noreferrer">${t('Watch the film')}</a></p>
      ${
        words !== '' &&
        html`<h2>${t('What is said in it')}</h2>
          ${drawText(parseText(words), shownFiles(opened.course.files))}`
      }`,
});

import { z } from 'zod';
import { line, optionalProse } from '#platform/http/input.ts';
import { t } from '#platform/i18n/i18n.ts';
import { fileList, shownFiles } from '#features/files/index.ts';
import { html } from '#ui/html.ts';
import { drawText } from '#ui/text/draw-text.ts';
import { parseText } from '#ui/text/parse-text.ts';
import { courseHref } from '../addresses.ts';
import { kind } from './kind.ts';

const Settings = z.object({ fileId: z.string(), text: z.string() });

/** A file of the course: shown where it is a picture, otherwise to be saved. */
export const fileKind = kind<z.output<typeof Settings>, null>({
  id: 'file',
  isOffered: true,
  icon: 'download',
  title: () => t('A file'),
  plain: () => t('A sheet, a picture, a sound: one of the files of the course.'),
  settings: Settings,
  input: { file: line('Choose a file. Files are added to the course first.', 80), text: optionalProse(8000) },
  // One that hangs elsewhere is shown to nobody: only the course's own files are.
  read: ({ file, text }) => ({ fileId: String(file), text: String(text) }),
  fields: (f, { course }) =>
    html`${f.select({
        name: 'file',
        label: t('Which file'),
        required: true,
        options: [
          { value: '', label: course.files.length === 0 ? t('The course has no file yet') : t('Choose one') },
          ...course.files.map(({ id, name }) => ({ value: id, label: name })),
        ],
      })}
      <p class="meta"><a href="${courseHref(course.id, 'files')}">${t('Add files to the course')}</a></p>
      ${f.textarea({ name: 'text', label: t('What it is for'), rows: 3, maxlength: 8000 })}`,
  values: ({ fileId, text }) => ({ file: fileId, text }),
  load: async () => null,
  draw: ({ fileId, text }, _facts, { opened }) => {
    const files = opened.course.files.filter(({ id }) => id === fileId);
    return html`${text !== '' && drawText(parseText(text), shownFiles(opened.course.files))}
    ${
      files.length === 0
        ? html`<p class="empty">${t('The file that stood here was taken away.')}</p>`
        : fileList(files, () => false)
    }`;
  },
});

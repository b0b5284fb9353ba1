import { formatNumber, t, tn } from '#platform/i18n/i18n.ts';
import { isShown } from '#platform/storage/serve.ts';
import type { Fields } from '#ui/form.ts';
import { form } from '#ui/form.ts';
import { html, nothing, type Html, type Value } from '#ui/html.ts';
import { countedList } from '#ui/list.ts';
import { largestFile } from './attach-uploads.ts';
import type { KeptFile } from './file.queries.ts';

/** Where a file is opened. */
export const fileHref = (file: Pick<KeptFile, 'ownerId' | 'id'>): string =>
  `/files/${file.ownerId}/${file.id}`;

/**
 * The fields with which a form takes files; the form must be `multipart`, its action must have
 * `uploads: largestFile`, and its input `...uploadInput`. `ownMaterial` asks whose the files are,
 * where the item is a person's own.
 */
export const uploadFields = (f: Fields, options: { label?: string; ownMaterial?: boolean } = {}): Value => [
  f.file({
    name: 'files',
    label: options.label ?? t('A photo or a file'),
    hint: t(
      'Up to {n} MB each. Pictures are shown on the page, other files are downloaded. Where and when it was made is removed from a photo, and stays in a film or a recording.',
      { n: formatNumber(largestFile / 1_048_576) },
    ),
    multiple: true,
  }),
  f.checkbox({
    name: 'no_pupil_seen',
    label: t('No pupil can be recognised in this'),
    hint: t('Tick this to add a photo or a film. No faces, no names: choose a picture of the work alone.'),
  }),
  options.ownMaterial &&
    f.radios({
      name: 'shows',
      label: t('What does it show?'),
      initial: 'pupils',
      options: [
        {
          value: 'pupils',
          label: t('Pupils’ work or words'),
          hint: t('It stays with the school if you leave.'),
        },
        {
          value: 'own',
          label: t('My own material'),
          hint: t('A plan, a slide, a worksheet: it goes with you.'),
        },
      ],
    }),
];

/**
 * The files of an item, each a link; pictures are shown. `mayEnd` says which of them the reader may
 * take away: those they added, or all when the item is theirs. `beside` is what else a room says of one.
 */
export function fileList(
  files: readonly KeptFile[],
  mayEnd: (file: KeptFile) => boolean,
  beside: (file: KeptFile) => Value = () => null,
): Html {
  if (files.length === 0) return nothing;
  return countedList({
    says: tn(files.length, '{n} file', '{n} files'),
    items: files.map((file) => html`${fileEntry(file, mayEnd(file))} ${beside(file)}`),
    empty: nothing,
  });
}

const fileEntry = (file: KeptFile, mayEnd: boolean): Html =>
  html`<a href="${fileHref(file)}"><bdi>${file.name}</bdi></a>
    <span class="meta"
      >${size(file.bytes)}${!isShown(file.mediaType) && html`; ${t('downloaded, not shown here')}`}${
        file.ofPupils && html`; ${t('stays with the school')}`
      }</span
    >
    ${
      isShown(file.mediaType) &&
      html`<p>
        <img
          class="kept-picture"
          src="${fileHref(file)}"
          alt="${t('The picture {name}', { name: file.name })}"
          loading="lazy"
        />
      </p>`
    }
    ${
      mayEnd &&
      form({
        action: `${fileHref(file)}/end`,
        button: t('Take this file away'),
        describe: t('Take {name} away', { name: file.name }),
        quiet: true,
      })
    }`;

/** How large a file is, in words. */
export const size = (bytes: number): string =>
  bytes >= 1_048_576
    ? t('{n} MB', { n: formatNumber(bytes / 1_048_576, 1) })
    : t('{n} KB', { n: formatNumber(Math.max(1, Math.round(bytes / 1024))) });

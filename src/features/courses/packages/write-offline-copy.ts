import { zipSync } from 'fflate';
import { escapeText } from '#platform/escape-text.ts';
import { t } from '#platform/i18n/i18n.ts';
import { html, type Html, trusted } from '#ui/html.ts';
import { isWeb } from './builder.ts';
import type { CoursePackage, LeftOut, PackageActivity } from './course-package.ts';
import { drawForExport, hrefTo } from './draw-for-export.ts';
import { offlineStyles } from './offline-styles.ts';

/** A course to read without a connection. */
interface Copy {
  course: CoursePackage;
  files: Map<string, string>;
  /** Where each activity stands that has a page or a file of its own. */
  places: Map<PackageActivity, string>;
  writtenAt: Map<string, string>;
  left: LeftOut[];
}

/** The same course is the same bytes, whenever it is written. */
const written = new Date(1980, 0, 1);
const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

/**
 * A course as plain pages in a zip, for a stick or a laptop without a connection: no script, and nothing is fetched from
 * anywhere. What pupils do not see is not in it, and what needs the platform is said.
 */
export function writeOfflineCopy(course: CoursePackage): { bytes: Uint8Array; left: LeftOut[] } {
  const copy: Copy = {
    course: seenOf(course),
    files: new Map(),
    places: new Map(),
    writtenAt: new Map(),
    left: hiddenIn(course),
  };
  for (const { path } of course.files) {
    copy.files.set(path, `files/${path}`);
    copy.writtenAt.set(path, `files/${path}`);
  }
  const activities = copy.course.sections.flatMap((section) => section.activities);
  activities.forEach((activity, n) => {
    const place = placeOf(copy, activity, n);
    if (place === null) return;
    copy.places.set(activity, place);
    if (activity.from !== null) copy.writtenAt.set(activity.from, place);
  });
  const used = new Set<string>();
  const entries: Record<string, Uint8Array> = {};
  const inOrder = activities.filter((activity) => 'text' in activity);
  inOrder.forEach((activity, n) => {
    const text = 'text' in activity ? activity.text : '';
    const talk =
      activity.kind === 'discussion' &&
      html`<p class="note">${t('This is talked about on the platform.')}</p>`;
    const body = html`<h1>${activity.title}</h1>
      ${talk}${drawn(copy, text, 1, used)}${around(copy, inOrder[n - 1], inOrder[n + 1])}`;
    entries[copy.places.get(activity)!] = bytesOf(document(copy, activity.title, body, 1));
  });
  entries['index.html'] = bytesOf(document(copy, course.title, contents(copy, used), 0));
  for (const activity of activities) if (activity.kind === 'file') used.add(activity.path);
  // A file that no page shows may be one that pupils were not to see.
  for (const file of course.files) if (used.has(file.path)) entries[`files/${file.path}`] = file.open();
  return { bytes: zipSync(entries, { level: 6, mtime: written }), left: copy.left };
}

/** The course as pupils see it. */
const seenOf = (course: CoursePackage): CoursePackage => ({
  ...course,
  sections: course.sections
    .filter(({ hidden }) => !hidden)
    .map((section) => ({ ...section, activities: section.activities.filter(({ hidden }) => !hidden) })),
});

const hiddenIn = ({ sections }: CoursePackage): LeftOut[] =>
  sections.flatMap((section) =>
    section.activities
      .filter(({ hidden }) => section.hidden || hidden)
      .map(({ title, kind }) => ({ what: title, kind, why: 'hidden' })),
  );

function placeOf(copy: Copy, activity: PackageActivity, n: number): string | null {
  if (activity.kind === 'page' || activity.kind === 'discussion') return `pages/${n + 1}.html`;
  if (activity.kind === 'file' && copy.files.has(activity.path)) return copy.files.get(activity.path)!;
  if (activity.kind === 'link' && isWeb(activity.url)) return null;
  const why = activity.kind === 'questions' ? 'questions' : activity.kind === 'file' ? 'missing' : 'address';
  copy.left.push({ what: activity.title, kind: activity.kind, why });
  return null;
}

function drawn(copy: Copy, text: string, depth: number, used: Set<string>): Html {
  const files = new Map(copy.course.files.map((file) => [file.path, file]));
  return trusted(
    drawForExport(text, files, (path) => {
      const place = copy.writtenAt.get(path);
      if (place === undefined) return null;
      if (files.has(path)) used.add(path);
      return hrefTo(place, depth);
    }),
  );
}

/** Everything in its order, sections under headings. */
function contents(copy: Copy, used: Set<string>): Html {
  const { title, summary, sections } = copy.course;
  return html`<h1>${title}</h1>
    ${drawn(copy, summary, 0, used)}${sections.map(
      (section) =>
        html`<section class="depth-${Math.min(section.depth, 3)}">
          ${section.title !== '' && html`<h2>${section.title}</h2>`}${drawn(copy, section.about, 0, used)}
          <ul class="contents">
            ${section.activities.map((activity) => html`<li class="depth-${Math.min(activity.depth, 3)}">${line(copy, activity)}</li>`)}
          </ul>
        </section>`,
    )}`;
}

function line(copy: Copy, activity: PackageActivity): Html {
  const place = copy.places.get(activity);
  if (place !== undefined) return html`<a href="${hrefTo(place)}">${activity.title}</a>`;
  if (activity.kind === 'link' && isWeb(activity.url))
    return html`<a href="${activity.url}" rel="noopener noreferrer">${activity.title}</a>
      <span class="note">${t('(needs a connection)')}</span>`;
  return html`${activity.title} <span class="note">${t('(not in this copy)')}</span>`;
}

/** From page to page, and back to the beginning. */
function around(copy: Copy, before: PackageActivity | undefined, after: PackageActivity | undefined): Html {
  const to = (activity: PackageActivity, words: string): Html =>
    html`<a href="${hrefTo(copy.places.get(activity)!, 1)}">${words}</a> `;
  return html`<nav aria-label="${t('Pages')}">
    <a href="../index.html">${t('All pages')}</a>
    ${before && to(before, t('Before: {title}', { title: before.title }))}${
      after && to(after, t('Next: {title}', { title: after.title }))
    }
  </nav>`;
}

/** A whole document, which allows itself nothing but its own styles and the files beside it. */
function document({ course }: Copy, title: string, body: Html, depth: number): string {
  const language = course.language === null ? '' : ` lang="${escapeText(course.language)}"`;
  const policy =
    "default-src 'none'; img-src 'self' file:; media-src 'self' file:; style-src 'unsafe-inline'";
  const named = depth === 0 || title === course.title ? title : `${title} · ${course.title}`;
  return `<!doctype html>
<html${language}><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${policy}"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${escapeText(named)}</title><style>${offlineStyles}</style></head>
<body><main>${body.text}</main></body></html>
`;
}

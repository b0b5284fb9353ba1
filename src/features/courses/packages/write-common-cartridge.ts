import { zipSync } from 'fflate';
import { escapeText } from '#platform/escape-text.ts';
import { isWeb } from './builder.ts';
import { canvasModules } from './canvas-modules-out.ts';
import type { CoursePackage, LeftOut, PackageActivity, PackageSection } from './course-package.ts';
import { drawForExport, hrefTo, type WrittenAt } from './draw-for-export.ts';
import { escapeXml } from './read-xml.ts';

/** A section or an activity in the order of the cartridge. */
export interface WrittenItem {
  id: string;
  title: string;
  hidden: boolean;
  indent: number;
  kind: PackageActivity['kind'] | 'section';
  resource: string | null;
  items: WrittenItem[];
}

interface Writing {
  course: CoursePackage;
  entries: Map<string, Uint8Array>;
  resources: string[];
  writtenAt: Map<string, string>;
  left: LeftOut[];
}

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
/** The same course is the same bytes, whenever it is written. */
const written = new Date(1980, 0, 1);

/**
 * Writes a course as a Common Cartridge 1.1, with what Canvas reads beside it: what is set in and what is hidden, for
 * which the cartridge has no place. Says what could not be carried.
 */
export function writeCommonCartridge(course: CoursePackage): { bytes: Uint8Array; left: LeftOut[] } {
  const writing: Writing = { course, entries: new Map(), resources: [], writtenAt: new Map(), left: [] };
  // One folder for all files, which is not put into itself each time a course goes to and fro.
  const folder = course.files.every(({ path }) => path.startsWith('files/')) ? '' : 'files/';
  const filePaths = new Map(course.files.map(({ path }) => [path, folder + path]));
  for (const [path, at] of filePaths) writing.writtenAt.set(path, at);
  const activities = course.sections.flatMap((section) => section.activities);
  const places = new Map(activities.map((activity, n) => [activity, placeOf(activity, n, filePaths)]));
  for (const [activity, place] of places)
    if (activity.from !== null && place) writing.writtenAt.set(activity.from, place);
  course.files.forEach((file, n) => {
    const at = filePaths.get(file.path)!;
    writing.entries.set(at, file.open());
    writing.resources.push(resource(`file${n}`, 'webcontent', at));
  });
  const items = sectionsOf(writing, (activity) => write(writing, activity, places.get(activity) ?? null));
  writing.entries.set('course_settings/module_meta.xml', bytesOf(canvasModules(items)));
  writing.entries.set('course_settings/canvas_export.txt', bytesOf(course.title));
  writing.resources.push(
    `<resource identifier="settings" type="associatedcontent/imscc_xmlv1p1/learning-application-resource" href="course_settings/canvas_export.txt"><file href="course_settings/module_meta.xml"/><file href="course_settings/canvas_export.txt"/></resource>`,
  );
  writing.entries.set('imsmanifest.xml', bytesOf(manifest(writing, items)));
  return {
    bytes: zipSync(Object.fromEntries(writing.entries), { level: 6, mtime: written }),
    left: writing.left,
  };
}

/** Where each activity is written; the number keeps two of one title apart. */
function placeOf(activity: PackageActivity, n: number, files: ReadonlyMap<string, string>): string | null {
  switch (activity.kind) {
    case 'page':
      return `wiki_content/page-${n + 1}.html`;
    case 'link':
      return isWeb(activity.url) ? `links/link-${n + 1}.xml` : null;
    case 'discussion':
      return `discussions/discussion-${n + 1}.xml`;
    case 'questions':
      return activity.format === 'qti-1.2' ? `questions/questions-${n + 1}.xml` : null;
    case 'file':
      return files.get(activity.path) ?? null;
  }
}

/** Sections within one another as they are set in, and the activities of each before the sections within it. */
function sectionsOf(
  writing: Writing,
  itemOf: (activity: PackageActivity) => WrittenItem | null,
): WrittenItem[] {
  const top: WrittenItem[] = [];
  const open: WrittenItem[] = [];
  writing.course.sections.forEach((section, n) => {
    const activities = section.activities.map(itemOf).filter((item) => item !== null);
    if (n === 0 && section.title === '' && section.about === '') return void top.push(...activities);
    const id = `section${n}`;
    // A section of nothing would be read as a heading: a page about it stands in every one that is empty.
    const about = section.about !== '' || activities.length === 0 ? [aboutOf(writing, section, id)] : [];
    open.length = Math.min(section.depth, open.length);
    const item: WrittenItem = {
      id,
      title: section.title || String(n + 1),
      hidden: section.hidden,
      indent: 0,
      kind: 'section',
      resource: null,
      items: [...about, ...activities],
    };
    (open.at(-1)?.items ?? top).push(item);
    open.push(item);
  });
  return top;
}

/** What is said of a section is a page of its own for others, and known again when it is read here. */
function aboutOf(writing: Writing, section: PackageSection, id: string): WrittenItem {
  const at = `wiki_content/${id}.html`;
  const title = section.title || id;
  writing.entries.set(
    at,
    bytesOf(pageDocument(writing, title, section.about, '<meta name="part" content="about-section">')),
  );
  writing.resources.push(resource(`about-${id}`, 'webcontent', at));
  return {
    id: `item-${id}`,
    title,
    hidden: false,
    indent: 0,
    kind: 'page',
    resource: `about-${id}`,
    items: [],
  };
}

function write(writing: Writing, activity: PackageActivity, at: string | null): WrittenItem | null {
  const { title, kind } = activity;
  if (at === null) {
    writing.left.push({ what: title, kind, why: kind === 'file' ? 'missing' : 'format' });
    return null;
  }
  if ('about' in activity && activity.about !== '') writing.left.push({ what: title, kind, why: 'format' });
  const id = `r${writing.resources.length}`;
  const add = (type: string, content: string): void => {
    writing.entries.set(at, bytesOf(content));
    writing.resources.push(resource(id, type, at));
  };
  const head = '<?xml version="1.0" encoding="UTF-8"?>\n';
  const base = 'http://www.imsglobal.org/xsd/imsccv1p1';
  if (activity.kind === 'page') add('webcontent', pageDocument(writing, title, activity.text));
  if (activity.kind === 'link')
    add(
      'imswl_xmlv1p1',
      `${head}<webLink xmlns="${base}/imswl_v1p1"><title>${escapeXml(title)}</title><url href="${escapeXml(activity.url)}" target="_blank"/></webLink>`,
    );
  if (activity.kind === 'discussion') {
    const text = drawn(writing, activity.text, (path) => {
      const to = writing.writtenAt.get(path);
      return to === undefined ? null : `$IMS-CC-FILEBASE$/${hrefTo(to)}`;
    });
    add(
      'imsdt_xmlv1p1',
      `${head}<topic xmlns="${base}/imsdt_v1p1"><title>${escapeXml(title)}</title><text texttype="text/html">${escapeXml(text)}</text></topic>`,
    );
  }
  if (activity.kind === 'questions') add('imsqti_xmlv1p2/imscc_xmlv1p1/assessment', activity.source);
  const file =
    activity.kind === 'file' ? writing.course.files.findIndex(({ path }) => path === activity.path) : -1;
  return {
    id: `item-${id}-${writing.resources.length}-${file}`,
    title,
    hidden: activity.hidden,
    indent: activity.depth,
    kind,
    resource: file < 0 ? id : `file${file}`,
    items: [],
  };
}

const drawn = ({ course }: Writing, text: string, at: WrittenAt): string =>
  drawForExport(text, new Map(course.files.map((file) => [file.path, file])), at);

/** A whole document, in the folder of pages. */
function pageDocument(writing: Writing, title: string, text: string, meta = ''): string {
  const { language } = writing.course;
  const body = drawn(writing, text, (path) => {
    const to = writing.writtenAt.get(path);
    return to === undefined ? null : hrefTo(to, 1);
  });
  const says = escapeText(title);
  return `<!doctype html>\n<html${language === null ? '' : ` lang="${escapeText(language)}"`}><head><meta charset="utf-8"><title>${says}</title>${meta}</head><body>\n<h1>${says}</h1>\n${body}</body></html>\n`;
}

function resource(id: string, type: string, path: string): string {
  const href = escapeXml(hrefTo(path));
  // Only what is no page or file has no address of its own.
  return `<resource identifier="${id}" type="${type}"${type === 'webcontent' ? ` href="${href}"` : ''}><file href="${href}"/></resource>`;
}

function manifest(writing: Writing, items: readonly WrittenItem[]): string {
  const { course, resources } = writing;
  const base = 'http://www.imsglobal.org/xsd/imsccv1p1/imscp_v1p1';
  const lom = 'http://ltsc.ieee.org/xsd/imsccv1p1/LOM/manifest';
  const language =
    course.language === null ? '' : `<lomimscc:language>${escapeXml(course.language)}</lomimscc:language>`;
  const summary = drawn(writing, course.summary, () => null);
  return `<?xml version="1.0" encoding="UTF-8"?>
<manifest identifier="course" xmlns="${base}" xmlns:lomimscc="${lom}">
<metadata><schema>IMS Common Cartridge</schema><schemaversion>1.1.0</schemaversion><lomimscc:lom><lomimscc:general><lomimscc:title><lomimscc:string>${escapeXml(course.title)}</lomimscc:string></lomimscc:title>${language}<lomimscc:description><lomimscc:string>${escapeXml(summary)}</lomimscc:string></lomimscc:description></lomimscc:general></lomimscc:lom></metadata>
<organizations><organization identifier="order" structure="rooted-hierarchy"><item identifier="root">
${items.map(itemXml).join('\n')}
</item></organization></organizations>
<resources>
${resources.join('\n')}
</resources>
</manifest>
`;
}

const itemXml = ({ id, title, resource: to, items }: WrittenItem): string =>
  `<item identifier="${id}"${to === null ? '' : ` identifierref="${to}"`}><title>${escapeXml(title)}</title>${items.map(itemXml).join('')}</item>`;

import { t } from '#platform/i18n/i18n.ts';
import type { Archive } from './archive.ts';
import { isWeb, PackageBuilder } from './builder.ts';
import {
  type CoursePackage,
  packageAddress,
  type PackageActivity,
  type PackageSection,
} from './course-package.ts';
import { readMoodleFiles, type MoodleFiles } from './moodle-files.ts';
import { aboutPeople, moodleValue } from './moodle-xml.ts';
import { pageOf } from './page-of.ts';
import { childAt, childrenOf, readXml, type XmlElement, xmlOf, xmlText } from './read-xml.ts';

/** What of a backup is ever read. Users, marks, logs, roles, groups and messages are not among it. */
export const isOfCourse = (path: string): boolean =>
  /^(?:moodle_backup\.xml|files\.xml|questions\.xml|course\/course\.xml|sections\/[^/]+\/section\.xml|files\/[0-9a-f]{2}\/[0-9a-f]{40})$/.test(
    path,
  ) || /^activities\/([a-z0-9]+)_\d+\/(?:module|\1)\.xml$/.test(path);

/**
 * Reads a backup of a Moodle course (version 2 and later, whether packed as tar or as zip). What people wrote, handed in
 * or were given is not read, even when the backup holds it.
 */
export async function readMoodleBackup(whole: Archive): Promise<CoursePackage> {
  const archive: Archive = new Map([...whole].filter(([path]) => isOfCourse(path)));
  const read = async (path: string): Promise<XmlElement | undefined> => {
    const entry = archive.get(path);
    return entry && readXml(entry.open(), aboutPeople);
  };
  const information = childAt(await read('moodle_backup.xml'), 'information');
  const builder = new PackageBuilder();
  const reader = new MoodleReader(archive, read, builder, await readMoodleFiles(archive));
  await reader.course(information);
  await reader.sections(information);
  reader.bank();
  const withPeople = childrenOf(childAt(information, 'settings'), 'setting').some(
    (setting) => moodleValue(setting, 'name') === 'users' && moodleValue(setting, 'value') === '1',
  );
  if (withPeople || whole.has('users.xml'))
    builder.leave(t('What people did in the course'), 'users', 'people');
  return builder.end();
}

class MoodleReader {
  readonly #archive: Archive;
  readonly #read: (path: string) => Promise<XmlElement | undefined>;
  readonly #builder: PackageBuilder;
  readonly #files: MoodleFiles;

  constructor(
    archive: Archive,
    read: (path: string) => Promise<XmlElement | undefined>,
    builder: PackageBuilder,
    files: MoodleFiles,
  ) {
    this.#archive = archive;
    this.#read = read;
    this.#builder = builder;
    this.#files = files;
  }

  async course(information: XmlElement | undefined): Promise<void> {
    const course = await this.#read('course/course.xml');
    const builder = this.#builder;
    builder.title = moodleValue(course, 'fullname') || moodleValue(information, 'original_course_fullname');
    const lang = moodleValue(course, 'lang').replaceAll('_', '-');
    builder.language = /^[a-z]{2,3}(?:-[a-z0-9]{2,8})*$/i.test(lang) ? lang : null;
    const context = course?.attributes.contextid ?? '';
    builder.summary = await this.#text(
      moodleValue(course, 'summary'),
      builder.title,
      context,
      'summary',
      '0',
    );
  }

  async sections(information: XmlElement | undefined): Promise<void> {
    const contents = childAt(information, 'contents');
    const sections = new Map<string, PackageSection>();
    for (const listed of childrenOf(childAt(contents, 'sections'), 'section')) {
      const id = moodleValue(listed, 'sectionid');
      const element = await this.#read(`${moodleValue(listed, 'directory')}/section.xml`);
      const number = moodleValue(element, 'number');
      const name = moodleValue(element, 'name') || (number === '0' ? '' : moodleValue(listed, 'title'));
      const title = /^\d+$/.test(name) ? t('Section {number}', { number: name }) : name;
      const section = this.#builder.section(title, 0, moodleValue(element, 'visible') === '0');
      section.about = await this.#text(moodleValue(element, 'summary'), title, null, 'section', id);
      sections.set(id, section);
    }
    for (const listed of childrenOf(childAt(contents, 'activities'), 'activity')) {
      const section = sections.get(moodleValue(listed, 'sectionid')) ?? this.#builder.section('');
      sections.set(moodleValue(listed, 'sectionid'), section);
      await this.#activity(listed, section);
    }
  }

  /** The questions that belong to the course and to no quiz alone. */
  bank(): void {
    const entry = this.#archive.get('questions.xml');
    const source = entry && xmlText(entry.open());
    if (source === undefined || !/<question id=/.test(source)) return;
    const title = t('Question bank');
    this.#files.keep(
      this.#builder,
      (file) => file.component === 'question' || file.component.startsWith('qtype_'),
    );
    this.#builder.section(title, 0, true).activities.push({
      kind: 'questions',
      title,
      format: 'moodle',
      source,
      depth: 0,
      hidden: true,
      from: 'questions.xml',
    });
  }

  async #activity(listed: XmlElement, section: PackageSection): Promise<void> {
    const directory = moodleValue(listed, 'directory');
    const kind = moodleValue(listed, 'modulename');
    const module = await this.#read(`${directory}/module.xml`);
    const activity = await this.#read(`${directory}/${kind}.xml`);
    const element = childAt(activity, kind);
    const title = moodleValue(element, 'name') || moodleValue(listed, 'title');
    if (element === undefined)
      return this.#builder.leave(title, kind, kind in readable ? 'missing' : leftWhy(kind));
    const place = {
      title,
      depth: Math.min(6, Math.max(0, Number.parseInt(moodleValue(module, 'indent'), 10) || 0)),
      hidden: moodleValue(module, 'visible') === '0',
      from: directory,
    };
    const context = activity?.attributes.contextid ?? '';
    const about = await this.#text(moodleValue(element, 'intro'), title, context, 'intro', '0');
    const page = (text: string): void => void section.activities.push({ ...place, kind: 'page', text });
    switch (kind) {
      case 'page': {
        const text = await this.#text(moodleValue(element, 'content'), title, context, 'content', '0');
        return page([about, text].filter(Boolean).join('\n\n'));
      }
      case 'label':
        if (section.activities.length === 0 && !place.hidden)
          return void (section.about = [section.about, about].filter(Boolean).join('\n\n'));
        return page(about);
      case 'url': {
        const url = moodleValue(element, 'externalurl');
        if (isWeb(url)) return void section.activities.push({ ...place, kind: 'link', url, about });
        return this.#builder.leave(title, kind, 'address');
      }
      case 'resource':
        return this.#resource(place, about, context, section);
      case 'folder': {
        const paths = this.#files.keep(
          this.#builder,
          (file) => file.context === context && file.area === 'content',
        );
        return page(
          [about, listOf(paths.map((path) => [path.split('/').slice(4).join('/'), path]))]
            .filter(Boolean)
            .join('\n\n'),
        );
      }
      case 'forum':
        if (moodleValue(element, 'type') === 'news') return this.#builder.leave(title, kind, 'announcements');
        return void section.activities.push({ ...place, kind: 'discussion', text: about });
      case 'book':
        return this.#book(element, place, about, context, section);
      case 'quiz':
        if (about !== '') page(about);
        return void section.activities.push({
          ...place,
          kind: 'questions',
          format: 'moodle',
          source: xmlOf(activity!),
        });
      case 'assign':
        this.#files.keep(
          this.#builder,
          (file) => file.context === context && file.area === 'introattachment',
        );
        this.#builder.leave(title, kind, 'assignment');
        return page(about);
      default:
        return this.#builder.leave(title, kind, leftWhy(kind));
    }
  }

  async #resource(place: Place, about: string, context: string, section: PackageSection): Promise<void> {
    const paths = this.#files.keep(
      this.#builder,
      (file) => file.context === context && file.area === 'content',
    );
    const [path] = paths;
    if (path === undefined) return this.#builder.leave(place.title, 'resource', 'missing');
    if (/\.x?html?$/i.test(path)) {
      const bytes = this.#builder.files.get(path)!.open();
      const page = await pageOf(
        this.#builder,
        path,
        bytes,
        place,
        this.#addressFrom(context, 'content', '0'),
      );
      if (page !== null) return void section.activities.push({ ...page, from: place.from });
    }
    section.activities.push({ ...place, kind: 'file', path, about });
  }

  /** A page of its own name with what it is about and what is in it, and each chapter as a page under it. */
  async #book(
    element: XmlElement,
    place: Place,
    about: string,
    context: string,
    section: PackageSection,
  ): Promise<void> {
    const chapters = childrenOf(childAt(element, 'chapters'), 'chapter').toSorted(
      (a, b) => Number(moodleValue(a, 'pagenum')) - Number(moodleValue(b, 'pagenum')),
    );
    const from = (chapter: XmlElement): string => `${place.from}/chapter_${chapter.attributes.id ?? ''}`;
    const contents = listOf(chapters.map((chapter) => [moodleValue(chapter, 'title'), from(chapter)]));
    section.activities.push({ ...place, kind: 'page', text: [about, contents].filter(Boolean).join('\n\n') });
    for (const chapter of chapters) {
      const title = moodleValue(chapter, 'title');
      const text = await this.#text(
        moodleValue(chapter, 'content'),
        title,
        context,
        'chapter',
        chapter.attributes.id ?? '',
      );
      section.activities.push({
        kind: 'page',
        title,
        text,
        depth: place.depth + (moodleValue(chapter, 'subchapter') === '1' ? 2 : 1),
        hidden: place.hidden || moodleValue(chapter, 'hidden') === '1',
        from: from(chapter),
      });
    }
  }

  async #text(
    html: string,
    what: string,
    context: string | null,
    area: string,
    item: string,
  ): Promise<string> {
    return (await this.#builder.text(html, what, this.#addressFrom(context, area, item))) ?? '';
  }

  /** Files of a text are named by where they belong, activities by the number they have in the course. */
  #addressFrom(context: string | null, area: string, item: string): (address: string) => string | null {
    return (address) => {
      const activity = /^\$@(\w+?)(?:VIEWBYID|INDEX)\*(\d+)(?:\*\d+)?@\$/.exec(address);
      if (activity) return packageAddress(`activities/${activity[1]!.toLowerCase()}_${activity[2]}`);
      const named = address
        .replace(/^(?:@@PLUGINFILE@@|\$@FILEPHP@\$(?:\$@SLASH@\$)?)\/?/, '')
        .replaceAll('$@SLASH@$', '/');
      if (/^[a-z$@]+:/i.test(named)) return null;
      const path = this.#files.find(this.#builder, context, area, item, named);
      return path === null ? null : this.#builder.addressTo(path);
    };
  }
}

type Place = Pick<PackageActivity, 'title' | 'depth' | 'hidden' | 'from'>;

const readable = { page: 1, label: 1, url: 1, resource: 1, folder: 1, forum: 1, book: 1, quiz: 1, assign: 1 };

const leftWhy = (kind: string): 'tool' | 'program' | 'unknown' =>
  kind === 'lti' ? 'tool' : /^(?:scorm|h5pactivity|hvp|imscp)$/.test(kind) ? 'program' : 'unknown';

/** A list of links, their words escaped. */
const listOf = (links: readonly (readonly [words: string, path: string])[]): string =>
  links
    .map(
      ([words, path]) =>
        `- [${words.replace(/[\\`*_{}[\]<>$~|!&]/g, '\\$&')}](${packageAddress(path).replace(/[()]/g, encodeParenthesis)})`,
    )
    .join('\n');
const encodeParenthesis = (sign: string): string => (sign === '(' ? '%28' : '%29');

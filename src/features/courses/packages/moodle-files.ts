import type { Archive } from './archive.ts';
import type { PackageBuilder } from './builder.ts';
import { moodleValue } from './moodle-xml.ts';
import { childrenOf, readXml } from './read-xml.ts';

/** A file as files.xml lists it. Who made it is listed there too, and not read. */
interface MoodleFile {
  hash: string;
  context: string;
  component: string;
  area: string;
  item: string;
  /** Its folder and name within the area, without a slash before. */
  within: string;
  first: boolean;
}

/** Areas in which teachers keep files of a course. What people hand in or attach to posts stands in others. */
const areas: Readonly<Record<string, readonly string[]>> = {
  course: ['summary', 'section'],
  mod_page: ['intro', 'content'],
  mod_label: ['intro'],
  mod_url: ['intro'],
  mod_resource: ['intro', 'content'],
  mod_folder: ['intro', 'content'],
  mod_forum: ['intro'],
  mod_book: ['intro', 'chapter'],
  mod_quiz: ['intro'],
  mod_assign: ['intro', 'introattachment'],
};

class MoodleFiles {
  readonly #archive: Archive;
  readonly #files: readonly MoodleFile[];

  constructor(archive: Archive, files: readonly MoodleFile[]) {
    this.#archive = archive;
    this.#files = files;
  }

  /** Adds the files that are meant to the package, and says their paths, the main one first. */
  keep(builder: PackageBuilder, meant: (file: MoodleFile) => boolean): string[] {
    return this.#files
      .filter(meant)
      .toSorted((a, b) => Number(b.first) - Number(a.first))
      .flatMap((file) => {
        const path = pathOf(file);
        const entry = this.#archive.get(`files/${file.hash.slice(0, 2)}/${file.hash}`);
        if (entry === undefined || path === null) return [];
        builder.addFile(path, entry);
        return [path];
      });
  }

  /** The path of one that a text names, which is then in the package; null where it is not. */
  find(
    builder: PackageBuilder,
    context: string | null,
    area: string,
    item: string,
    named: string,
  ): string | null {
    const within = plain(named);
    const [path] = this.keep(
      builder,
      (file) =>
        file.within === within &&
        file.area === area &&
        (context === null || file.context === context) &&
        (file.item === item || file.area === 'content'),
    );
    return path ?? null;
  }
}

export async function readMoodleFiles(archive: Archive): Promise<MoodleFiles> {
  const entry = archive.get('files.xml');
  const list = entry && (await readXml(entry.open()));
  const files = childrenOf(list, 'file').map((element): MoodleFile => {
    const value = (name: string): string => moodleValue(element, name);
    return {
      hash: value('contenthash'),
      context: value('contextid'),
      component: value('component'),
      area: value('filearea'),
      item: value('itemid'),
      within: `${value('filepath')}${value('filename')}`.replace(/^\/+/, ''),
      first: value('sortorder') === '1',
    };
  });
  return new MoodleFiles(
    archive,
    files.filter(
      ({ component, area, within }) =>
        !/(?:^|\/)\.$/.test(within) &&
        (areas[component]?.includes(area) || component === 'question' || component.startsWith('qtype_')),
    ),
  );
}

/** Where it stands in the package: as itself, unless its name would lead out. */
function pathOf({ component, context, area, item, within }: MoodleFile): string | null {
  const path = [component, context, area, item, within].join('/').normalize('NFC');
  const honest =
    /^[\w-]+\/\d+\/\w+\/\d+\/[^\u0000-\u001f\\]+$/.test(path) && !/(?:^|\/)\.{1,2}(?:\/|$)/.test(path);
  return honest ? path : null;
}

function plain(address: string): string {
  const named = address.replace(/[?#].*$/s, '');
  try {
    return decodeURIComponent(named);
  } catch {
    return named;
  }
}

export type { MoodleFiles };

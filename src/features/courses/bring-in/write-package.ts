import { newId } from '#platform/db/ids.ts';
import type { Change } from '#platform/http/context.ts';
import { t } from '#platform/i18n/i18n.ts';
import { fileHref, hangBytes, largestFile } from '#features/files/index.ts';
import { longestText } from '#ui/text/parse-text.ts';
import { insertActivity } from '../activities/activity.queries.ts';
import { addressesInText } from '../addresses-in-text.ts';
import { activityHref } from '../addresses.ts';
import type { Brought } from '../course.ts';
import { insertCourse, setBrought, setCourse } from '../course/keep-course.queries.ts';
import { type CoursePackage, type PackageActivity, pathOfAddress } from '../packages/course-package.ts';
import { insertSection } from '../sections/section.queries.ts';

/** Far enough: what was hidden elsewhere is shown to learners when somebody says so. */
const notYet = '2099-12-31';
const longestTitle = 160;
const longestAbout = 8000;

/** Writes a package as a course that nobody but whoever brought it sees. Answers its id. */
export async function writePackage(change: Change, read: CoursePackage, name: string): Promise<string> {
  const { tx, organisationId: ownerId, who, now } = change;
  const fields = {
    title: read.title.slice(0, longestTitle) || name.slice(0, longestTitle),
    about: '',
    subject: '',
    yearKey: '',
    sort: 'staff',
    unitId: null,
    isOpen: false,
    startsOn: null,
    endsOn: null,
  } as const;
  const id = await insertCourse(tx, { ownerId, authorId: who.personId }, fields, now);
  const { files, tooLarge } = await hangFiles(change, read, id);
  const activities = new Map<string, string>();
  const made = new Map<PackageActivity, string>();
  for (const each of read.sections.flatMap((section) => section.activities)) {
    const activityId = newId(now);
    made.set(each, activityId);
    if (each.from !== null) activities.set(each.from, activityId);
  }
  const fileAt = (address: string): string | undefined => files.get(pathOfAddress(address) ?? '');
  const here = (text: string): string =>
    addressesInText(
      text,
      (address) => {
        const file = fileAt(address);
        return file === undefined ? null : `file:${file}`;
      },
      (address) => {
        const [activity, file] = [activities.get(pathOfAddress(address) ?? ''), fileAt(address)];
        if (activity !== undefined) return activityHref(id, activity);
        return file === undefined ? null : fileHref({ ownerId, id: file });
      },
    ).slice(0, longestText);
  for (const section of read.sections) {
    const about = {
      title: section.title.slice(0, longestTitle) || t('Part'),
      about: here(section.about).slice(0, longestAbout),
    };
    const shown = section.hidden ? [] : section.activities.filter(({ hidden }) => !hidden);
    const hidden = section.activities.filter((each) => !shown.includes(each));
    if (shown.length > 0 || hidden.length === 0)
      await writeSection(change, id, { ...about, opensOn: null }, shown, { made, files, here });
    if (hidden.length > 0)
      await writeSection(
        change,
        id,
        {
          ...about,
          title: t('{title} (hidden where it comes from)', { title: about.title }).slice(0, longestTitle),
          opensOn: notYet,
        },
        hidden,
        { made, files, here },
      );
  }
  const brought: Brought = { name, left: read.left.slice(0, 1000), tooLarge };
  await setBrought(tx, ownerId, id, brought);
  await setCourse(tx, ownerId, id, { about: here(read.summary).slice(0, longestAbout) }, now);
  return id;
}

/** Answers which file stands for which path of the package. */
async function hangFiles(
  change: Change,
  { files }: CoursePackage,
  courseId: string,
): Promise<{ files: Map<string, string>; tooLarge: string[] }> {
  const hung = new Map<string, string>();
  const tooLarge: string[] = [];
  const item = { ownerId: change.organisationId, id: courseId };
  for (const { path, name, bytes, open } of files)
    if (bytes > largestFile) tooLarge.push(name);
    else hung.set(path, await hangBytes(change, item, { name, content: open() }));
  return { files: hung, tooLarge };
}

interface Written {
  made: ReadonlyMap<PackageActivity, string>;
  files: ReadonlyMap<string, string>;
  here: (text: string) => string;
}

async function writeSection(
  change: Change,
  courseId: string,
  about: { title: string; about: string; opensOn: string | null },
  activities: readonly PackageActivity[],
  { made, files, here }: Written,
): Promise<void> {
  const sectionId = await insertSection(change, courseId, about);
  for (const each of activities) {
    const settings = settingsOf(each, files, here);
    if (settings === null) continue;
    const fields = {
      title: each.title.slice(0, longestTitle) || each.kind,
      settings,
      minutes: null,
      dueOn: null,
      requiresId: null,
      groupIds: [],
    };
    await insertActivity(change, { courseId, sectionId, kind: each.kind }, fields, made.get(each)!);
  }
}

/** As the kind of the same name keeps them; null for a file that was too large. */
function settingsOf(
  activity: PackageActivity,
  files: ReadonlyMap<string, string>,
  here: (text: string) => string,
): unknown {
  switch (activity.kind) {
    case 'page':
      return { text: here(activity.text), resourceId: null };
    case 'file': {
      const fileId = files.get(activity.path);
      return fileId === undefined ? null : { fileId, text: here(activity.about) };
    }
    case 'link':
      return { url: activity.url, text: here(activity.about) };
    case 'discussion':
      return { text: here(activity.text) };
    case 'questions':
      return { format: activity.format, source: activity.source };
  }
}

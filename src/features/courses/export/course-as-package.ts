import { buffer } from 'node:stream/consumers';
import { Refused } from '#platform/errors.ts';
import type { Visit } from '#platform/http/context.ts';
import { t } from '#platform/i18n/i18n.ts';
import { fileHref, type KeptFile } from '#features/files/index.ts';
import { type BankPage, selectBankPages } from '#features/resources/index.ts';
import { addressesInText } from '../addresses-in-text.ts';
import { activityHref } from '../addresses.ts';
import type { OpenedCourse } from '../course/open-course.ts';
import type { Activity } from '../course.ts';
import {
  type CoursePackage,
  packageAddress,
  type PackageActivity,
  type PackageFile,
} from '../packages/course-package.ts';

/** A package is put together in memory; larger ones would take it from everybody else. In bytes. */
const largestExport = 200 * 1_048_576;

/** A course as it goes to other systems: what stands in it, and nothing that people did or said. */
export async function courseAsPackage(visit: Visit, opened: OpenedCourse): Promise<CoursePackage> {
  const { course, sections, activities } = opened;
  const pages = await selectBankPages(visit.db, visit.organisationId, activities.flatMap(bankPageOf));
  const kept = [...course.files, ...[...pages.values()].flatMap((each) => each.files)];
  if (kept.reduce((sum, { bytes }) => sum + bytes, 0) > largestExport)
    throw new Refused(t('Its files are too large to go out in one piece. Save them one by one under Files.'));
  const paths = new Map(kept.map((file, n) => [file.id, `files/${n + 1}-${file.name.replaceAll('/', '-')}`]));
  const files = await Promise.all(kept.map((file) => packageFile(visit, file, paths.get(file.id)!)));
  const out = (text: string): string =>
    addressesInText(
      text,
      (address) => inPackage(paths, address),
      (address) => linkInPackage(visit, opened, paths, address),
    );
  return {
    title: course.title,
    summary: out(course.about),
    language: visit.who.standing.locale,
    sections: sections.map(({ id, title, about, opensOn }) => ({
      title,
      about: out(about),
      depth: 0,
      hidden: opensOn !== null && opensOn > visit.today,
      activities: activities
        .filter(({ sectionId }) => sectionId === id)
        .map((activity) => packageActivity(activity, pages, paths, out))
        .filter((each) => each !== null),
    })),
    files,
    left: activities
      .filter(({ kind }) => kind === 'survey')
      .map(({ title }) => ({ what: title, kind: 'survey', why: 'format' as const })),
  };
}

async function packageFile({ services }: Visit, file: KeptFile, path: string): Promise<PackageFile> {
  const content = await buffer(await services.storage.open(file.sha256));
  return { path, name: file.name, mediaType: file.mediaType, bytes: content.length, open: () => content };
}

/** The page of the bank that an activity shows, if it shows one. */
const bankPageOf = ({ settings }: Activity): string[] => {
  const { resourceId } = settings as { resourceId?: string | null };
  return resourceId ? [resourceId] : [];
};

/** What a link to an activity is known by within the package. */
const placeOf = (activityId: string): string => `activities/${activityId}`;

const inPackage = (paths: ReadonlyMap<string, string>, address: string): string | null => {
  const path = paths.get(/^file:(.+)$/.exec(address)?.[1] ?? '');
  return path === undefined ? null : packageAddress(path);
};

function linkInPackage(
  { organisationId: ownerId }: Visit,
  { course, activities }: OpenedCourse,
  paths: ReadonlyMap<string, string>,
  address: string,
): string | null {
  const activity = activities.find(({ id }) => address === activityHref(course.id, id));
  if (activity) return packageAddress(placeOf(activity.id));
  const file = course.files.find(({ id }) => address === fileHref({ ownerId, id }));
  return file ? packageAddress(paths.get(file.id)!) : inPackage(paths, address);
}

/** Null for what no other system has a place for. */
function packageActivity(
  { id, title, kind, settings: stored }: Activity,
  pages: ReadonlyMap<string, BankPage>,
  paths: ReadonlyMap<string, string>,
  out: (text: string) => string,
): PackageActivity | null {
  const any = { title, depth: 0, hidden: false, from: placeOf(id) };
  const settings = stored as Record<string, string>;
  switch (kind) {
    case 'page': {
      const shown = pages.get(settings.resourceId ?? '')?.text ?? '';
      return { ...any, kind, text: [out(settings.text ?? ''), out(shown)].filter(Boolean).join('\n\n') };
    }
    case 'file': {
      const path = paths.get(settings.fileId ?? '');
      return path === undefined ? null : { ...any, kind, path, about: out(settings.text ?? '') };
    }
    case 'link':
      return { ...any, kind, url: settings.url ?? '', about: out(settings.text ?? '') };
    case 'video':
      return {
        ...any,
        kind: 'link',
        url: settings.url ?? '',
        about: [settings.before, settings.words]
          .filter(Boolean)
          .map((text) => out(text!))
          .join('\n\n'),
      };
    case 'discussion':
      return { ...any, kind, text: out(settings.text ?? '') };
    case 'questions':
      return { ...any, kind, format: settings.format as 'qti-1.2' | 'moodle', source: settings.source ?? '' };
    default:
      return null;
  }
}

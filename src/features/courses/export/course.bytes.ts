import type { Visit } from '#platform/http/context.ts';
import { bytes, type Bytes } from '#platform/http/route.ts';
import { courseHref } from '../addresses.ts';
import { openToLead } from '../course/open-course.ts';
import { coursePolicy } from '../course.policy.ts';
import type { CoursePackage, LeftOut } from '../packages/course-package.ts';
import { courseAsPackage } from './course-as-package.ts';

type Write = (course: CoursePackage) => { bytes: Uint8Array; left: LeftOut[] };

/** What writes packages is needed when somebody takes a course elsewhere, and not before. */
async function written(visit: Visit, ending: string, load: () => Promise<Write>): Promise<Bytes> {
  const opened = await openToLead(visit, 'all');
  const write = await load();
  const { bytes: content } = write(await courseAsPackage(visit, opened));
  return {
    body: Buffer.from(content),
    type: 'application/zip',
    saveAs: `${opened.course.title}.${ending}`,
  };
}

/** The course as a Common Cartridge. */
export const cartridgeBytes = bytes(courseHref(':course', 'cartridge.imscc'), {
  purpose: 'learning',
  access: coursePolicy,
  send: (visit) =>
    written(
      visit,
      'imscc',
      async () => (await import('../packages/write-common-cartridge.ts')).writeCommonCartridge,
    ),
});

/** The course as pages to read without a connection. */
export const copyBytes = bytes(courseHref(':course', 'copy.zip'), {
  purpose: 'learning',
  access: coursePolicy,
  send: (visit) =>
    written(visit, 'zip', async () => (await import('../packages/write-offline-copy.ts')).writeOfflineCopy),
});

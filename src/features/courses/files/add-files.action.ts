import { z } from 'zod';
import { Refused } from '#platform/errors.ts';
import { action, see } from '#platform/http/route.ts';
import { t, tn } from '#platform/i18n/i18n.ts';
import { attachUploads, largestFile, uploadInput } from '#features/files/index.ts';
import { courseHref } from '../addresses.ts';
import { openToLead } from '../course/open-course.ts';
import { coursePolicy } from '../course.policy.ts';
import { courseFilesPage } from './files.page.ts';

/** Hangs files on a course. */
export const addCourseFiles = action(courseHref(':course', 'files'), {
  purpose: 'learning',
  access: coursePolicy,
  page: courseFilesPage,
  uploads: largestFile,
  input: z.object(uploadInput),
  async run(change, sent) {
    const { course, item } = await openToLead(change);
    if (change.uploads.length === 0) throw new Refused({ files: t('Choose a file.') });
    const added = await attachUploads(change, item, sent);
    if (added === 0) throw new Refused({ files: t('It is there already.') });
    await change.record({ kind: 'course.files-added', itemId: course.id, body: { added } });
    return see(courseHref(course.id, 'files'), tn(added, '{n} file is added.', '{n} files are added.'));
  },
});

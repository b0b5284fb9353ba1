import { buffer } from 'node:stream/consumers';
import { z } from 'zod';
import { Refused } from '#platform/errors.ts';
import { ticked } from '#platform/http/input.ts';
import { action, members, see } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { bringInPath, courseHref } from '../addresses.ts';
import { mostActivities, mostSections } from '../course.ts';
import { bringInPage, largestPackage } from './bring-in.page.ts';
import { writePackage } from './write-package.ts';

/** Reads a package of another system into a course of one's own, and shows what was left. */
export const bringIn = action(bringInPath, {
  purpose: 'learning',
  access: members('staff'),
  page: bringInPage,
  uploads: largestPackage,
  input: z.object({ no_pupil_seen: ticked() }),
  async run(change, { no_pupil_seen: noPupilSeen }) {
    const [file, another] = change.uploads;
    if (!file) throw new Refused({ file: t('Choose a file.') });
    if (another) throw new Refused({ file: t('Choose one file.') });
    // What reads packages is needed when somebody brings one in, and not before.
    const { readPackage } = await import('../packages/read-package.ts');
    const bytes = await buffer(await change.services.storage.open(file.sha256));
    const read = await readPackage(bytes, file.name);
    if (!noPupilSeen && read.files.some(({ mediaType }) => /^(image|video)\//.test(mediaType)))
      throw new Refused({
        no_pupil_seen: t('It holds pictures or films. Say that no pupil can be recognised in them.'),
      });
    if (read.sections.every(({ activities }) => activities.length === 0))
      throw new Refused({ file: t('We found nothing in it that a course could show.') });
    const held = read.sections.flatMap(({ activities }) => activities).length;
    // Hidden activities get a part of their own, so a part of the package may become two.
    if (read.sections.length * 2 > mostSections || held > mostActivities)
      throw new Refused({
        file: t(
          'It holds {parts} parts and {n} activities; a course has {mostParts} and {most} at most. Divide it where it comes from.',
          {
            parts: read.sections.length,
            n: held,
            mostParts: mostSections / 2,
            most: mostActivities,
          },
        ),
      });
    const id = await writePackage(change, read, file.name);
    await change.record({
      kind: 'course.brought-in',
      itemId: id,
      body: { name: file.name, left: read.left.length },
    });
    return see(
      courseHref(id, 'brought'),
      t('It is brought in. You alone see it until you open it.'),
      courseHref(id, 'end'),
    );
  },
});

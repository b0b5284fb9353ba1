import { z } from 'zod';
import { throwStale } from '#platform/audit/text-versions.ts';
import { isId } from '#platform/db/ids.ts';
import { NotFound, Refused } from '#platform/errors.ts';
import type { Change } from '#platform/http/context.ts';
import { version } from '#platform/http/input.ts';
import { action, see, type See } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { setEnded, swapPlaces } from '../activities/activity.queries.ts';
import { openSection } from '../activities/new-activity.page.ts';
import { courseHref, sectionHref } from '../addresses.ts';
import { openToLead } from '../course/open-course.ts';
import { coursePolicy } from '../course.policy.ts';
import { mostSections } from '../course.ts';
import { newSectionPage, sectionInput, sectionPage } from './section.page.ts';
import { insertSection, updateSection } from './section.queries.ts';

const common = { purpose: 'learning', access: coursePolicy } as const;
const placeOf = (courseId: string, sectionId: string): string => `${courseHref(courseId)}#s-${sectionId}`;

/** Adds a part at the end of a course. */
export const addSection = action(courseHref(':course', 'sections'), {
  ...common,
  page: newSectionPage,
  input: z.object(sectionInput),
  async run(change, { title, about, opens_on: opensOn }) {
    const { course, sections } = await openToLead(change);
    if (sections.length >= mostSections)
      throw new Refused(t('A course has {n} parts at most. Begin another.', { n: mostSections }));
    const id = await insertSection(change, course.id, { title, about, opensOn });
    await change.record({ kind: 'course.section-added', itemId: course.id, body: { sectionId: id, title } });
    return see(placeOf(course.id, id), t('The part is added.'), sectionHref(course.id, id, 'end'));
  },
});

/** Saves a part. Throws `Stale`. */
export const changeSection = action(sectionHref(':course', ':section'), {
  ...common,
  page: sectionPage,
  input: z.object({ ...sectionInput, version: version() }),
  async run(change, { title, about, opens_on: opensOn, version: shown }) {
    const { course, section } = await openSection(change);
    if (!(await updateSection(change, { id: section.id, version: shown }, { title, about, opensOn })))
      await throwStale(
        change.tx,
        { ownerId: change.organisationId, id: section.id },
        {
          version: section.version,
          fields: [
            { name: 'title', label: t('What this part is called'), text: section.title },
            { name: 'about', label: t('What it is about'), text: section.about },
          ],
        },
        change.now,
      );
    await change.record({
      kind: 'course.section-changed',
      itemId: course.id,
      body: { sectionId: section.id, version: shown + 1 },
    });
    return see(placeOf(course.id, section.id), t('The part is saved.'));
  },
});

const moving = { ...common, page: sectionPage, input: z.object({}) } as const;

export const moveSectionUp = action(sectionHref(':course', ':section', 'up'), {
  ...moving,
  run: (change) => move(change, -1),
});

export const moveSectionDown = action(sectionHref(':course', ':section', 'down'), {
  ...moving,
  run: (change) => move(change, 1),
});

async function move(change: Change, by: -1 | 1): Promise<See> {
  const { course, section, sections } = await openSection(change);
  const other = sections[sections.indexOf(section) + by];
  if (!other) throw new Refused(by < 0 ? t('It is the first already.') : t('It is the last already.'));
  await swapPlaces(change.tx, 'course_section', change.organisationId, [section, other]);
  await change.record({
    kind: 'course.section-moved',
    itemId: course.id,
    body: { sectionId: section.id, by },
  });
  return see(
    placeOf(course.id, section.id),
    t('It is moved.'),
    sectionHref(course.id, section.id, by < 0 ? 'down' : 'up'),
  );
}

export const endSection = action(sectionHref(':course', ':section', 'end'), {
  ...moving,
  run: (change) => setSectionEnded(change, change.now),
});

export const restoreSection = action(sectionHref(':course', ':section', 'restore'), {
  ...moving,
  run: (change) => setSectionEnded(change, null),
});

async function setSectionEnded(change: Change, at: Date | null): Promise<See> {
  const { course } = await openToLead(change);
  const id = change.params.section!;
  if (!isId(id)) throw new NotFound();
  if (!(await setEnded(change.tx, 'course_section', change.organisationId, { courseId: course.id, id }, at)))
    throw new Refused(at ? t('It is not there any more.') : t('It is there already.'));
  await change.record({
    kind: at ? 'course.section-ended' : 'course.section-restored',
    itemId: course.id,
    body: { sectionId: id },
  });
  return at
    ? see(
        courseHref(course.id),
        t('The part is taken away, with what is in it.'),
        sectionHref(course.id, id, 'restore'),
      )
    : see(placeOf(course.id, id), t('The part is back.'), sectionHref(course.id, id, 'end'));
}

import { z } from 'zod';
import { addDays } from '#platform/calendar/dates.ts';
import { choice, optionalDay } from '#platform/http/input.ts';
import { action, members, see } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { insertActivity } from '../activities/activity.queries.ts';
import { courseHref, readyHref } from '../addresses.ts';
import { insertCourse, setBrought } from '../course/keep-course.queries.ts';
import { insertSection } from '../sections/section.queries.ts';
import { readyCourse, readyPage } from './ready.page.ts';

/** Begins a ready course as one's own, each week opening seven days after the one before. */
export const beginReady = action(readyHref(':ready'), {
  purpose: 'learning',
  access: members('staff'),
  page: readyPage,
  input: z.object({
    whom: choice(['all-staff', 'named-staff'], 'Say whom it is for.'),
    starts_on: optionalDay(),
  }),
  async run(change, { whom, starts_on: startsOn }) {
    const ready = readyCourse(change.params.ready);
    const { tx, organisationId: ownerId, who, now } = change;
    const day = (n: number): string | null => (startsOn === null ? null : addDays(startsOn, n));
    const id = await insertCourse(
      tx,
      { ownerId, authorId: who.personId },
      {
        title: ready.title,
        about: ready.about,
        subject: '',
        yearKey: '',
        sort: 'staff',
        unitId: null,
        isOpen: whom === 'all-staff',
        startsOn,
        endsOn: day(ready.weeks.length * 7 - 1),
      },
      now,
    );
    for (const [n, { title, about, activities }] of ready.weeks.entries()) {
      const sectionId = await insertSection(change, id, { title, about, opensOn: day(n * 7) });
      for (const { kind, title: called, minutes, settings } of activities)
        await insertActivity(
          change,
          { courseId: id, sectionId, kind },
          { title: called, minutes, settings, dueOn: day(n * 7 + 6), requiresId: null, groupIds: [] },
        );
    }
    const name = t('{title}, version {version}', { title: ready.title, version: ready.version });
    await setBrought(tx, ownerId, id, { name, left: [], tooLarge: [] });
    await change.record({
      kind: 'course.begun-ready',
      itemId: id,
      body: { ready: ready.id, version: ready.version },
    });
    return see(courseHref(id), t('It is begun. You alone see it until you open it.'), courseHref(id, 'end'));
  },
});

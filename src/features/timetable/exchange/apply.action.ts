import { z } from 'zod';
import { comparable } from '#platform/i18n/comparable.ts';
import { newId } from '#platform/db/ids.ts';
import { Refused } from '#platform/errors.ts';
import { ticked } from '#platform/http/input.ts';
import { action, roles, see } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { insertLessons } from '../lessons/lesson.queries.ts';
import { insertRooms } from '../rooms/room.queries.ts';
import { timetableKeepers } from '../timetable.access.ts';
import { timetableHref, timetablesPath } from '../timetable.ts';
import { timetableOf } from '../versions/timetable.page.ts';
import { endLessons, lockTimetable } from './batch.queries.ts';
import { markOf, readConfirmed } from './confirmed.ts';
import { importPage } from './import.page.ts';
import { planLessons } from './plan-lessons.ts';
import { standingOf } from './standing.ts';

/** Writes what was looked at, all of it as one batch; nothing where it would change something else by now. */
export const applyLessons = action(`${timetablesPath}/:timetable/import/apply`, {
  purpose: 'administration',
  access: roles(...timetableKeepers),
  page: importPage,
  input: z.object({ list: z.string(), leave_out: ticked() }),
  async run(change, input) {
    const { tx, organisationId, now } = change;
    const timetable = await timetableOf(change);
    const confirmed = readConfirmed(input.list);
    if (!confirmed) throw new Refused(readAgain());
    await lockTimetable(tx, organisationId, timetable.id);
    const standing = await standingOf(change, timetable);
    const plan = planLessons(confirmed.rows, confirmed.wrong, standing);
    if (markOf(plan) !== confirmed.mark) throw new Refused(readAgain());
    if (plan.wrong.length > 0 && !input.leave_out)
      throw new Refused(
        t(
          'Some rows are wrong, so nothing was written. Mend them and read the list again, or say that they are left out.',
        ),
      );
    const batchId = newId(now);
    const roomIds = new Map(standing.known.rooms.map(({ id, name }) => [comparable(name), id]));
    const made = await insertRooms(
      tx,
      organisationId,
      plan.newRooms.map((name) => ({ name, seats: null, note: '' })),
      { now, batchId },
    );
    for (const [index, name] of plan.newRooms.entries()) roomIds.set(comparable(name), made[index]!);
    const out = [...plan.gone, ...plan.changed.map(({ before }) => before)];
    await endLessons(
      tx,
      organisationId,
      out.map(({ id }) => id),
      { now, batchId },
    );
    await insertLessons(
      tx,
      organisationId,
      timetable.id,
      [...plan.added, ...plan.changed.map(({ after }) => after)].map((lesson) => ({
        ...lesson,
        id: newId(now),
        roomId: lesson.room === '' ? null : roomIds.get(comparable(lesson.room))!,
      })),
      { now, batchId },
    );
    const sums = { added: plan.added.length, changed: plan.changed.length, gone: plan.gone.length };
    await change.record({
      kind: 'timetable.read-from-list',
      itemId: timetable.id,
      body: { batchId, ...sums, leftOut: plan.wrong.length },
    });
    const href = timetableHref(timetable.id);
    return see(
      href,
      t('Written down: {added} added, {changed} changed, {gone} taken out.', sums),
      `${href}/imports/${batchId}/undo`,
    );
  },
});

const readAgain = (): string =>
  t('Something of this timetable changed meanwhile, so nothing of the list was written. Read it again.');

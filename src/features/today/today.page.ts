import { addDays, dayMs } from '#platform/calendar/dates.ts';
import type { Feature } from '#platform/http/feature.ts';
import { clockIn } from '#platform/calendar/local-time.ts';
import { page } from '#platform/http/route.ts';
import { composed, type Given } from '#platform/access/composed.ts';
import { type Days, entriesOf } from '#features/calendar/index.ts';
import { boardOnToday } from '#features/notice-board/index.ts';
import { dayParts } from './day-parts.ts';
import { todayView } from './today.view.ts';
import { waitingOf, type WaitingSince } from './waiting.queries.ts';

/** The first page of everybody who is at the school: what is on, what waits, what was done lately. */
export const todayPage = (features: () => readonly Feature[]) => {
  const ask = composed((who, given: Given<Days & WaitingSince & { now: Date; by: string }>) => ({
    entries: entriesOf(features(), who, given),
    notices: waitingOf(features(), who, given),
    board: boardOnToday(who, { today: given.from }),
    ...dayParts(who, { today: given.from, now: given.now, by: given.by }),
  }));
  return page('/today', {
    purpose: 'learning',
    access: 'signed-in',
    async load(visit) {
      const asked = await ask(visit.db, visit.who, {
        from: visit.today,
        until: addDays(visit.today, 6),
        now: visit.now,
        by: clockIn(visit.now, visit.who.standing.organisation.zone),
        doneSince: new Date(visit.now.getTime() - 7 * dayMs),
      });
      return { on: visit.today, now: visit.now, ...asked, features: features() };
    },
    view: todayView,
  });
};

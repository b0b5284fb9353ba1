import { addDays, dayMs } from '#platform/calendar/dates.ts';
import type { Feature } from '#platform/http/feature.ts';
import { clockIn } from '#platform/calendar/local-time.ts';
import { page } from '#platform/http/route.ts';
import { composed, type Given } from '#platform/access/composed.ts';
import { type Days, entriesOf } from '#features/calendar/index.ts';
import { dayParts } from './day-parts.ts';
import { todayView } from './today.view.ts';
import { waitingOf, type WaitingSince } from './waiting.queries.ts';

/** The first page of everybody who is at the school: what is on, what waits, what was done lately. */
export const todayPage = (features: () => readonly Feature[]) => {
  const ask = composed((who, given: Given<Days & WaitingSince>) => ({
    entries: entriesOf(features(), who, given),
    notices: waitingOf(features(), who, given),
  }));
  // Two statements: of one as long as both together no plan would be kept (src/platform/db/statement-names.ts).
  const askDay = composed(dayParts);
  return page('/today', {
    purpose: 'learning',
    access: 'signed-in',
    async load(visit) {
      const { db, who, today, now } = visit;
      const [asked, day] = await Promise.all([
        ask(db, who, {
          from: today,
          until: addDays(today, 6),
          doneSince: new Date(now.getTime() - 7 * dayMs),
        }),
        askDay(db, who, { today, now, by: clockIn(now, who.standing.organisation.zone) }),
      ]);
      return { on: today, now, ...asked, ...day, features: features() };
    },
    view: todayView,
  });
};

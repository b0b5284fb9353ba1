import { addDays } from '#platform/calendar/dates.ts';
import { type Feature, page } from '#platform/http/route.ts';
import { selectEntries } from '#features/calendar/index.ts';
import { todayView } from './today.view.ts';
import { selectWaiting } from './waiting.queries.ts';

const dayMs = 86_400_000;
/** How many things that wait are shown; the page says when there are more. */
const most = 50;

/** The first page of everybody who is at the school: what is on, what waits, what was done lately. */
export const todayPage = (features: () => readonly Feature[]) =>
  page('/today', {
    purpose: 'learning',
    access: 'signed-in',
    async load(visit) {
      const [found, notices] = await Promise.all([
        selectEntries(visit.db, features(), visit.who, visit.today, addDays(visit.today, 6)),
        selectWaiting(visit.db, visit.who, {
          doneSince: new Date(visit.now.getTime() - 7 * dayMs),
          limit: most,
        }),
      ]);
      return { on: visit.today, now: visit.now, found, notices, features: features() };
    },
    view: todayView,
  });

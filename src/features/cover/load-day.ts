import { isCalendarDate } from '#platform/calendar/dates.ts';
import type { Visit } from '#platform/http/context.ts';
import { keepsCover } from './cover.access.ts';
import { slotKey } from './cover.ts';
import { selectDay } from './day.queries.ts';
import { reasonsInWords, spreadOf } from './reasons.ts';
import { candidateFor, planOf } from './suggest.ts';

/** The day that the address asks for; today unless it does. */
function dayAsked({ query, today, arrival }: Visit): string {
  const asked = query.day ?? arrival.form?.values?.day;
  return typeof asked === 'string' && isCalendarDate(asked) && asked > '2000' && asked < '2200'
    ? asked
    : today;
}

/** Somebody suggested for a class, with why. */
export interface Suggestion {
  personId: string;
  name: string;
  reasons: string;
}

/** What a day shows, with a suggestion for each class that is open, by `slotKey`: nobody is suggested for two at once. */
export async function loadDay(visit: Visit) {
  const day = dayAsked(visit);
  const found = await selectDay(visit.db, visit.who, { day });
  const open = found.gaps.filter(({ arranged }) => arranged === null);
  const busyOf = Map.groupBy(found.busy, ({ personId }) => personId);
  const plan = day < visit.today ? new Map<string, string>() : planOf(open, found.colleagues, busyOf);
  const byId = new Map(found.colleagues.map((each) => [each.personId, each]));
  const suggestions = new Map(
    open.flatMap((gap): [string, Suggestion][] => {
      const colleague = byId.get(plan.get(slotKey(gap)) ?? '');
      if (!colleague) return [];
      const candidate = candidateFor(gap, colleague, busyOf.get(colleague.personId) ?? []);
      const reasons = reasonsInWords(candidate, spreadOf(found.colleagues, colleague.personId));
      return [[slotKey(gap), { personId: colleague.personId, name: colleague.name, reasons }]];
    }),
  );
  const known = new Set(found.gaps.map(slotKey));
  const loose = found.standing.filter((each) => !known.has(slotKey(each)));
  return { ...found, loose, day, open, suggestions, today: visit.today, keeps: keepsCover(visit.who) };
}

export type DayShown = Awaited<ReturnType<typeof loadDay>>;

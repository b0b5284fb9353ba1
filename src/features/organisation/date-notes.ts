import { addDays, isWeekend } from '#platform/calendar/dates.ts';
import { formatDate, t } from '#platform/i18n/i18n.ts';
import type { SchoolDate } from './dates.queries.ts';

/**
 * What the dates say together, in sentences; nothing is refused for it. `toLookAt` may be mistakes,
 * `between` are the breaks between terms.
 */
export function dateNotes(dates: readonly SchoolDate[]): { toLookAt: string[]; between: string[] } {
  const of = (...kinds: string[]) => dates.filter(({ kind }) => kinds.includes(kind));
  const years = of('year');
  const terms = of('term');
  const closures = of('holiday', 'training-day', 'closed');
  return {
    toLookAt: [
      ...overlaps(years),
      ...overlaps(terms),
      ...overlaps(closures),
      ...outsideYears(terms, years),
      ...outsideTerms(of('training-day'), terms),
    ],
    between: gaps(terms, closures),
  };
}

const inOrder = (dates: readonly SchoolDate[]): SchoolDate[] =>
  [...dates].sort((a, b) => (a.startsOn < b.startsOn ? -1 : a.startsOn > b.startsOn ? 1 : 0));

function overlaps(dates: readonly SchoolDate[]): string[] {
  const ordered = inOrder(dates);
  return ordered.flatMap((one, index) =>
    ordered
      .slice(index + 1)
      .filter((other) => other.startsOn <= one.endsOn)
      .map((other) =>
        t('{one} and {other} overlap: {other} begins on {from}, {one} ends on {until}.', {
          one: one.name,
          other: other.name,
          from: formatDate(other.startsOn),
          until: formatDate(one.endsOn),
        }),
      ),
  );
}

function outsideYears(terms: readonly SchoolDate[], years: readonly SchoolDate[]): string[] {
  if (years.length === 0) return [];
  return terms
    .filter((term) => !years.some((year) => year.startsOn <= term.startsOn && term.endsOn <= year.endsOn))
    .map((term) =>
      t('{term} does not lie within a school year that is written down here.', { term: term.name }),
    );
}

/** Weekdays between two terms that no holiday covers: they count as no school, which may be meant. */
function gaps(terms: readonly SchoolDate[], closures: readonly SchoolDate[]): string[] {
  const ordered = inOrder(terms);
  return ordered.slice(1).flatMap((term, index) => {
    const before = ordered[index]!;
    const [from, until] = [addDays(before.endsOn, 1), addDays(term.startsOn, -1)];
    if (from > until || covered(from, until, closures)) return [];
    return [
      t('Between {before} and {after}, {from} to {until}, there is no term: no lessons are counted there.', {
        before: before.name,
        after: term.name,
        from: formatDate(from),
        until: formatDate(until),
      }),
    ];
  });
}

function covered(from: string, until: string, closures: readonly SchoolDate[]): boolean {
  for (let day = from; day <= until; day = addDays(day, 1)) {
    if (isWeekend(day)) continue;
    if (!closures.some((closure) => closure.startsOn <= day && day <= closure.endsOn)) return false;
  }
  return true;
}

function outsideTerms(days: readonly SchoolDate[], terms: readonly SchoolDate[]): string[] {
  return days
    .filter((day) => !terms.some((term) => term.startsOn <= day.startsOn && day.endsOn <= term.endsOn))
    .map((day) =>
      t('{name} on {day} lies outside every term.', { name: day.name, day: formatDate(day.startsOn) }),
    );
}

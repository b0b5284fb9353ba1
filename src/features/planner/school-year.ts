import { sql } from 'kysely';
import { list, type List } from '#platform/access/composed.ts';
import { addDays, type DateSpan, weekOf } from '#platform/calendar/dates.ts';
import { teachingWeeks } from '#platform/calendar/teaching-weeks.ts';
import { NotFound } from '#platform/errors.ts';
import { t } from '#platform/i18n/i18n.ts';

/** A day or span of the organisation's calendar, as it is written down. */
export interface WrittenDate extends DateSpan {
  sort: 'year' | 'term' | 'closed';
  name: string;
}

/** Some teaching weeks of a school year, counted from 1. */
export interface TermWeeks {
  name: string;
  fromWeek: number;
  untilWeek: number;
}

/**
 * A school year, named by the calendar year in which it begins. Where no dates are written down it has three terms of
 * thirteen weeks, so that plans can be made and drawn before there is a calendar, and by a trust that keeps none.
 */
export interface SchoolYear {
  year: number;
  name: string;
  from: string;
  until: string;
  terms: readonly TermWeeks[];
  /** How many teaching weeks it has. */
  weeks: number;
  /** The Mondays of its teaching weeks; empty where no terms are written down. */
  mondays: readonly string[];
}

/** All that an organisation has written down of its years, terms and closed days. */
export const datesOf = (ownerId: string): List<WrittenDate> =>
  list<WrittenDate>(sql`
    select t.kind as sort, t.name, t.starts_on as "startsOn", t.ends_on as "endsOn"
      from term t where t.owner_id = ${ownerId} and t.ended_at is null
    union all
    select 'closed', c.name, c.starts_on, c.ends_on
      from closure c where c.owner_id = ${ownerId} and c.ended_at is null
    order by 3 limit 1000`);

/** The year that a text names; undefined when it names none. */
export const yearIn = (text: string | undefined): number | undefined =>
  text && /^20\d\d$/.test(text) ? Number(text) : undefined;

/** The year that an address names. Throws `NotFound` when it names none. */
export function yearOf(text: string | undefined): number {
  const year = yearIn(text);
  if (year === undefined) throw new NotFound('There is no school year at this address.');
  return year;
}

const beginsIn = ({ startsOn }: DateSpan): number => Number(startsOn.slice(0, 4));

/** The school year of a day: the one written down, else that from September to August. */
export function yearOn(day: string, dates: readonly WrittenDate[]): number {
  const written = dates.find(({ sort, endsOn }) => sort === 'year' && endsOn >= day);
  if (written && written.startsOn <= addDays(day, 120)) return beginsIn(written);
  const year = Number(day.slice(0, 4));
  return day.slice(5) >= '08-01' ? year : year - 1;
}

/** A school year as its dates have it. */
export function schoolYear(year: number, dates: readonly WrittenDate[]): SchoolYear {
  const written = dates.find((date) => date.sort === 'year' && beginsIn(date) === year);
  const from = written?.startsOn ?? `${year}-08-01`;
  const until = written?.endsOn ?? `${year + 1}-07-31`;
  const about = { year, name: written?.name ?? yearName(year), from, until };
  const terms = dates.filter(
    (date) => date.sort === 'term' && date.startsOn >= from && date.startsOn <= until,
  );
  const closures = dates
    .filter(({ sort }) => sort === 'closed')
    .map(({ startsOn, endsOn }) => ({ startsOn, endsOn }));
  const spans = terms.map(({ startsOn, endsOn }) => ({ startsOn, endsOn }));
  const mondays = teachingWeeks(spans, closures);
  if (mondays.length < 3) return { ...about, ...plainWeeks(), mondays: [] };
  return {
    ...about,
    mondays,
    weeks: mondays.length,
    terms: terms.flatMap(({ name, startsOn, endsOn }) => {
      const first = mondays.findIndex((monday) => monday >= weekOf(startsOn));
      const last = mondays.findLastIndex((monday) => monday <= endsOn);
      return first < 0 || last < first ? [] : [{ name, fromWeek: first + 1, untilWeek: last + 1 }];
    }),
  };
}

/** '2026/27' */
export const yearName = (year: number): string => `${year}/${String((year + 1) % 100).padStart(2, '0')}`;

const plainWeeks = (): Pick<SchoolYear, 'terms' | 'weeks'> => ({
  weeks: 39,
  terms: [t('First term'), t('Second term'), t('Third term')].map((name, index) => ({
    name,
    fromWeek: index * 13 + 1,
    untilWeek: index * 13 + 13,
  })),
});

/** The how-many-eth teaching week of the year a day is in, or the next one; null where no terms are written down. */
export function weekNumber({ mondays }: SchoolYear, day: string): number | null {
  if (mondays.length === 0) return null;
  const at = mondays.findIndex((monday) => addDays(monday, 6) >= day);
  return at < 0 ? mondays.length : at + 1;
}

import { addDays, isWeekend, weekday } from '#platform/calendar/dates.ts';
import { t } from '#platform/i18n/i18n.ts';

/** A run of days with a name; both ends belong to it. */
interface NamedSpan {
  name: string;
  startsOn: string;
  endsOn: string;
}

export interface SuggestedYear {
  name: string;
  terms: NamedSpan[];
  /** The half-term holiday of each term, in the same order. */
  halfTerms: NamedSpan[];
  trainingDays: NamedSpan[];
}

const MONDAY = 1;
const FRIDAY = 5;

/**
 * The school year in which a day falls, as most English schools have it, to be looked through and
 * put right. From August on the year to come is meant.
 */
export function suggestedYear(today: string): SuggestedYear {
  const [calendarYear, month] = today.split('-').map(Number) as [number, number];
  const year = month >= 8 ? calendarYear : calendarYear - 1;
  const next = year + 1;
  const first = firstOpenDay(`${year}-09-01`);
  const term = (name: string, startsOn: string, endsOn: string) => ({ name, startsOn, endsOn });
  const week = (name: string, from: string) => {
    const startsOn = onOrAfter(from, MONDAY);
    return { name, startsOn, endsOn: addDays(startsOn, 4) };
  };
  const summer = onOrAfter(`${next}-04-12`, MONDAY);
  return {
    name: `${year}/${String(next).slice(2)}`,
    terms: [
      term(t('Autumn'), first, onOrAfter(`${year}-12-15`, FRIDAY)),
      term(t('Spring'), onOrAfter(`${next}-01-03`, MONDAY), addDays(summer, -17)),
      term(t('Summer'), summer, onOrAfter(`${next}-07-19`, FRIDAY)),
    ],
    halfTerms: [
      week(t('Autumn half-term'), `${year}-10-24`),
      week(t('Spring half-term'), `${next}-02-13`),
      week(t('Summer half-term'), `${next}-05-25`),
    ],
    trainingDays: [{ name: t('Training day'), startsOn: first, endsOn: first }],
  };
}

function onOrAfter(day: string, wanted: number): string {
  return addDays(day, (wanted - weekday(day) + 7) % 7);
}

function firstOpenDay(day: string): string {
  return isWeekend(day) ? onOrAfter(day, MONDAY) : day;
}

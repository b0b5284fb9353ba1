import { addDays, weekday } from '#platform/calendar/dates.ts';

export interface SchoolYear {
  /** The calendar year it begins in. */
  year: number;
  name: string;
  terms: { name: string; startsOn: string; endsOn: string }[];
  holidays: { name: string; startsOn: string; endsOn: string }[];
  trainingDays: string[];
}

/** The first Monday on or after a day. */
const mondayFrom = (day: string): string => {
  let at = day;
  while (weekday(at) !== 1) at = addDays(at, 1);
  return at;
};

/** A school year as most English schools have it: three terms, each with a week's half-term holiday. */
export function schoolYear(year: number): SchoolYear {
  const autumn = mondayFrom(`${year}-09-01`);
  const spring = mondayFrom(`${year + 1}-01-03`);
  const summer = mondayFrom(`${year + 1}-04-12`);
  const half = (start: string, weeks: number, name: string) => {
    const startsOn = addDays(start, 7 * weeks);
    return { name, startsOn, endsOn: addDays(startsOn, 4) };
  };
  return {
    year,
    name: `${year}/${String(year + 1).slice(2)}`,
    terms: [
      { name: 'Autumn', startsOn: autumn, endsOn: addDays(autumn, 7 * 15 - 3) },
      { name: 'Spring', startsOn: spring, endsOn: addDays(spring, 7 * 12 - 3) },
      { name: 'Summer', startsOn: summer, endsOn: addDays(summer, 7 * 14 - 3) },
    ],
    holidays: [
      half(autumn, 7, 'Autumn half-term'),
      half(spring, 6, 'Spring half-term'),
      half(summer, 6, 'Summer half-term'),
    ],
    trainingDays: [autumn, spring, summer],
  };
}

/** The school year that a day falls in; August belongs to the year that is over. */
export const schoolYearOf = (day: string): number => {
  const [year, month] = day.split('-').map(Number) as [number, number];
  return month >= 9 ? year : year - 1;
};

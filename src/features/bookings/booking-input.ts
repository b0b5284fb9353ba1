import { addDays } from '#platform/calendar/dates.ts';
import { Refused } from '#platform/errors.ts';
import { day, id, line, optionalDay, optionalTime, ticked, wholeNumber } from '#platform/http/input.ts';
import { formatDate, t } from '#platform/i18n/i18n.ts';
import type { Fields } from '#ui/form.ts';
import { html, type Html } from '#ui/html.ts';
import type { Stretch, Thing } from './booking.ts';

/** A weekly booking ends with the school year at the latest, in days. */
const longestSeries = 330;

export const bookingInput = {
  thing: id('Choose what you would like to book.'),
  day: day('Choose the day.'),
  from: optionalTime(),
  until: optionalTime(),
  /** A form without the field means one. */
  how_many: wholeNumber(1, 10_000, 'Say how many.').prefault('1'),
  purpose: line('Say in a few words what it is for.', 120),
};
export const seriesInput = { weekly_until: optionalDay(), leave_out: ticked() };

interface Times {
  day: string;
  from: string | null;
  until: string | null;
}

/** What is wrong with the times of a booking; nothing when nothing is. Days that are over cannot be booked. */
export function wrongTimes({ day, from, until }: Partial<Times>, today: string): Record<string, string> {
  if (day !== undefined && day < today)
    return { day: t('This day is over. Today is {today}.', { today: formatDate(today, 'weekday') }) };
  if (from === null) return { from: t('Say from when.') };
  if (until === null) return { until: t('Say until when.') };
  return from !== undefined && until !== undefined && until <= from
    ? { until: t('It ends before it begins.') }
    : {};
}

/** The stretch of a form that was read. Throws `Refused` where its times make none. */
export function stretchOf(times: Times, today: string): Stretch {
  const wrong = wrongTimes(times, today);
  if (Object.keys(wrong).length > 0) throw new Refused(wrong);
  return { on: times.day, from: times.from!, until: times.until! };
}

/** Throws `Refused` where a weekly booking would end before it begins or go on for too long. */
export function mustEndInTime(from: string, until: string | null): void {
  if (until === null) return;
  if (until < from) throw new Refused({ weekly_until: t('The last week is before the first.') });
  if (until > addDays(from, longestSeries))
    throw new Refused({ weekly_until: t('A weekly booking lasts a school year at most.') });
}

export const bookingFields = (f: Fields, things: readonly Thing[]): Html =>
  html`${f.select({
    name: 'thing',
    label: t('Room or equipment'),
    required: true,
    options: things.map(({ id: value, name, kind }) => ({
      value,
      label: name,
      group: kind === 'room' ? t('Rooms') : t('Equipment'),
    })),
  })}
  ${f.date({ name: 'day', label: t('Day'), required: true })}
  ${f.time({ name: 'from', label: t('From'), required: true })}
  ${f.time({ name: 'until', label: t('Until'), required: true })}
  ${
    things.some(({ howMany }) => howMany > 1) &&
    f.number({
      name: 'how_many',
      label: t('How many'),
      hint: t('For equipment of which there are several.'),
      initial: 1,
      min: 1,
      max: 10_000,
      width: 'short',
      unmarked: true,
    })
  }
  ${f.text({ name: 'purpose', label: t('What it is for'), hint: t('All staff see it.'), required: true, maxlength: 120 })}`;

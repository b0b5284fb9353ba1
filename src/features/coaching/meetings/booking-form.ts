import type { z } from 'zod';
import {
  choice,
  day,
  optionalLine,
  optionalNumber,
  optionalTime,
  ticked,
  wholeNumber,
} from '#platform/http/input.ts';
import { t } from '#platform/i18n/i18n.ts';
import type { Fields } from '#ui/form.ts';
import { html, type Html } from '#ui/html.ts';
import { kindOptions, type Meeting, meetingKinds } from './meeting.ts';
import type { Booking } from './meeting.queries.ts';

/** How its time is made: asked of one time, or of several together. */
export const madeInput = {
  place: optionalLine(),
  in_school_day: ticked(),
  protected: ticked(),
  cover_minutes: optionalNumber(0, 600),
  anyway: ticked(),
};

/** One time, as the forms send it. */
export const bookingInput = {
  kind: choice(meetingKinds, 'Choose what it is.'),
  on_date: day('Choose the day.'),
  starts_at: optionalTime(),
  minutes: wholeNumber(5, 300, 'Say how long, in minutes.'),
  ...madeInput,
};

type Sent = z.output<z.ZodObject<typeof bookingInput>>;
type Made = z.output<z.ZodObject<typeof madeInput>>;

/** Cover is given in the school day and protects the time: who names minutes of it need not tick both. */
export const madeOf = (
  sent: Made,
): Pick<Booking, 'place' | 'inSchoolDay' | 'isProtected' | 'coverMinutes'> => {
  const coverMinutes = Math.round(sent.cover_minutes ?? 0);
  return {
    place: sent.place,
    inSchoolDay: sent.in_school_day || coverMinutes > 0,
    isProtected: sent.protected || coverMinutes > 0,
    coverMinutes,
  };
};

export const bookingOf = (sent: Sent): Booking => ({
  kind: sent.kind,
  on: sent.on_date,
  startsAt: sent.starts_at,
  minutes: sent.minutes,
  ...madeOf(sent),
});

/** A booked time as the fields of its form. */
export const valuesOf = (meeting: Meeting): Record<string, unknown> => ({
  kind: meeting.kind,
  on_date: meeting.on,
  starts_at: meeting.startsAt,
  minutes: meeting.minutes,
  place: meeting.place,
  in_school_day: meeting.inSchoolDay,
  protected: meeting.isProtected,
  cover_minutes: meeting.coverMinutes || '',
});

export const bookingFields = (f: Fields): Html =>
  html`${f.radios({ name: 'kind', label: t('What for?'), options: kindOptions(), required: true })}
  ${f.date({ name: 'on_date', label: t('Day'), required: true })}
  ${f.time({ name: 'starts_at', label: t('Time it begins') })}
  ${f.number({ name: 'minutes', label: t('How long, in minutes'), required: true, min: 5, max: 300 })}
  ${madeFields(f)}`;

export const madeFields = (f: Fields): Html =>
  html`${f.text({ name: 'place', label: t('Where'), hint: t('A room, or how you meet online.') })}
  ${f.group(
    t('The time for it'),
    html`${f.checkbox({ name: 'in_school_day', label: t('In the school day') })}
    ${f.checkbox({
      name: 'protected',
      label: t('The time is protected'),
      hint: t('A lesson is covered, or a period is kept free for it.'),
    })}
    ${f.number({
      name: 'cover_minutes',
      label: t('Minutes of lessons that somebody else takes meanwhile'),
      min: 0,
      max: 600,
    })}`,
  )}
  ${f.checkbox({
    name: 'anyway',
    label: t('Book it also where somebody has something else, does not work, or the school is closed'),
  })}`;

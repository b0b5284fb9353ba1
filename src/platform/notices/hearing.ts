import { type Expression, type RawBuilder, sql } from 'kysely';
import type { QuietTime } from './quiet-time.ts';

/** How somebody hears by mail of what waits for them, in the order in which the choices are shown. */
export const rhythms = ['at-once', 'daily', 'weekly', 'never'] as const;
export type Rhythm = (typeof rhythms)[number];

/** When the note before something that begins comes, if one does. */
export const soonNotes = ['no', 'hour', 'morning'] as const;
export type SoonNote = (typeof soonNotes)[number];

/** What somebody chose, or what goes for those who chose nothing. */
export interface Hearing {
  rhythm: Rhythm;
  /** The day of the weekly letter: 1 is Monday, 7 Sunday. */
  weekDay: number;
  soon: SoonNote;
  quiet: QuietTime;
}

/** A row of reminder_choice. `quietDays` null: the weekend of where the organisation is. */
export interface HearingChoice {
  rhythm: Rhythm;
  weekDay: number;
  soon: SoonNote;
  quietFrom: string | null;
  quietUntil: string | null;
  quietDays: readonly number[] | null;
  daysOffQuiet: boolean;
}

/** What goes for those who chose nothing, and for what they left open. */
export const usualChoice: HearingChoice = {
  rhythm: 'at-once',
  weekDay: 1,
  soon: 'no',
  quietFrom: '18:00',
  quietUntil: '07:30',
  quietDays: null,
  daysOffQuiet: false,
};

/** The choice in a row of reminder_choice under `alias`, as one JSON column; null where there is no row. */
export const choiceUnder = (alias: string): RawBuilder<HearingChoice | null> => {
  const of = (name: string): Expression<unknown> => sql.ref(`${alias}.${name}`);
  return sql<HearingChoice | null>`case when ${of('owner_id')} is not null then json_build_object(
    'rhythm', ${of('rhythm')}, 'weekDay', ${of('week_day')}, 'soon', ${of('soon')},
    'quietFrom', ${of('quiet_from')}, 'quietUntil', ${of('quiet_until')}, 'quietDays', ${of('quiet_days')},
    'daysOffQuiet', ${of('days_off_quiet')}) end`;
};

/**
 * What a choice comes to at one organisation.
 *
 * @param locale the organisation's, which says on what days the week ends there
 * @param workingDays the days on which the person works there, as 'monday'; null where nothing is known of them
 */
export function hearingAt(
  choice: HearingChoice | null,
  locale: string,
  workingDays: readonly string[] | null,
): Hearing {
  const { rhythm, weekDay, soon, quietFrom, quietUntil, quietDays, daysOffQuiet } = choice ?? usualChoice;
  const days = quietDays ?? weekendOf(locale);
  const off =
    daysOffQuiet && workingDays
      ? weekdayNumbers.filter((day) => !workingDays.includes(weekdayNames[day - 1]!))
      : [];
  const all = weekdayNumbers.filter((day) => days.includes(day) || off.includes(day));
  const hours = quietFrom !== null && quietUntil !== null ? { from: quietFrom, until: quietUntil } : null;
  // A week of quiet days alone would be a choice to hear nothing, which nobody made by not working here.
  return { rhythm, weekDay, soon, quiet: { hours, days: all.length < 7 ? all : days } };
}

/** 1 is Monday, 7 Sunday. */
export const weekdayNumbers = [1, 2, 3, 4, 5, 6, 7] as const;
const weekdayNames = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];

/** The days that end the week where a locale is at home: 6 and 7 for 'en-GB', 5 and 6 for 'ar-SA'. */
export function weekendOf(locale: string): readonly number[] {
  return new Intl.Locale(locale).getWeekInfo().weekend;
}

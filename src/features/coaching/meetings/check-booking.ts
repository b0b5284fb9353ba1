import { addDays } from '#platform/calendar/dates.ts';
import type { Change, Visit } from '#platform/http/context.ts';
import type { Wrong } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { clashAt } from './clash.ts';
import { type Diary, selectDiary } from './diary.ts';
import type { MeetingKind } from './meeting.ts';

/** So far ahead a time can be booked: a school year. */
const farthest = (today: string): string => addDays(today, 400);

interface Wanted {
  kind: MeetingKind;
  on: string;
  startsAt: string | null;
  minutes: number;
  anyway: boolean;
}

/** Whether a day makes sense at all; '' where it does. `earliest` is the pairing's first day: what was held is booked afterwards. */
export function dayOutside(on: string, { today, earliest }: { today: string; earliest: string }): string {
  if (on > farthest(today)) return t('This day is more than a year away. Choose an earlier one.');
  return on < earliest ? t('This day is before you began. Choose a later one.') : '';
}

/** What stands against one time, by the field of its form. With `anyway`, and for a day that is over, only what makes no sense. */
export function wrongWith(
  wanted: Wanted,
  diary: Diary,
  days: { today: string; earliest: string },
  except?: string,
): Wrong {
  const outside = dayOutside(wanted.on, days);
  if (outside !== '') return { on_date: outside };
  if (wanted.anyway || wanted.on < days.today) return {};
  const clash = clashAt(diary, wanted, { withPupils: wanted.kind === 'lesson', except });
  return {
    ...(clash.day !== '' && { on_date: clash.day }),
    ...(clash.time !== '' && { [wanted.startsAt === null ? 'on_date' : 'starts_at']: clash.time }),
  };
}

/** The diary around one day, for booking a time on it. */
export const diaryAround = (visit: Visit | Change, coachingId: string, on: string): Promise<Diary> =>
  selectDiary(visit.db, visit.who, { id: coachingId, from: on, until: on, today: visit.today });

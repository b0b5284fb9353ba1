import { isWeekend } from '#platform/calendar/dates.ts';
import { formatList, t, tn } from '#platform/i18n/i18n.ts';
import { type Attendee, isOpen } from '#features/programmes/index.ts';
import { type Diary, type Moment, whoCould } from './diary.ts';

const names = (people: readonly Attendee[]): string => formatList(people.map(({ name }) => name));

/** On what the school is closed or people are away, and what stands against the time; '' where nothing does. */
export interface Clash {
  day: string;
  time: string;
}

/**
 * What stands against a time, as sentences for beside the day and beside the time. What others have then stays unsaid.
 *
 * @param withPupils a lesson is watched, for which a training day is no day
 * @param except the meeting that is moved, which does not stand against itself
 */
export function clashAt(
  diary: Diary,
  at: Moment,
  { withPupils, except }: { withPupils: boolean; except?: string | undefined },
): Clash {
  const could = whoCould(withPupils ? withoutTheLesson(diary, at) : diary, at, except);
  // Whoever does not work on the day at all stands beside the day, and only there.
  const offAllDay = whoCould(diary, { ...at, startsAt: null }, except).away;
  const away = could.away.filter((each) => !offAllDay.includes(each));
  return {
    day: [dayInWords(diary, at.on, withPupils), notWorking(offAllDay)].filter(Boolean).join(' '),
    time: [
      could.busy.length > 0 &&
        tn(could.busy.length, '{who} has something else then.', '{who} have something else then.', {
          who: names(could.busy),
        }),
      notWorking(away),
    ]
      .filter(Boolean)
      .join(' '),
  };
}

/** A lesson that is watched is somebody's: it does not stand against itself. Where all of them teach then, nobody watches. */
function withoutTheLesson(diary: Diary, { on, startsAt, minutes }: Moment): Diary {
  if (startsAt === null) return diary;
  const lessons = diary.engagements.filter(({ isLesson }) => isLesson);
  const teaching = whoCould(
    { attendees: diary.attendees, engagements: lessons },
    { on, startsAt, minutes },
  ).busy;
  if (teaching.length === 0 || teaching.length === diary.attendees.length) return diary;
  return { ...diary, engagements: diary.engagements.filter(({ isLesson }) => !isLesson) };
}

const notWorking = (people: readonly Attendee[]): string =>
  people.length > 0
    ? tn(people.length, '{who} does not work then.', '{who} do not work then.', { who: names(people) })
    : '';

function dayInWords(diary: Diary, on: string, withPupils: boolean): string {
  if (isWeekend(on)) return t('This day is at a weekend.');
  if (isOpen(on, { ...diary, withPupils })) return '';
  return isOpen(on, { ...diary, withPupils: false })
    ? t('This is a training day: there are no pupils.')
    : t('The school is closed on this day.');
}

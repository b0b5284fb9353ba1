import { addDays, type CalendarDate, isWeekend } from '#platform/calendar/dates.ts';
import { formatDate, formatList, t, tn } from '#platform/i18n/i18n.ts';
import { html, type Html } from '#ui/html.ts';
import { addressOf, countedList } from '#ui/list.ts';
import { afterSchool, isOpen } from '#features/programmes/index.ts';
import type { Together } from '../together.ts';
import { type Diary, whoCould } from './diary.ts';

/** So many days are shown. */
const most = 5;

interface FreeTimes {
  together: Together;
  diary: Diary;
  from: CalendarDate;
  /** Of the day; after school unless one is asked for. */
  startsAt: string | null;
  action: string;
}

/** The next days on which nobody has anything else at this time, as links that fill in the form. */
export function freeTimesView({ together, diary, from, startsAt, action }: FreeTimes): Html {
  const time = startsAt ?? afterSchool;
  const days = Array.from({ length: 22 }, (_, n) => addDays(from, n))
    .filter((on) => !isWeekend(on) && isOpen(on, { ...diary, withPupils: false }))
    .filter((on) => {
      const { busy, away } = whoCould(diary, { on, startsAt: time, minutes: together.minutes });
      return busy.length + away.length === 0;
    })
    .slice(0, most);
  const unsaid = diary.attendees.filter((each) => each.days === null).map(({ name }) => name);
  return html`<h2>${t('Days on which nobody has anything else at {time}', { time })}</h2>
    ${countedList({
      says: tn(days.length, 'The next day', 'The next {n} days'),
      items: days.map(
        (on) => html`<a href="${addressOf(action, { on, at: time })}">${formatDate(on, 'weekday')}</a>`,
      ),
      empty: t('There is none in the next three weeks, as far as it is known here.'),
    })}
    <p class="meta">
      ${t('Looked at are programmes, groups, observations and times like this one that are entered here, never lessons, duties or calendars elsewhere.')}
      ${unsaid.length > 0 && t('Which days they work is not written down by {names}.', { names: formatList(unsaid) })}
    </p>`;
}

import { formatDate, formatMinutes, t, tn } from '#platform/i18n/i18n.ts';
import { quietActions } from '#ui/actions.ts';
import { definitionList } from '#ui/definition-list.ts';
import { details } from '#ui/details.ts';
import { empty } from '#ui/empty.ts';
import { html, type Html, nothing, type Value } from '#ui/html.ts';
import { countedList } from '#ui/list.ts';
import { rhythmInWords } from '../relationships.ts';
import { type Together, togetherHref } from '../together.ts';
import { hoursOf } from './hours.ts';
import { kindInWords, type Meeting, meetingHref, stateOf, timeGiven, whenInWords } from './meeting.ts';
import { dueOn, lastHeldOf, nextOf } from './next-due.ts';

interface Times {
  together: Together;
  meetings: readonly Meeting[];
  goesOn: boolean;
  /** The reader supports the other, or both one another. */
  supports: boolean;
  today: string;
}

export function timesView({ together, meetings, goesOn, supports, today }: Times): Html {
  const coming = meetings.filter((each) => stateOf(each) === 'booked');
  const held = meetings.filter((each) => stateOf(each) === 'held').toReversed();
  const off = meetings.filter((each) => stateOf(each) === 'called-off').toReversed();
  const entry = (meeting: Meeting): Value => meetingLine(together, meeting, today);
  return html`${goesOn && whereItStands(together, meetings, today)}
    ${
      goesOn &&
      quietActions([
        { label: t('Book a whole term'), href: togetherHref(together, 'times/term'), icon: 'clock' },
        ...(supports
          ? [
              {
                label: t('My week with everybody I support'),
                href: '/coaching/week',
                icon: 'people' as const,
              },
            ]
          : []),
      ])
    }
    <h2>${t('Booked')}</h2>
    ${countedList({
      says: tn(coming.length, '{n} time', '{n} times'),
      items: coming.map(entry),
      empty: empty({ says: t('Nothing is booked.') }),
    })}
    <h2>${t('Held')}</h2>
    ${countedList({
      says: tn(held.length, '{n} time', '{n} times'),
      items: held.map(entry),
      empty: empty({ says: t('Nothing has been held yet. After a time together either of you says so.') }),
    })}
    ${hoursView(meetings)}
    ${
      off.length > 0 &&
      details(
        tn(off.length, 'One time was called off', '{n} times were called off'),
        html`<ul class="items">
          ${off.map((meeting) => html`<li>${entry(meeting)}</li>`)}
        </ul>`,
      )
    }`;
}

/** Where they are in their rhythm: nobody is blamed for being late. */
function whereItStands(together: Together, meetings: readonly Meeting[], today: string): Html {
  const due = dueOn(together, lastHeldOf(meetings));
  const next = nextOf(meetings, today);
  const says =
    next !== undefined
      ? t('The next is {when}.', { when: whenInWords(next) })
      : due === null
        ? t('Nothing is booked.')
        : due < today
          ? t('Nothing is booked. By your rhythm a time was due on {day}.', {
              day: formatDate(due, 'weekday'),
            })
          : t('Nothing is booked. By your rhythm the next is due on {day}.', {
              day: formatDate(due, 'weekday'),
            });
  return html`<p>${t('You mean to meet {rhythm}.', { rhythm: rhythmInWords(together) })} ${says}</p>`;
}

/** One line of a list of times. */
export function meetingLine(together: { id: string }, meeting: Meeting, today: string): Html {
  const state = stateOf(meeting);
  const held =
    state === 'held'
      ? [
          formatMinutes(meeting.heldMinutes ?? meeting.minutes),
          meeting.ownLesson ? t('about one’s own lesson') : '',
          meeting.practised ? t('a step was practised') : '',
        ]
      : [
          meeting.place,
          state === 'called-off' ? t('called off') : '',
          state === 'booked' && meeting.on < today ? t('say whether it took place') : '',
        ];
  const meta = [timeGiven(meeting), ...held].filter(Boolean).join('; ');
  return html`<a href="${meetingHref(together, meeting)}">${kindInWords(meeting.kind)}</a>,
    ${whenInWords(meeting)} <span class="meta">${meta}</span>`;
}

/** Time held, in and out of the school day. */
function hoursView(meetings: readonly Meeting[]): Html {
  const hours = hoursOf(meetings);
  if (hours.times === 0) return nothing;
  return html`<h2>${t('How much time that was')}</h2>
    ${definitionList([
      { term: t('In the school day'), says: formatMinutes(hours.inside) },
      { term: t('Outside the school day'), says: formatMinutes(hours.outside) },
      {
        term: t('Protected'),
        says: t('{n} of {all} times', { n: hours.protectedTimes, all: hours.times }),
      },
      { term: t('Lessons covered'), says: hours.coverMinutes > 0 && formatMinutes(hours.coverMinutes) },
    ])}
    <p class="meta">${t('Counted is what was held, once, not once for each of you.')}</p>`;
}

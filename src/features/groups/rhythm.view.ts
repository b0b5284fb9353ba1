import { formatDate, formatMinutes, t, tn } from '#platform/i18n/i18n.ts';
import { definitionList } from '#ui/definition-list.ts';
import { html, nothing, type Html } from '#ui/html.ts';
import { label } from '#ui/label.ts';
import type { Protocol } from '#features/evidence/index.ts';
import { partSource } from '#features/protocols/index.ts';
import type { Departure, Rhythm } from './rhythm.ts';

/** How the group keeps its time, beside what its protocol says of it. */
export const rhythmWords = (rhythm: Rhythm, protocol: Protocol | undefined): Html =>
  definitionList([
    {
      term: t('Meetings'),
      says: [
        t('{held} of {planned} held', { held: rhythm.held, planned: rhythm.planned }),
        rhythm.lastMet !== null && t('last on {day}', { day: formatDate(rhythm.lastMet, 'weekday') }),
        rhythm.daysBetween !== null &&
          tn(rhythm.daysBetween, 'usually a day apart', 'usually {n} days apart'),
      ]
        .filter((each) => each !== false)
        .join(', '),
    },
    {
      term: t('Time of each of us'),
      says: t('{done} so far, {toCome} to come; {inside} of it in the school day, {outside} outside', {
        done: formatMinutes(rhythm.minutes.done),
        toCome: formatMinutes(rhythm.minutes.toCome),
        inside: formatMinutes(rhythm.minutes.inSchoolDay),
        outside: formatMinutes(rhythm.minutes.outside),
      }),
    },
    {
      term: t('What the protocol says'),
      says: (protocol?.timing ?? []).map(
        ({ words, oneSchool }) => html`${words} ${oneSchool && label(t('One school’s experience'))}`,
      ),
    },
  ]);

/** Where the group departs from its protocol, with where the rule is from. The group decides. */
export function departureNotes(departs: readonly Departure[]): Html {
  if (departs.length === 0) return nothing;
  return html`<h3>${t('Other than the protocol says')}</h3>
    <p>${t('You may have good reasons. Here is where each rule is from.')}</p>
    <ul>
      ${departs.map(
        ({ of, is, words, oneSchool, source, own }) =>
          html`<li>
            ${howItIs(of, is)} ${words} ${oneSchool && label(t('One school’s experience'))}
            ${partSource(source, own)}
          </li>`,
      )}
    </ul>`;
}

function howItIs(of: Departure['of'], is: number): string {
  switch (of) {
    case 'people':
      return tn(is, 'One person takes part.', '{n} people take part.');
    case 'weeks':
      return tn(is, 'The plan is one week long.', 'The plan is {n} weeks long.');
    case 'meetings':
      return tn(is, 'There is one meeting.', 'There are {n} meetings.');
    case 'minutesOfMeeting':
      return t('A meeting lasts {time}.', { time: formatMinutes(is) });
    case 'weeksBetweenMeetings':
      return tn(is, 'Two meetings are a week apart.', 'Two meetings are {n} weeks apart.');
  }
}

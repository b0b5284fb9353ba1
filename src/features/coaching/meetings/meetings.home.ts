import { t, tn } from '#platform/i18n/i18n.ts';
import { list } from '#platform/access/composed.ts';
import { quietActions } from '#ui/actions.ts';
import { empty } from '#ui/empty.ts';
import { html } from '#ui/html.ts';
import { countedList } from '#ui/list.ts';
import { homePart } from '../home-part.ts';
import { stateOf as stateOfPairing, togetherHref } from '../together.ts';
import { type Meeting, meetingHref, stateOf, whenInWords } from './meeting.ts';
import { meetingMoments, meetingsOf } from './meeting.queries.ts';
import { nextOf, unsaidOf } from './next-due.ts';
import { meetingLine } from './times.view.ts';

/** Of what was held so many stand on the home of a pairing; the rest has a page. */
const lately = 3;

/** The times of a pairing on its home: what is to come, what was, and the one thing to do about them. */
export const meetingsOnHome = homePart<Meeting>({
  asks: (who, { id }) => list<Meeting>(meetingsOf(who, id), meetingMoments),
  draw(meetings, { together, visit, may }) {
    if (stateOfPairing(together) === 'asked') return null;
    const coming = meetings.filter((each) => stateOf(each) === 'booked');
    const held = meetings.filter((each) => stateOf(each) === 'held');
    const line = (meeting: Meeting) => meetingLine(together, meeting, visit.today);
    const goesOn = stateOfPairing(together) === 'agreed' && may('write');
    return html`<h2 id="times">${t('Times together')}</h2>
      ${countedList({
        says: tn(coming.length, 'One is booked', '{n} are booked'),
        items: coming.slice(0, 5).map(line),
        empty: empty({
          says: t('Nothing is booked.'),
          ...(goesOn && {
            todo: { label: t('Book a whole term'), href: togetherHref(together, 'times/term') },
          }),
        }),
      })}
      ${
        held.length > 0 &&
        html`<h3>${tn(held.length, 'Held once', 'Held {n} times, the last of them')}</h3>
          <ul class="items">
            ${held
              .slice(-lately)
              .toReversed()
              .map((meeting) => html`<li>${line(meeting)}</li>`)}
          </ul>`
      }
      ${quietActions([
        ...(goesOn
          ? [
              {
                label: t('Book a time'),
                href: togetherHref(together, 'times/new'),
                icon: 'calendar' as const,
              },
            ]
          : []),
        {
          label: t('All times, and how much that was'),
          href: togetherHref(together, 'times'),
          icon: 'clock',
        },
      ])}`;
  },
  next(meetings, { together, visit, may }) {
    if (stateOfPairing(together) !== 'agreed' || !may('write')) return undefined;
    const { today } = visit;
    const [unsaid] = unsaidOf(meetings, today);
    if (unsaid !== undefined)
      return {
        words: t('Say whether it took place: {when}', { when: whenInWords(unsaid) }),
        action: { label: t('Say whether it took place'), href: meetingHref(together, unsaid) },
      };
    const next = nextOf(meetings, today);
    if (next !== undefined) return { words: whenInWords(next) };
    return {
      words: t('Book a time together'),
      action: { label: t('Book a time'), href: togetherHref(together, 'times/new') },
    };
  },
});

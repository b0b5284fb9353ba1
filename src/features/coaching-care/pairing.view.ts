import { formatDate, formatMinutes, formatMoment, t, tn } from '#platform/i18n/i18n.ts';
import { definitionList } from '#ui/definition-list.ts';
import { empty } from '#ui/empty.ts';
import { form } from '#ui/form.ts';
import { html, type Html, type Value } from '#ui/html.ts';
import { countedList } from '#ui/list.ts';
import { meetingKindInWords, partInWords } from '#features/coaching/index.ts';
import { carePath } from './care.ts';
import {
  type CaseMeeting,
  type CasePairing,
  type CaseWish,
  pairingHref,
  protectedInWords,
  waitsInWords,
} from './caseload.ts';

interface PairingData {
  pairing: CasePairing;
  meetings: readonly CaseMeeting[];
  wishes: readonly CaseWish[];
}

export const pairingView = ({ pairing, meetings, wishes }: PairingData): Html =>
  html`${definitionList([
      {
        term: t('Who'),
        says: pairing.people.map(
          ({ personId, name, part, answer }) =>
            html`<a href="/people/${personId}">${name}</a>,
              ${partInWords(part)}${answer === null ? t(', has not answered yet') : ''}`,
        ),
      },
      { term: t('Waits'), says: waitsInWords(pairing) },
      { term: t('They mean to meet'), says: tn(pairing.everyDays, 'every day', 'every {n} days') },
      { term: t('Times protected'), says: protectedInWords(pairing) },
      {
        term: t('Prepared'),
        says: pairing.prepared
          ? t('Yes')
          : t('What this kind asks is not finished by everybody who supports'),
      },
    ])}
    ${
      wishes.length > 0 &&
      html`<h2>${t('Quiet words')}</h2>
        ${countedList({
          says: tn(wishes.length, 'One', '{n}'),
          items: wishes.map(
            ({ id, saidAt, by, isSettled }) =>
              html`<a href="${carePath}/wishes/${id}">${by}</a>
                <span class="meta">${formatMoment(saidAt)}${isSettled && t('; looked after')}</span>`,
          ),
          empty: '',
        })}`
    }
    <h2>${t('When they met, and mean to')}</h2>
    ${countedList({
      says: tn(meetings.length, 'One time', '{n} times'),
      items: meetings.map(meetingLine),
      empty: empty({ says: t('No time was booked yet.') }),
    })}
    ${pairing.state === 'ended' ? bringBack(pairing) : anEnd(pairing)}`;

const meetingLine = (meeting: CaseMeeting): Value =>
  html`${formatDate(meeting.on, 'weekday')}: ${meetingKindInWords(meeting.kind)}
    <span class="meta"
      >${[
        meeting.isOff ? t('called off') : meeting.isHeld ? t('held') : t('booked'),
        formatMinutes(meeting.minutes),
        meeting.inSchoolDay ? t('in the school day') : t('outside the school day'),
        meeting.isProtected ? t('protected') : '',
        meeting.coverMinutes > 0 ? t('{long} of cover', { long: formatMinutes(meeting.coverMinutes) }) : '',
        meeting.ownLesson ? t('about one’s own lesson') : '',
        meeting.practised ? t('a step was practised') : '',
      ]
        .filter(Boolean)
        .join('; ')}</span
    >`;

/** Ending is soft and gives no reason; what its people wrote stays theirs. */
const anEnd = (pairing: CasePairing): Html =>
  html`<h2>${t('An end')}</h2>
    <p>
      ${t('Its people are told that it ended, and not why. What they wrote stays theirs. Talk to them first where you can.')}
    </p>
    ${form({ action: pairingHref(pairing, 'end'), button: t('End it'), quiet: true, danger: true })}`;

const bringBack = (pairing: CasePairing): Html =>
  form({ action: pairingHref(pairing, 'bring-back'), button: t('Let it go on'), quiet: true });

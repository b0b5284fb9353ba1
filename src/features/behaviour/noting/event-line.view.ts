import { formatDate, t, tn } from '#platform/i18n/i18n.ts';
import { html, type Html, type Value } from '#ui/html.ts';
import { personName } from '#ui/person-name.ts';
import { eventHref, pupilHref } from '../addresses.ts';
import { seenInWords, settingInWords, toneInWords } from '../behaviour.ts';
import type { StaffEvent } from './event.queries.ts';

/** A category with its sign, which is seen and not heard. */
export const categoryMark = ({ category, sign }: Pick<StaffEvent, 'category' | 'sign'>): Html =>
  html`${sign !== '' && html`<span class="behaviour-sign" aria-hidden="true">${sign}</span> `}<strong
      >${category}</strong
    >`;

export const whenAndWhere = ({
  on,
  at,
  place,
  unit,
}: Pick<StaffEvent, 'on' | 'at' | 'place' | 'unit'>): string =>
  [
    at === null ? formatDate(on) : t('{day}, {time}', { day: formatDate(on), time: at }),
    unit === null ? settingInWords(place) : t('In a lesson of {unit}', { unit }),
  ].join(', ');

interface LineOptions {
  /** Names the pupil, where a list is of several. */
  named?: boolean;
  /** As a heading of this level, where each stands by itself. */
  more?: Value;
  /** For paper: no links. */
  printed?: boolean;
}

/** One event as staff read it, in a list. */
export const eventLine = (event: StaffEvent, { named, more, printed }: LineOptions = {}): Html =>
  html`<div class="behaviour-event">
    <p>
      ${named && html`${personName({ name: event.pupil, href: event.reads && !printed ? pupilHref(event.pupilId) : undefined })}: `}${categoryMark(event)}
      ${event.points !== null && html`<span class="chip">${tn(event.points, '{n} point', '{n} points')}</span>`}
    </p>
    ${event.words !== '' && html`<p class="as-written" dir="auto">${event.words}</p>`}
    ${event.replies.map(({ name, words }) => html`<p class="behaviour-reply"><bdi>${name}</bdi>: <span dir="auto">${words}</span></p>`)}
    <p class="meta">
      ${whenAndWhere(event)}. ${t('Noted by {name}', { name: event.writtenBy })}. ${seenInWords(event.seen)}.
      ${!printed && html`<a href="${eventHref(event.id)}" aria-label="${t('Open it: {what}, {name}, {day}', { what: `${toneInWords(event.tone)}, ${event.category}`, name: event.pupil, day: formatDate(event.on) })}">${t('Open it')}</a>`}
    </p>
    ${more}
  </div>`;

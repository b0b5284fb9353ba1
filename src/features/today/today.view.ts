import { onlyYou } from '#platform/access/audience-words.ts';
import type { Content } from '#platform/http/content.ts';
import type { Visit } from '#platform/http/context.ts';
import type { Feature, NoticeInFull } from '#platform/http/feature.ts';
import { formatDate, t } from '#platform/i18n/i18n.ts';
import { entriesByDay, entryList, type FoundEntry, inWords } from '#features/calendar/index.ts';
import { type BoardNotice, noticesOnToday } from '#features/notice-board/index.ts';
import { empty } from '#ui/empty.ts';
import { form } from '#ui/form.ts';
import { html, type Html, type Value } from '#ui/html.ts';
import { schoolDay, type SchoolDay } from './school-day.view.ts';
import { firstThing } from './first-thing.ts';
import { staffRoomView } from './staff-room.view.ts';
import type { Waiting } from './waiting.queries.ts';
import { waitingSection } from './waiting.view.ts';

interface Today extends SchoolDay {
  on: string;
  now: Date;
  entries: readonly FoundEntry[];
  notices: readonly Waiting[];
  board: readonly BoardNotice[];
  features: readonly Feature[];
}

export function todayView(
  { on, now, entries: found, notices, board, features, ...day }: Today,
  visit: Visit,
): Content {
  const entries = inWords(found, features);
  const todays = entries.filter((entry) => entry.on === on);
  const later = entries.filter((entry) => entry.on !== on);
  const waiting = notices.filter(({ doneAt }) => doneAt === null);
  const done = notices.filter(({ doneAt }) => doneAt !== null);
  const sayOf = saying(features);
  const rooms = schoolDay(day, visit);
  const nothing = entries.length === 0 && notices.length === 0 && board.length === 0 && !rooms.isBusy;
  return {
    title: formatDate(on, 'weekday'),
    audience: onlyYou(t('This page puts together what is yours. Nobody else sees it.')),
    body: html`${rooms.best} ${nothing ? empty(firstThing(visit.who)) : waitingSection(waiting, sayOf, now)}
    ${rooms.first} ${noticesOnToday(board, visit)} ${!nothing && entriesSections(todays, later, rooms.booked)}
    ${rooms.later} ${staffRoomView(visit.who)} ${done.length > 0 && doneSection(done, sayOf)}`,
  };
}

type Entries = ReturnType<typeof inWords>;

/** What is on: today, with what one has booked; and in the days after. */
const entriesSections = (todays: Entries, later: Entries, booked: Value): Html =>
  html`<h2>${t('Today')}</h2>
    ${todays.length > 0 ? entryList(todays) : html`<p>${t('Nothing is on today.')}</p>`} ${booked}
    ${
      later.length > 0 &&
      html`<h2>${t('This week')}</h2>
        ${entriesByDay(later, 3)}`
    }`;

/** What a notice says: the words of its kind, and the group it is about. */
const saying = (features: readonly Feature[]) => {
  const words = Object.assign({}, ...features.map(({ notices }) => notices ?? {})) as Record<
    string,
    () => string
  >;
  const inFull = Object.assign({}, ...features.map(({ noticesInFull }) => noticesInFull ?? {})) as Record<
    string,
    NoticeInFull
  >;
  return ({ kind, group, facts }: Waiting): string => {
    const full = facts === null ? undefined : inFull[kind];
    const more = full?.says(facts as never);
    const says = more ?? words[kind]?.() ?? t('Something to look at');
    return group && !full?.namesPeople ? t('{what} ({group})', { what: says, group }) : says;
  };
};

const doneSection = (done: readonly Waiting[], sayOf: (notice: Waiting) => string): Html =>
  html`<h2>${t('Done lately')}</h2>
    <ul class="items with-end waiting">
      ${done.map(
        (notice) =>
          html`<li>
            <span
              ><a href="${notice.href}">${sayOf(notice)}</a>, ${formatDate(notice.doneAt!, 'weekday')}</span
            >
            ${notice.aside && putBackForm(notice, sayOf(notice))}
          </li>`,
      )}
    </ul>`;

const putBackForm = ({ id }: Waiting, says: string): Html =>
  form({
    action: `/today/waiting/${id}/not-done`,
    button: t('Put it back'),
    quiet: true,
    describe: t('Put back on my list: {what}', { what: says }),
  });

import { addDays, weekOf } from '#platform/calendar/dates.ts';
import { formatDate, formatList, formatMinutes, t, tn } from '#platform/i18n/i18n.ts';
import { quietActions } from '#ui/actions.ts';
import { empty } from '#ui/empty.ts';
import type { FormOptions } from '#ui/form.ts';
import { html, type Html, type Value } from '#ui/html.ts';
import { clockAfter, isOpen } from '#features/programmes/index.ts';
import type { Diary } from './diary.ts';
import { kindInWords, meetingHref } from './meeting.ts';
import { daysOfWeek, type Due, gapsOf, onDay } from './week.ts';
import type { Booked, Supported } from './week.queries.ts';
import { weekForm } from './week-form.view.ts';

export interface Week {
  monday: string;
  today: string;
  me: string;
  supported: readonly Supported[];
  booked: readonly Booked[];
  diary: Diary;
  due: readonly Due[];
  form: Pick<FormOptions, 'values' | 'errors'>;
}

export function weekView(week: Week): Html {
  const { monday, supported, due, booked } = week;
  if (supported.length === 0 && booked.length === 0)
    return empty({
      says: t(
        'You support nobody in a pairing yet. Those whom you mentor or coach stand here, week by week.',
      ),
      todo: { label: t('Mentoring and coaching'), href: '/coaching' },
    });
  return html`<p>
      ${tn(supported.length, 'You support one person or group of people.', 'You are in {n} pairings as mentor, coach or co-coach.')}
      ${tn(booked.length, 'One time is booked this week.', '{n} times are booked this week.')}
      ${due.length > 0 && tn(due.length, 'One waits for a time.', '{n} wait for a time.')}
    </p>
    ${otherWeeks(week)}
    <h2>${t('Day by day')}</h2>
    <div class="week-days">${daysOfWeek(monday).map((on) => dayView(week, on))}</div>
    <h2>${t('Who waits for a time')}</h2>
    ${
      due.length === 0
        ? empty({ says: t('Nobody waits: everybody met lately enough, or a time is booked.') })
        : weekForm(week)
    }`;
}

const otherWeeks = ({ monday, today }: Week): Html =>
  quietActions([
    { label: t('The week before'), href: `/coaching/week?from=${addDays(monday, -7)}`, icon: 'back' },
    ...(monday === weekOf(today)
      ? []
      : [{ label: t('This week'), href: '/coaching/week', icon: 'today' as const }]),
    { label: t('The week after'), href: `/coaching/week?from=${addDays(monday, 7)}`, icon: 'next' },
  ]);

/** What is booked on a day, what else stands there, and where there is room. */
function dayView(week: Week, on: string): Html {
  const { diary, booked, me } = week;
  const mine = onDay(booked, on);
  const others = diary.engagements.filter(
    (each) => each.personId === me && each.on === on && !mine.some(({ id }) => id === each.id),
  );
  const own = diary.attendees.find(({ personId }) => personId === me);
  // Lessons leave less room; which they are stands in one's own week.
  const taken = [...mine, ...others];
  const gaps = gapsOf(own?.days ?? null, on, taken);
  const isClosed = !isOpen(on, { ...diary, withPupils: false });
  return html`<section>
    <h3>${formatDate(on, 'weekday')}</h3>
    ${isClosed && html`<p class="meta">${t('The school is closed.')}</p>`}
    <ul class="items dense">
      ${mine.map((each) => html`<li>${bookedLine(each)}</li>`)}
      ${others.filter(({ isLesson }) => !isLesson).map((each) => html`<li class="meta">${otherLine(each)}</li>`)}
    </ul>
    ${taken.length === 0 && html`<p class="meta">${t('Nothing is booked.')}</p>`}
    <p class="meta">${roomInWords(gaps, own?.days ?? null)}</p>
  </section>`;
}

const bookedLine = (each: Booked): Value =>
  html`<a href="${meetingHref({ id: each.coachingId }, each)}">${timeOf(each)} ${formatList(each.names)}</a>
    <span class="meta"
      >${[kindInWords(each.kind), each.place, each.isHeld ? t('it took place') : ''].filter(Boolean).join('; ')}</span
    >`;

const otherLine = (each: { startsAt: string | null; minutes: number }): string =>
  t('{time} something else', { time: timeOf(each) });

function timeOf({ startsAt, minutes }: { startsAt: string | null; minutes: number }): string {
  if (startsAt === null) return formatMinutes(minutes);
  const until = clockAfter(startsAt, minutes);
  return until === null || minutes === 0 ? startsAt : t('{from} to {until}', { from: startsAt, until });
}

function roomInWords(gaps: ReturnType<typeof gapsOf>, days: unknown): string {
  if (gaps === null)
    return days === null
      ? t('Write down your days and hours, and the room you have stands here.')
      : t('Your hours of this day are not written down.');
  if (gaps.length === 0) return t('No room, or no working day of yours.');
  return t('Room: {gaps}', {
    gaps: formatList(gaps.map((gap) => t('{from} to {until}', { from: gap.from, until: gap.until }))),
  });
}

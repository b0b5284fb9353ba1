import type { Who } from '#platform/access/who.ts';
import { addDays } from '#platform/calendar/dates.ts';
import { formatDate, t, tn } from '#platform/i18n/i18n.ts';
import { quietActions } from '#ui/actions.ts';
import { empty } from '#ui/empty.ts';
import { html, type Html, type Value } from '#ui/html.ts';
import { countedList, filters } from '#ui/list.ts';
import { table } from '#ui/table.ts';
import { type Block, blocksOf } from './blocks.ts';
import {
  type Booking,
  bookingHref,
  bookingsPath,
  dayHref,
  newBookingPath,
  type Thing,
  thingsPath,
} from './booking.ts';
import { keepsBookings, mayBook } from './bookings.access.ts';
import type { DayFilter, Taken } from './day.queries.ts';

interface Day {
  filter: DayFilter;
  blocks: readonly Block[];
  things: readonly Thing[];
  taken: readonly Taken[];
  own: readonly Booking[];
  asked: readonly Booking[];
}

export const dayView = (day: Day, who: Who): Html => {
  const { filter, asked, own } = day;
  return html`${quietActions([
      {
        label: formatDate(addDays(filter.day, -1), 'short'),
        href: dayHref(addDays(filter.day, -1)),
        icon: 'back',
      },
      {
        label: formatDate(addDays(filter.day, 1), 'short'),
        href: dayHref(addDays(filter.day, 1)),
        icon: 'next',
      },
    ])}
    ${
      asked.length > 0 &&
      html`<h2>${t('Waiting for a yes')}</h2>
        ${bookingList(asked)}`
    }
    ${filters(
      {
        action: bookingsPath,
        values: { ...filter, seats: filter.seats || '' },
        narrowed: filter.seats > 0 || filter.words !== '',
      },
      (f) =>
        html`${f.date({ name: 'day', label: t('Day') })}
        ${f.number({ name: 'seats', label: t('Seats at least'), min: 1, max: 2000, width: 'short' })}
        ${f.search({ name: 'words', label: t('Name or note') })}`,
    )}
    ${picture(day, who)}
    <h2>${t('My bookings')}</h2>
    ${countedListOf(own)}
    ${keepsBookings(who) && quietActions([{ label: t('What can be booked, and by whom'), href: thingsPath, icon: 'settings' }])}`;
};

const countedListOf = (own: readonly Booking[]): Html =>
  countedList({
    says: tn(own.length, '{n} booking to come', '{n} bookings to come'),
    items: own.map(bookingLine),
    empty: t('You have booked nothing for today or later.'),
  });

const bookingList = (all: readonly Booking[]): Html =>
  html`<ul class="items">
    ${all.map((each) => html`<li>${bookingLine(each)}</li>`)}
  </ul>`;

/** One booking in a line. */
export const bookingLine = (each: Booking): Html =>
  html`<a href="${bookingHref(each.id)}">${each.thing}</a>
    <span class="meta"
      >${t('{day}, {from} to {until}', { day: formatDate(each.on, 'weekday'), from: each.from, until: each.until })};
      <bdi>${each.name}</bdi>:
      <bdi>${each.purpose}</bdi>${!each.agreed && html`; ${t('waits for a yes')}`}</span
    >`;

function picture({ blocks: periods, things, taken, filter }: Day, who: Who): Html {
  const blocks = blocksOf(periods);
  const byThing = Map.groupBy(taken, ({ thingId }) => thingId);
  const drawn = table({
    caption: t('Rooms and equipment on {day}', { day: formatDate(filter.day, 'weekday') }),
    captionHidden: true,
    columns: [
      { label: t('Room or equipment') },
      ...blocks.map(({ name, from, until }) => ({
        label: t('{name}, {from} to {until}', { name, from, until }),
        short: name,
      })),
    ],
    rows: things.map((thing): Value[] => [
      html`${thing.name}<br /><span class="meta">${aboutThing(thing)}</span>`,
      ...blocks.map((block) =>
        cell(thing, block, filter.day, byThing.get(thing.id) ?? [], mayBook(who, thing)),
      ),
    ]),
    empty: empty({
      says:
        filter.seats > 0 || filter.words !== ''
          ? t('Nothing fits. Ask for fewer seats or other words.')
          : t('No room and no equipment is written down yet. Those who look after the school can add them.'),
    }),
  });
  return html`<div class="bookings-day">${drawn}</div>`;
}

/** Seats, how many there are, and the note. */
const aboutThing = ({ kind, seats, howMany, note, asksFirst }: Thing): string =>
  [
    seats !== null && tn(seats, '{n} seat', '{n} seats'),
    kind === 'equipment' && tn(howMany, '{n} of it', '{n} of them'),
    note,
    asksFirst && t('somebody says yes first'),
  ]
    .filter(Boolean)
    .join('; ');

function cell(thing: Thing, block: Block, day: string, taken: readonly Taken[], may: boolean): Value {
  const here = taken.filter(({ from, until }) => from < block.until && block.from < until);
  const used = here.reduce((sum, { howMany }) => sum + howMany, 0);
  const says = here.map(
    ({ bookingId, name, says, howMany }) =>
      html`<span class="booking-taken"
        >${
          bookingId === null
            ? html`<bdi>${says}</bdi>`
            : html`<a href="${bookingHref(bookingId)}"><bdi>${name}</bdi>: <bdi>${says}</bdi></a>`
        }${thing.kind === 'equipment' && ` (${howMany})`}</span
      >`,
  );
  const free = may && used < thing.howMany;
  return html`${says}${
    free &&
    html`<a
      class="booking-free"
      href="${newBookingPath}?thing=${thing.id}&day=${day}&from=${block.from}&until=${block.until}"
      >${here.length === 0 ? t('Free') : t('More')}<span class="hidden"
        >: ${thing.name}, ${block.name}</span
      ></a
    >`
  }`;
}

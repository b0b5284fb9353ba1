import { sql } from 'kysely';
import type { NoticeInFull } from '#platform/http/feature.ts';
import { formatDate, t } from '#platform/i18n/i18n.ts';

/** For those who look after rooms: a booking waits for their yes. */
export const agreeNotice = 'bookings.agree';
/** Somebody else took back what one had booked. */
export const endedNotice = 'bookings.taken-back';
/** A lesson or another booking came in the way of what one has booked. */
export const collidesNotice = 'bookings.collides';

export const bookingNotices = {
  [agreeNotice]: () => t('A booking waits for your yes'),
  [endedNotice]: () => t('A booking of yours was taken back'),
  [collidesNotice]: () => t('Something came in the way of a booking of yours'),
} satisfies Record<string, () => string>;

interface Facts {
  thing: string;
  on: string;
  name: string;
  kind: 'room' | 'equipment';
}

/** All staff read bookings, so nothing is asked of who reads. */
const facts: NoticeInFull['facts'] = (alias, who) =>
  sql`(select json_build_object('thing', r.name, 'on', b.on_date, 'name', p.name, 'kind', r.kind) from booking b
    join room r on r.owner_id = ${who.organisationId} and r.id = b.room_id join person p on p.id = b.booked_by
    where b.owner_id = ${who.organisationId} and b.id = ${sql.ref(`${alias}.item_id`)})`;

const inFull = (says: (facts: Facts) => string): NoticeInFull => ({ readsByItself: true, facts, says });

export const bookingNoticesInFull: Record<string, NoticeInFull> = {
  [agreeNotice]: inFull(({ thing, on, name }) =>
    t('{name} asks for {thing} on {day}', { name, thing, day: formatDate(on, 'weekday') }),
  ),
  [endedNotice]: inFull(({ thing, on }) =>
    t('{thing} on {day} was taken back', { thing, day: formatDate(on, 'weekday') }),
  ),
  [collidesNotice]: inFull(({ thing, on, kind }) =>
    kind === 'equipment'
      ? t('{thing} on {day}: there are not enough of them any more', {
          thing,
          day: formatDate(on, 'weekday'),
        })
      : t('{thing} on {day}: a lesson came in the way', { thing, day: formatDate(on, 'weekday') }),
  ),
};

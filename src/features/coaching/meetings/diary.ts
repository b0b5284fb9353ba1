import { type Expression, type RawBuilder, sql } from 'kysely';
import { composed, type Given, list, type List } from '#platform/access/composed.ts';
import { notOver } from '#platform/access/current.ts';
import type { DateSpan } from '#platform/calendar/dates.ts';
import {
  type Attendee,
  availability,
  type Availability,
  type Closure,
  type Engagement,
  engagedSelect,
} from '#features/programmes/index.ts';
import { takenUpSelect } from '#features/cover/index.ts';

/** When people work, what they have (not what it is), and when the school is open. */
export interface Diary {
  attendees: readonly Attendee[];
  engagements: readonly Engaged[];
  terms: readonly DateSpan[];
  closures: readonly Closure[];
}
/** `isLesson`: one of the timetable, which somebody may be watched in. */
export type Engaged = Engagement & { id: string; isLesson?: boolean };

type Day = string | Expression<string>;

/** The lists of a diary, for a composed statement. `isFor` is a list or a select of people's ids, in brackets. */
export function diaryLists(
  owner: string,
  isFor: RawBuilder<unknown>,
  { from, until, today }: { from: Day; until: Day; today: Day },
): { [Name in keyof Diary]: List<Diary[Name][number]> } {
  return {
    attendees: list<Attendee>(sql`
      select p.id as "personId", p.name, m.kind, w.days, coalesce(w.note, '') <> '' as "oddWeeks"
      from member m join person p on p.id = m.person_id
      left join working_pattern w on w.owner_id = m.owner_id and w.person_id = m.person_id
      where m.owner_id = ${owner} and ${notOver('m', today)} and m.person_id in ${isFor}
      order by m.sort_name, p.id`),
    engagements: list<Engaged>(sql`
      select e.person_id as "personId", e.id, e.on_date as "on", e.starts_at as "startsAt", e.minutes, false as "isLesson"
      from (${engagedSelect(owner, isFor, { from, until })}) e
      union all
      select y.person_id, y.id, y.on_date, y.starts_at, y.minutes, y.why = 'lesson'
      from (${takenUpSelect(owner, isFor, { from, until })}) y`),
    terms: list<DateSpan>(sql`select t.starts_on as "startsOn", t.ends_on as "endsOn" from term t
      where t.owner_id = ${owner} and t.kind = 'term' and t.ended_at is null order by t.starts_on`),
    closures: list<Closure>(sql`select k.kind, k.starts_on as "startsOn", k.ends_on as "endsOn" from closure k
      where k.owner_id = ${owner} and k.ended_at is null and k.ends_on >= ${from} and k.starts_on <= ${until}`),
  };
}

/** The diary of the people of one pairing, by the coaching's id, in one statement. */
export const selectDiary = composed(
  (who, { id, ...days }: Given<{ id: string; from: string; until: string; today: string }>) =>
    diaryLists(
      who.organisationId,
      sql`(select x.person_id from pairing_person x join pairing p on p.owner_id = x.owner_id and p.id = x.pairing_id
        where x.owner_id = ${who.organisationId} and p.owner_id = ${who.organisationId} and p.circle_id = ${id}
          and x.answer = 'yes' and x.left_at is null)`,
      days as { from: Expression<string>; until: Expression<string>; today: Expression<string> },
    ),
);

export interface Moment {
  on: string;
  /** '15:45', or null where only the day is known. */
  startsAt: string | null;
  minutes: number;
}

/** Who stands how to a moment, but for the engagement with this id. A day alone says only who works on it. */
export function whoCould(
  { attendees, engagements }: Pick<Diary, 'attendees' | 'engagements'>,
  { on, startsAt, minutes }: Moment,
  except?: string,
): Record<Availability, Attendee[]> {
  const could: Record<Availability, Attendee[]> = { free: [], busy: [], away: [], unknown: [] };
  for (const attendee of attendees) {
    const theirs = engagements.filter(
      (each) => each.personId === attendee.personId && each.on === on && each.id !== except,
    );
    could[standing(attendee, on, theirs, startsAt, minutes)].push(attendee);
  }
  return could;
}

/** A day without a time is looked at from midday, so that only whoever does not work on it is away. */
function standing(
  attendee: Attendee,
  on: string,
  theirs: readonly Engaged[],
  startsAt: string | null,
  minutes: number,
): Availability {
  if (startsAt !== null) return availability(attendee, on, theirs, { startsAt, minutes });
  const days = attendee.days?.map((day) => ({ ...day, from: null, until: null })) ?? null;
  return availability({ ...attendee, days }, on, [], { startsAt: '12:00', minutes: 0 });
}

import { sql } from 'kysely';
import { current } from '#platform/access/current.ts';
import type { CalendarSource } from '#platform/http/feature.ts';
import { t } from '#platform/i18n/i18n.ts';
import { timetabledDays } from '../timetabled-days.ts';

/**
 * One's own lessons as calendar entries, for the feed of lessons alone: in the calendar itself they would drown what
 * people are in it for (0070). A lesson that is taken out is gone from the feed, and so from the calendar that reads it.
 */
export const lessonsCalendar: CalendarSource = {
  select(who, from, until) {
    const owner = who.organisationId;
    const theirs =
      who.standing.kind === 'pupil'
        ? sql`exists (select 1 from membership b where b.owner_id = ${owner} and b.unit_id = l.unit_id
            and b.person_id = ${who.personId} and b.part = 'pupil' and ${current('b', sql`d.on_date`)})`
        : sql`exists (select 1 from timetabled_teacher y where y.owner_id = ${owner} and y.lesson_id = l.id
            and y.person_id = ${who.personId})`;
    return sql`select l.id || '-' || d.on_date, d.on_date, to_char(p.starts_at, 'HH24:MI'),
        (extract(epoch from p.ends_at - p.starts_at) / 60)::int, coalesce(r.name, ''), '/week?on=' || d.on_date,
        greatest(l.created_at, p.created_at), null::timestamptz,
        jsonb_build_object('unit', u.name, 'subject', l.subject)
      from (${timetabledDays(owner, { from, until })}) d
      join period p on p.owner_id = ${owner} and p.timetable_id = d.timetable_id and p.weekday = d.weekday
        and p.ended_at is null
      join timetabled_lesson l on l.owner_id = ${owner} and l.timetable_id = d.timetable_id and l.period_id = p.id
        and l.ended_at is null and l.week in ('both', d.letter)
      join unit u on u.owner_id = ${owner} and u.id = l.unit_id
      left join room r on r.owner_id = ${owner} and r.id = l.room_id
      where ${theirs}`;
  },
  title: ({ unit, subject }: { unit: string; subject: string }) =>
    subject === '' ? unit : t('{subject}, {class}', { subject, class: unit }),
};

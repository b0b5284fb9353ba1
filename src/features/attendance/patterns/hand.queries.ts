import { sql } from 'kysely';
import { markedSessions } from '#features/registers/index.ts';
import { composed, type Given, list } from '#platform/access/composed.ts';
import { current } from '#platform/access/current.ts';
import type { Who } from '#platform/access/who.ts';
import { addDays } from '#platform/calendar/dates.ts';
import type { Db } from '#platform/db/database.ts';
import { readsHandOf } from '../attendance.access.ts';
import { formName, isAttended, isAway, isLate, isPossible, isUnexplained } from '../marked-sessions.ts';
import { settingsList, usualSettings } from '../settings/settings.queries.ts';
import { yearBegan } from '../span.ts';

/** A pupil with what stands out, each of it a count that a person can check in the registers. */
export interface HandPupil {
  id: string;
  name: string;
  form: string | null;
  /** Half days since the year began. */
  possible: number;
  attended: number;
  /** Weekdays ('1' is Monday) with the half days missed and possible on the last six, where two thirds were missed. */
  weekdays: { day: number; away: number; of: number }[];
  /** Of the last four weeks: how often late, and for how many half days nobody has said why. */
  late: number;
  unexplained: number;
  /** The last day away or late, to put what is new first. */
  lastOn: string | null;
  /** The last note about it, with when it is looked at again. */
  noteOn: Date | null;
  noteBy: string | null;
  lookAgainOn: string | null;
}

/** So many of the last of a weekday are looked at. */
export const lastOfWeekday = 6;
/**
 * From so many hundredths of their half days on; so often late, so many half days without a word in four weeks. All of
 * it is counted in half days, as the law counts: a morning at the dentist is no day away.
 */
export const standsOut = { weekday: 66, late: 4, unexplained: 6 } as const;
/** So many days back the last six of a weekday are looked for: six weeks, with holidays between them. */
const weekdayMemory = 100;
/** Fewer half days than these say nothing of a share yet. */
export const fewest = 20;

interface Asked {
  today: string;
  recent: string;
  byNew: true | undefined;
}

const ask = composed((who, { today, recent, byNew }: Given<Asked>) => {
  const owner = who.organisationId;
  const threshold = sql`coalesce((select z.threshold from attendance_settings z where z.owner_id = ${owner}), ${usualSettings.threshold})`;
  return {
    settings: settingsList(owner),
    pupils: list<HandPupil>(
      // The marks are read once, into a row for each pupil and day.
      sql`with day as materialized (select s.pupil_id, s.on_date, count(*) filter (where ${isPossible('s')})::int as possible,
            count(*) filter (where ${isAttended('s')})::int as attended, count(*) filter (where ${isAway('s')})::int as away,
            count(*) filter (where ${isPossible('s')} and ${isLate('s')})::int as late,
            count(*) filter (where ${isUnexplained('s')})::int as unexplained
          from (${markedSessions(owner, { from: yearBegan(owner, today), until: today })}) s group by s.pupil_id, s.on_date),
        lately as (select d.pupil_id, extract(isodow from d.on_date)::int as day, d.away, d.possible,
            row_number() over (partition by d.pupil_id, extract(isodow from d.on_date) order by d.on_date desc) as nth
          from day d where d.possible > 0 and d.on_date > ${today}::date - ${sql.lit(weekdayMemory)}),
        weekday as (select d.pupil_id, d.day, sum(d.away)::int as away, sum(d.possible)::int as of
          from lately d where d.nth <= ${lastOfWeekday} group by 1, 2
          having count(*) = ${lastOfWeekday} and sum(d.away) * 100 >= sum(d.possible) * ${standsOut.weekday}),
        recent as (select d.pupil_id, sum(d.late)::int as late, sum(d.unexplained)::int as unexplained
          from day d where d.possible > 0 and d.on_date >= ${recent} group by 1),
        whole as (select d.pupil_id, sum(d.possible)::int as possible, sum(d.attended)::int as attended,
            max(d.on_date) filter (where d.away > 0 or d.late > 0) as last_on
          from day d group by d.pupil_id)
        select p.id, p.name, ${formName(owner, sql`p.id`, today)} as form, w.possible, w.attended,
          coalesce((select json_agg(json_build_object('day', k.day, 'away', k.away, 'of', k.of) order by k.day)
            from weekday k where k.pupil_id = p.id), '[]') as weekdays,
          coalesce(r.late, 0) as late, coalesce(r.unexplained, 0) as unexplained, w.last_on::text as "lastOn",
          n.created_at as "noteOn", n.by as "noteBy", n.look_again_on::text as "lookAgainOn"
        from whole w
        join member m on m.owner_id = ${owner} and m.person_id = w.pupil_id and m.kind = 'pupil' and ${current('m', today)}
        join person p on p.id = w.pupil_id
        left join recent r on r.pupil_id = w.pupil_id
        left join lateral (select n.created_at, n.look_again_on, y.name as by from attendance_note n join person y on y.id = n.written_by
          where n.owner_id = ${owner} and n.pupil_id = p.id and n.ended_at is null order by n.created_at desc limit 1) n on true
        where ${readsHandOf(who, sql`w.pupil_id`, today)} and (
          (w.possible >= ${fewest} and w.attended * 100 <= w.possible * ${threshold})
          or r.late >= ${standsOut.late} or r.unexplained >= ${standsOut.unexplained}
          or exists (select 1 from weekday k where k.pupil_id = p.id))
        order by ${byNew ? sql`w.last_on desc nulls last,` : sql``} m.sort_name, p.id limit 500`,
      { noteOn: 'moment' },
    ),
  };
});

/** Who might need a hand, by name or by what is new; never by how much. */
export async function selectHands(db: Db, who: Who, { today, byNew }: { today: string; byNew: boolean }) {
  const { pupils, settings } = await ask(db, who, {
    today,
    recent: addDays(today, -28),
    byNew: byNew || undefined,
  });
  return { pupils, threshold: (settings[0] ?? usualSettings).threshold };
}

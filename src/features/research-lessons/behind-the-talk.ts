import { type RawBuilder, sql } from 'kysely';

/**
 * How many notes observers made at the programme's research lessons between the meeting before and this one: a
 * column (integer) for a query that has the meeting's step under `alias`. Only lessons that have been held count.
 * It is a number alone; who may hear it is for the page that shows it to ask.
 *
 *   sql`select s.*, ${notesBehindTheTalk('s')} as "lessonNotes" from programme_step s where s.owner_id = …`
 */
export function notesBehindTheTalk(alias: string): RawBuilder<number> {
  const s = (column: string) => sql.ref(`${alias}.${column}`);
  const when = (step: string) =>
    sql`(${sql.ref(`${step}.on_date`)}, coalesce(${sql.ref(`${step}.starts_at`)}, ''), ${sql.ref(`${step}.number`)})`;
  return sql<number>`(
    select count(*)::int from research_lesson rl
    join programme_step ls on ls.owner_id = rl.owner_id and ls.id = rl.step_id
    join observer_note rn on rn.owner_id = rl.owner_id and rn.lesson_id = rl.id
    where rl.owner_id = ${s('owner_id')} and rl.programme_id = ${s('programme_id')} and rl.held_at is not null
      and ls.ended_at is null and rn.ended_at is null and ${when('ls')} < ${when(alias)}
      and not exists (select 1 from programme_step ms where ms.owner_id = ${s('owner_id')}
        and ms.programme_id = ${s('programme_id')} and ms.kind = 'meeting' and ms.ended_at is null
        and ${when('ms')} < ${when(alias)} and ${when('ms')} > ${when('ls')}))`;
}

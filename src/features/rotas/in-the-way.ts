import { sql } from 'kysely';
import type { Db } from '#platform/db/database.ts';
import { t } from '#platform/i18n/i18n.ts';
import { takenUpSelect } from '#features/cover/index.ts';
import { dutiesSelect } from './duties.ts';
import { isBreakOf } from './halves.ts';

/** What somebody has at a time of a day, in words for themselves alone: "a lesson", "Gate". */
export async function selectInTheWay(
  db: Db,
  owner: string,
  personId: string,
  { on, from, until }: { on: string; from: string; until: string },
): Promise<string[]> {
  const days = { from: on, until: on };
  const { rows } = await sql<{ why: 'lesson' | 'cover' | 'away' | 'duty'; name: string }>`
    select distinct b.why, b.name from (
      select x.why, '' as name, x.starts_at,
        to_char(x.starts_at::time + make_interval(mins => x.minutes), 'HH24:MI') as ends_at
      from (${takenUpSelect(owner, sql`(${personId}::uuid)`, days as unknown as Parameters<typeof takenUpSelect>[2])}) x
      union all
      select 'duty', d.name, d.starts_at, d.ends_at from (${dutiesSelect(owner, days)}) d
      where d.person_id = ${personId} and d.keeps_busy
    ) b where b.starts_at < ${until} and ${from} < b.ends_at
      and not ${isBreakOf(sql`${from}::text`, sql`${until}::text`)} order by b.why, b.name`.execute(db);
  const words = {
    lesson: () => t('a lesson'),
    cover: () => t('a class to cover'),
    away: () => t('that you are away'),
  };
  return rows.map(({ why, name }) => (why === 'duty' ? name : words[why]()));
}

import { sql } from 'kysely';
import { composed, type Given, list } from '#platform/access/composed.ts';
import { current } from '#platform/access/current.ts';
import { postedNoticePolicy } from './notice-board.policy.ts';

export interface BulletinEntry {
  id: string;
  title: string;
  text: string;
  author: string;
  /** For all pupils, for some years or for some classes: their names; none where it is for all. */
  years: string[];
  units: string[];
}

export interface TutorGroup {
  id: string;
  name: string;
  mine: boolean;
}

/** What is read out on a day: all of it, or for one class or form what its pupils are to hear. */
export const selectBulletin = composed(
  (who, { day, today, unit }: Given<{ day: string; today: string; unit: string | undefined }>) => {
    const owner = who.organisationId;
    const granted = (condition: ReturnType<typeof sql>) =>
      sql`exists (select 1 from audience_grant g where g.owner_id = ${owner} and g.audience_id = i.audience_id
        and ${condition})`;
    const named = (sort: 'unit' | 'year') => sql`from audience_grant g
      where g.owner_id = ${owner} and g.audience_id = i.audience_id and g.principal like ${sql.lit(`${sort}:%`)}`;
    return {
      entries: list<BulletinEntry>(
        sql`select n.id, n.title, n.text, a.name as author,
            array(select substring(g.principal from '^year:[^:]+:pupil:(.*)$') ${named('year')}
              and g.principal like ${`year:${owner}:pupil:%`} order by 1) as years,
            array(select u.name from unit u where u.owner_id = ${owner} and u.id in (
              select split_part(g.principal, ':', 2)::uuid ${named('unit')} and g.principal like '%:pupil')
              order by u.sort_name) as units
          from posted_notice n
          join item i on i.owner_id = ${owner} and i.id = n.id and i.ended_at is null
          join person a on a.id = i.author_id
          where n.owner_id = ${owner} and n.sort = 'bulletin' and n.from_on <= ${day} and n.until_on >= ${day}
            and ${who.sees('i', postedNoticePolicy, 'hear')}
            ${
              unit
                ? sql`and (${granted(sql`g.principal = ${`pupil:${owner}`}`)}
                  or ${granted(sql`g.principal = 'unit:' || ${unit}::text || ':pupil'`)}
                  or ${granted(sql`g.principal in (select 'year:' || c.owner_id || ':pupil:' || c.year_label
                    from membership ms join member c on c.owner_id = ${owner} and c.person_id = ms.person_id
                      and c.kind = 'pupil' and ${current('c', today)}
                    where ms.owner_id = ${owner} and ms.unit_id = ${unit}::uuid and ms.part = 'pupil'
                      and ${current('ms', today)})`)})`
                : sql``
            }
          order by n.from_on desc, n.created_at, n.id limit 60`,
      ),
      groups: list<TutorGroup>(
        sql`select u.id, u.name, exists (select 1 from membership mine where mine.owner_id = ${owner}
            and mine.unit_id = u.id and mine.person_id = ${who.personId} and ${current('mine', today)}) as mine
          from unit u where u.owner_id = ${owner} and u.ended_at is null and u.kind in ('form', 'class')
          order by mine desc, u.kind desc, u.sort_name, u.id limit 500`,
      ),
    };
  },
);

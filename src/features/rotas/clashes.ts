import { sql } from 'kysely';
import { list, type List } from '#platform/access/composed.ts';
import { current } from '#platform/access/current.ts';
import { takenUpSelect } from '#features/cover/index.ts';
import { usualDays, type WorkingDay } from '#features/people/index.ts';
import { formatDate, t } from '#platform/i18n/i18n.ts';
import { type Day, type Days, onDutyIn, slotDays } from './duties.ts';
import { halvesTaught, isBreakOf, takesHalfADay } from './halves.ts';
import { type Slot, weekdayOf } from './rotas.ts';

/** What stands against somebody's being there at one time of a rota on one day. */
export interface Clash {
  slotId: string;
  personId: string;
  on: string;
  why: 'lesson' | 'cover' | 'away' | 'duty';
}

/** When somebody works; null days where they did not write it down. */
export interface Pattern {
  personId: string;
  days: readonly WorkingDay[] | null;
}

/** Everybody's clashes with the times of one rota on these days. A rota that keeps nobody busy clashes with absences alone. */
export const clashesList = (owner: string, days: Days, rotaId: Day): List<Clash> =>
  list<Clash>(sql`
    with need as materialized (select * from (${slotDays(owner, days)}) x where x.rota_id = ${rotaId}::uuid),
    busy as materialized (
      select b.person_id, b.id, b.on_date, b.starts_at,
        to_char(b.starts_at::time + make_interval(mins => b.minutes), 'HH24:MI') as ends_at, b.why
      from (${takenUpSelect(
        owner,
        sql`(select m.person_id from member m where m.owner_id = ${owner} and m.kind = 'staff'
          and ${current('m', days.from)})`,
        days as Parameters<typeof takenUpSelect>[2],
      )}) b
      union all
      select o.person_id, o.id, o.on_date, o.starts_at, o.ends_at, 'duty' from (${onDutyIn(owner, days)}) o
    )
    select distinct n.slot_id as "slotId", b.person_id as "personId", n.on_date as "on", b.why
    from need n join busy b on b.on_date = n.on_date and b.starts_at < n.ends_at and n.starts_at < b.ends_at
      and b.id <> n.slot_id and (n.keeps_busy or b.why = 'away')
    where not ${isBreakOf(sql`n.starts_at`, sql`n.ends_at`)}
    union
    select n.slot_id, h.person_id, n.on_date, 'lesson'
    from need n join (${halvesTaught(owner, days)}) h on h.on_date = n.on_date and h.starts_at < n.ends_at
      and n.starts_at < h.ends_at
    where n.keeps_busy and ${takesHalfADay}
    order by 3 limit 4000`);

export const patternsList = (owner: string, today: Day): List<Pattern> =>
  list<Pattern>(sql`select m.person_id as "personId", w.days from member m
    left join working_pattern w on w.owner_id = ${owner} and w.person_id = m.person_id
    where m.owner_id = ${owner} and m.kind = 'staff' and ${current('m', today)}`);

/** Whether somebody is at work at a time; when they are not is read by few, so nobody is told more than that. */
function isAtWork({ days }: Pattern, slot: Pick<Slot, 'weekday' | 'on' | 'from' | 'until'>): boolean {
  const day = slot.weekday ?? weekdayOf(slot.on!);
  // Whoever wrote nothing down is asked for a Saturday too: the school would not have a rota for it otherwise.
  if (days === null && !usualDays.some((each) => each.day === day)) return true;
  const works = (days ?? usualDays).find((each) => each.day === day);
  if (works === undefined) return false;
  return (
    (works.from === null || works.from <= slot.from) && (works.until === null || works.until >= slot.until)
  );
}

/** What stands against somebody's being there, in words for those who make rotas; '' where nothing does. */
export function clashInWords(
  personId: string,
  slot: Pick<Slot, 'id' | 'weekday' | 'on' | 'from' | 'until'>,
  { clashes, patterns }: { clashes: readonly Clash[]; patterns: readonly Pattern[] },
): string {
  const those = clashes.filter((each) => each.slotId === slot.id && each.personId === personId);
  const pattern = patterns.find((each) => each.personId === personId);
  const has = (why: Clash['why']) => those.find((each) => each.why === why);
  const words = [
    pattern !== undefined && !isAtWork(pattern, slot) && t('cannot then'),
    has('lesson') && t('teaches then'),
    has('duty') && t('has another duty then'),
    has('cover') && t('covers a class on {day}', { day: formatDate(has('cover')!.on, 'short') }),
    has('away') && t('is away on {day}', { day: formatDate(has('away')!.on, 'short') }),
  ];
  return words.filter(Boolean).join(', ');
}

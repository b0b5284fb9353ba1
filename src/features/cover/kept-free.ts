import { type RawBuilder, sql } from 'kysely';
import { list, type List } from '#platform/access/composed.ts';
import { t } from '#platform/i18n/i18n.ts';
import { weekdayName, type WorkingDay } from '#features/people/index.ts';

export const keptFreeKinds = ['planning', 'early-career', 'leading', 'other'] as const;

/** A time of each week in which nobody is suggested to ask somebody. */
export interface KeptFree {
  id: string;
  weekday: WorkingDay['day'];
  startsAt: string;
  endsAt: string;
  kind: (typeof keptFreeKinds)[number];
}

export const keptFreeKindInWords: Readonly<Record<KeptFree['kind'], () => string>> = {
  planning: () => t('planning and preparation'),
  'early-career': () => t('time of an early-career teacher'),
  leading: () => t('leading'),
  other: () => t('something else'),
};

export const keptFreeInWords = ({ weekday, startsAt, endsAt, kind }: KeptFree): string =>
  t('{day}, {from} to {until} ({what})', {
    day: weekdayName[weekday](),
    from: startsAt,
    until: endsAt,
    what: keptFreeKindInWords[kind](),
  });

/** Those that stand, in order of the week. `which` is asked of the rows under `k`. */
export const keptFreeList = (owner: string, which: RawBuilder<unknown>): List<KeptFree> =>
  list<KeptFree>(sql`select k.id, k.weekday, to_char(k.starts_at, 'HH24:MI') as "startsAt",
      to_char(k.ends_at, 'HH24:MI') as "endsAt", k.kind
    from cover_kept_free k where k.owner_id = ${owner} and k.ended_at is null and ${which}
    order by array_position(array['monday','tuesday','wednesday','thursday','friday','saturday','sunday'], k.weekday),
      k.starts_at, k.id limit 100`);

import { sql } from 'kysely';
import { composed, type Given, list, type List } from '#platform/access/composed.ts';
import type { Who } from '#platform/access/who.ts';
import { type Category, categoriesList } from './category.queries.ts';
import { type Reward, rewardsList } from './reward.queries.ts';

/** What a school has settled beside categories and rewards. */
export interface Settled {
  promise: string;
  noticeHours: number;
  classTotals: boolean;
  version: number;
}

export const settledList = (who: Who): List<Settled> =>
  list<Settled>(sql`select s.promise, s.notice_hours as "noticeHours", s.class_totals as "classTotals", s.version
    from behaviour_settings s where s.owner_id = ${who.organisationId}`);

/** Where a school has settled nothing: a day's notice, and no totals. */
export const unsettled: Settled = { promise: '', noticeHours: 24, classTotals: false, version: 0 };

/** All that a school has settled. */
export const selectSettled = composed((who, _given: Given<object>) => ({
  categories: categoriesList(who, 'all'),
  rewards: rewardsList(who),
  settled: settledList(who),
}));

export interface AllSettled {
  categories: Category[];
  rewards: Reward[];
  settled: Settled[];
}

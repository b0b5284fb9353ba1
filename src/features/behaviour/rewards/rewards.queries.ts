import { type Expression, sql } from 'kysely';
import { composed, type Given, list, type List } from '#platform/access/composed.ts';
import { current } from '#platform/access/current.ts';
import type { Who } from '#platform/access/who.ts';
import type { Db } from '#platform/db/database.ts';
import { isId } from '#platform/db/ids.ts';
import { NotFound } from '#platform/errors.ts';
import { isTheirs, readsPupil } from '../behaviour.access.ts';
import { reachedRewards } from './reached.ts';

/** A reward that a pupil has reached and was not given yet. */
export interface ReachedReward {
  rewardId: string;
  pupilId: string;
  pupil: string;
  reward: string;
  words: string;
  since: string;
}

/** One that was given. */
export interface GivenReward {
  id: string;
  pupilId: string;
  pupil: string;
  name: string;
  words: string;
  givenBy: string;
  on: string;
  endedAt: Date | null;
  /** Whether this person reads of the pupil as one of the staff. */
  reads: boolean;
}

const most = 200;

/** What waits to be given to pupils this person reads of, by name. */
const toGiveList = (who: Who, today: Expression<string>, limit = most): List<ReachedReward> =>
  list<ReachedReward>(sql`select x.reward_id as "rewardId", x.pupil_id as "pupilId", p.name as pupil, r.name as reward,
      r.words, x.since
    from (${reachedRewards(who.organisationId, today, readsPupil(who, sql.ref('e.pupil_id'), today))}) x
    join behaviour_reward r on r.owner_id = ${who.organisationId} and r.id = x.reward_id
    join member m on m.owner_id = ${who.organisationId} and m.person_id = x.pupil_id and m.kind = 'pupil'
      and ${current('m', today)}
    join person p on p.id = x.pupil_id
    where not x.is_given
    order by m.sort_name, x.pupil_id, r.needed limit ${limit}`);

export const selectRewards = composed((who, { today }: Given<{ today: string }>) => ({
  toGive: toGiveList(who, today),
  given: list<GivenReward>(
    sql`select ${givenColumns(who, today)} ${fromGiven}
      where g.owner_id = ${who.organisationId} and g.ended_at is null and ${readsPupil(who, sql.ref('g.pupil_id'), today)}
      order by g.given_on desc, g.created_at desc, g.id desc limit 50`,
    { endedAt: 'moment' },
  ),
}));

export const givenColumns = (who: Who, today: Expression<string>) => sql`
  g.id, g.pupil_id as "pupilId", p.name as pupil, g.name, g.words, w.name as "givenBy", g.given_on as "on",
  g.ended_at as "endedAt", ${readsPupil(who, sql.ref('g.pupil_id'), today)} as reads`;

export const fromGiven = sql`
  from behaviour_reward_given g join person p on p.id = g.pupil_id join person w on w.id = g.given_by`;

const askGiven = composed((who, { id, today }: Given<{ id: string; today: string }>) => ({
  given: list<GivenReward>(
    sql`select ${givenColumns(who, today)} ${fromGiven}
      where g.owner_id = ${who.organisationId} and g.id = ${id}
        and (${readsPupil(who, sql.ref('g.pupil_id'), today)}
          or (g.ended_at is null and ${isTheirs(who, sql.ref('g.pupil_id'), today)}))`,
    { endedAt: 'moment' },
  ),
}));

/** One that was given, for staff who read of the pupil, the pupil and the family. Throws `NotFound` for none. */
export async function selectGiven(db: Db, who: Who, id: string, today: string): Promise<GivenReward> {
  if (!isId(id)) throw new NotFound();
  const { given } = await askGiven(db, who, { id, today });
  if (!given[0]) throw new NotFound();
  return given[0];
}

const askReached = composed(
  (who, { rewardId, pupilId, today }: Given<{ rewardId: string; pupilId: string; today: string }>) => ({
    reached: list<
      ReachedReward & { isGiven: boolean }
    >(sql`select x.reward_id as "rewardId", x.pupil_id as "pupilId",
        p.name as pupil, r.name as reward, r.words, x.since, x.is_given as "isGiven"
      from (${reachedRewards(who.organisationId, today, sql`e.pupil_id = ${pupilId}`)}) x
      join behaviour_reward r on r.owner_id = ${who.organisationId} and r.id = x.reward_id
      join person p on p.id = x.pupil_id
      where x.reward_id = ${rewardId}
        and ${readsPupil(who, sql`${pupilId}::uuid`, today)}`),
  }),
);

/** What a pupil whom this person reads of has reached. Throws `NotFound` where it is not reached. */
export async function selectReached(
  db: Db,
  who: Who,
  asked: { rewardId: string; pupilId: string; today: string },
): Promise<ReachedReward & { isGiven: boolean }> {
  if (!isId(asked.rewardId) || !isId(asked.pupilId)) throw new NotFound();
  const { reached } = await askReached(db, who, asked);
  if (!reached[0]) throw new NotFound();
  return reached[0];
}

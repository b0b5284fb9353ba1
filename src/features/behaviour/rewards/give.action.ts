import { z } from 'zod';
import { newId } from '#platform/db/ids.ts';
import { NotFound, Refused } from '#platform/errors.ts';
import type { Change } from '#platform/http/context.ts';
import { action, members, see, type See } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { certificateHref, rewardsPath } from '../addresses.ts';
import { rewardsPage, giveHref } from './rewards.page.ts';
import { selectGiven, selectReached } from './rewards.queries.ts';

const common = { purpose: 'administration', access: members('staff'), input: z.object({}) } as const;

/** Gives what a pupil has reached. A name and words are kept as they are now: a certificate does not change. */
export const giveReward = action(giveHref(':reward', ':pupil'), {
  ...common,
  page: rewardsPage,
  async run(change) {
    const { tx, who, params, organisationId, now, today } = change;
    const reached = await selectReached(tx, who, { rewardId: params.reward!, pupilId: params.pupil!, today });
    if (reached.isGiven) throw new Refused(t('Somebody has given it already.'));
    const id = newId(now);
    await tx
      .insertInto('behaviour_reward_given')
      .values({
        owner_id: organisationId,
        id,
        reward_id: reached.rewardId,
        pupil_id: reached.pupilId,
        since: reached.since,
        name: reached.reward,
        words: reached.words,
        given_by: who.personId,
        given_on: today,
        created_at: now,
      })
      .execute();
    await change.record({
      kind: 'behaviour-reward.given',
      itemId: id,
      body: { pupilIds: [reached.pupilId] },
      tell: true,
    });
    return see(
      rewardsPath,
      t('Given: {reward}, {name}. Its certificate can be printed below.', {
        reward: reached.reward,
        name: reached.pupil,
      }),
      certificateHref(id, 'take-back'),
    );
  },
});

/** It was not given after all, and waits again. */
export const takeBackReward = action(certificateHref(':given', 'take-back'), {
  ...common,
  run: (change) => setEnded(change, change.now),
});

export const restoreGiven = action(certificateHref(':given', 'restore'), {
  ...common,
  run: (change) => setEnded(change, null),
});

async function setEnded(change: Change, endedAt: Date | null): Promise<See> {
  const { tx, who, params, today, organisationId } = change;
  const given = await selectGiven(tx, who, params.given!, today);
  if (!given.reads) throw new NotFound();
  if (endedAt === null && (await isGivenAgain(change, given.id)))
    throw new Refused(t('It was given again meanwhile.'));
  await tx
    .updateTable('behaviour_reward_given')
    .set({ ended_at: endedAt })
    .where('owner_id', '=', organisationId)
    .where('id', '=', given.id)
    .execute();
  await change.record({
    kind: endedAt ? 'behaviour-reward.taken-back' : 'behaviour-reward.given',
    itemId: given.id,
    body: { pupilIds: [given.pupilId] },
    tell: true,
  });
  return endedAt
    ? see(rewardsPath, t('It is taken back.'), certificateHref(given.id, 'restore'))
    : see(rewardsPath, t('It is given.'), certificateHref(given.id, 'take-back'));
}

/** Whether the same was given by another row since this one was taken back. */
const isGivenAgain = async ({ tx, organisationId }: Change, id: string): Promise<boolean> =>
  (await tx
    .selectFrom('behaviour_reward_given as g')
    .innerJoin('behaviour_reward_given as o', (join) =>
      join
        .onRef('o.owner_id', '=', 'g.owner_id')
        .onRef('o.reward_id', '=', 'g.reward_id')
        .onRef('o.pupil_id', '=', 'g.pupil_id')
        .onRef('o.since', '=', 'g.since'),
    )
    .select('o.id')
    .where('g.owner_id', '=', organisationId)
    .where('o.owner_id', '=', organisationId)
    .where('g.id', '=', id)
    .where('o.id', '!=', id)
    .where('o.ended_at', 'is', null)
    .executeTakeFirst()) !== undefined;

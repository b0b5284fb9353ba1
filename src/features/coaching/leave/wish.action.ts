import { z } from 'zod';
import { insertItem } from '#platform/access/items.ts';
import { isId } from '#platform/db/ids.ts';
import { NotFound, Refused } from '#platform/errors.ts';
import { choice, optionalProse } from '#platform/http/input.ts';
import { action, see } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { coachingPolicy } from '../coaching.policy.ts';
import { openTogether } from '../open-together.ts';
import { quietWishPolicy } from '../pairing.policy.ts';
import { stateOf, togetherHref } from '../together.ts';
import { quietPage } from './quiet.page.ts';
import { selectQuiet, takeBackWish } from './quiet.queries.ts';
import { wishes } from './wish.ts';

/** Somebody says to the co-ordinator that they would rather work with another, stop, or talk. The others are not told. */
export const sayWish = action('/coaching/:coaching/wish', {
  purpose: 'learning',
  access: coachingPolicy,
  input: z.object({ wish: choice(wishes, 'Choose what you would like.'), words: optionalProse(2000) }),
  page: quietPage,
  async run(change, { wish, words }) {
    const { together } = await openTogether(change, 'write');
    if (stateOf(together) === 'ended') throw new Refused(t('This has ended, so nothing was changed.'));
    const { coordinators, mine } = await selectQuiet(change, together);
    if (coordinators.length === 0)
      throw new Refused(
        t('Nobody from outside your pairing looks after mentoring and coaching at your school yet.'),
      );
    if (mine.some((each) => each.wish === wish && each.settledAt === null))
      throw new Refused({ wish: t('You have said this already, and it waits to be looked after.') });
    const me = change.who.personId;
    const id = await insertItem(
      change.tx,
      { ownerId: together.ownerId, policy: quietWishPolicy, authorId: me, excludesManagers: true },
      change.now,
    );
    await change.tx
      .insertInto('quiet_wish')
      .values({
        owner_id: together.ownerId,
        id,
        pairing_id: together.pairingId,
        person_id: me,
        wish,
        words,
        said_at: change.now,
      })
      .execute();
    await change.record({
      kind: 'coaching.wish-said',
      itemId: id,
      body: { pairingId: together.pairingId },
      tell: true,
    });
    return see(
      togetherHref(together, 'quiet'),
      t('Said. Only the co-ordinator reads it.'),
      togetherHref(together, `wish/${id}/take-back`),
    );
  },
});

/** Takes it back, while nobody has looked after it. */
export const unsayWish = action('/coaching/:coaching/wish/:wish/take-back', {
  purpose: 'learning',
  access: coachingPolicy,
  input: z.object({}),
  page: quietPage,
  async run(change) {
    const { together } = await openTogether(change, 'write');
    const id = change.params.wish ?? '';
    const { mine } = await selectQuiet(change, together);
    if (!isId(id) || !mine.some((wish) => wish.id === id)) throw new NotFound();
    if (!(await takeBackWish(change.tx, { ownerId: together.ownerId, id }, change.now)))
      throw new Refused(t('The co-ordinator has looked after this already.'));
    await change.record({
      kind: 'coaching.wish-taken-back',
      itemId: id,
      body: { pairingId: together.pairingId },
      tell: true,
    });
    return see(togetherHref(together, 'quiet'), t('Taken back.'));
  },
});

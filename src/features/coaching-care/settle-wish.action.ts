import { z } from 'zod';
import { Refused } from '#platform/errors.ts';
import type { Change } from '#platform/http/context.ts';
import { action, see, type See } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { quietWishPolicy } from '#features/coaching/index.ts';
import { carePath } from './care.ts';
import { openWish } from './open-wish.ts';
import { setSettled } from './wish.queries.ts';
import { wishPage } from './wish.page.ts';

const common = {
  purpose: 'administration',
  access: quietWishPolicy,
  page: wishPage,
  input: z.object({}),
} as const;

/** A quiet word is looked after: it waits for no co-ordinator any more. */
export const settleWish = action(`${carePath}/wishes/:wish/settle`, {
  ...common,
  run: (change) => set(change, true),
});

export const openWishAgain = action(`${carePath}/wishes/:wish/open-again`, {
  ...common,
  run: (change) => set(change, false),
});

async function set(change: Change, settled: boolean): Promise<See> {
  const { item } = await openWish(change);
  const by = settled ? { at: change.now, by: change.who.personId } : null;
  if (!(await setSettled(change.tx, item, by)))
    throw new Refused(t('This has changed meanwhile, so nothing was done.'));
  await change.record({
    // Said anew, it waits for every co-ordinator again.
    kind: settled ? 'coaching.wish-settled' : 'coaching.wish-said',
    itemId: item.id,
    tell: true,
  });
  const href = `${carePath}/wishes/${item.id}`;
  return settled
    ? see(href, t('Noted: it is looked after.'), `${href}/open-again`)
    : see(href, t('It waits again.'));
}

import { z } from 'zod';
import { newId } from '#platform/db/ids.ts';
import { NotAllowed } from '#platform/errors.ts';
import { action, see } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { coachingPolicy } from '../../coaching.policy.ts';
import { openGoingOn } from '../../open-together.ts';
import { suggests } from './open-support.ts';
import { supportHref } from './support.ts';
import { supportInput } from './support-form.ts';
import { supportPage } from './support.page.ts';

/** Whoever supports opens a way to other support. Nothing is arranged by it: whoever learns decides. */
export const suggestSupport = action('/coaching/:coaching/support', {
  purpose: 'learning',
  access: coachingPolicy,
  page: supportPage,
  input: z.object(supportInput),
  async run(change, { what, who, link, by_on }) {
    const opened = await openGoingOn(change);
    if (!suggests(opened, change.who.personId))
      throw new NotAllowed('Whoever supports suggests here. Ask for what you need in a conversation.');
    const { together } = opened;
    const id = newId(change.now);
    await change.tx
      .insertInto('brokered_support')
      .values({
        owner_id: together.ownerId,
        id,
        coaching_id: together.id,
        what,
        who,
        link,
        by_on,
        offered_by: change.who.personId,
        offered_at: change.now,
        state: 'suggested',
        came_of_it: '',
        version: 1,
        updated_at: change.now,
      })
      .execute();
    await change.record({
      kind: 'brokered-support.suggested',
      itemId: together.id,
      body: { supportId: id },
      tell: true,
    });
    return see(supportHref(together), t('It is suggested. They decide.'), supportHref(together, `${id}/end`));
  },
});

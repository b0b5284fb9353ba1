import { z } from 'zod';
import { action, see } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { practiceHref } from './addresses.ts';
import { openGoingOn } from './open-own-practice.ts';
import { practicePolicy } from './practice.policy.ts';
import { touch } from './practice.queries.ts';

const common = { purpose: 'learning', access: practicePolicy } as const;

/** Says that one has seen it done. */
export const seenExample = action('/practice/:person/:practice/seen', {
  ...common,
  input: z.object({}),
  async run(change) {
    const practice = await openGoingOn(change);
    await touch(change.tx, practice, change.now, { example_seen_at: change.now });
    await change.record({
      ownerId: practice.ownerId,
      kind: 'practice.example-seen',
      itemId: practice.id,
    });
    return see(
      `${practiceHref(practice)}#rehearse`,
      t('Good. Now it can be rehearsed.'),
      practiceHref(practice, 'not-seen'),
    );
  },
});

/** Takes that back. */
export const notSeenExample = action('/practice/:person/:practice/not-seen', {
  ...common,
  input: z.object({}),
  async run(change) {
    const practice = await openGoingOn(change);
    await touch(change.tx, practice, change.now, { example_seen_at: null });
    await change.record({
      ownerId: practice.ownerId,
      kind: 'practice.example-not-seen',
      itemId: practice.id,
    });
    return see(practiceHref(practice), t('Taken back.'));
  },
});

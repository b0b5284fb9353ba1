import { z } from 'zod';
import { endItem } from '#platform/access/items.ts';
import type { Change } from '#platform/http/context.ts';
import { action, see, type See } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { talkHref } from './addresses.ts';
import { talkPolicy } from './messages.policy.ts';
import { openKeptTalk } from './open-talk.ts';

const common = { purpose: 'administration', access: talkPolicy, input: z.object({}) } as const;

/** Ends a space: it stands in nobody's list any more, and those who watch can still read it. */
export const endTalk = action('/messages/:talk/end', {
  ...common,
  run: (change) => setEnded(change, change.now),
});

export const restoreTalk = action('/messages/:talk/restore', {
  ...common,
  run: (change) => setEnded(change, null),
});

async function setEnded(change: Change, endedAt: Date | null): Promise<See> {
  const { talk, item } = await openKeptTalk(change);
  await endItem(change.tx, item, endedAt);
  await change.record({ kind: endedAt ? 'talk.ended' : 'talk.restored', itemId: talk.id });
  return endedAt
    ? see(
        talkHref(talk.id),
        t('It is ended. Nobody else finds it in their list any more.'),
        talkHref(talk.id, 'restore'),
      )
    : see(talkHref(talk.id), t('It is open again.'), talkHref(talk.id, 'end'));
}

import { z } from 'zod';
import { NotAllowed } from '#platform/errors.ts';
import type { Change } from '#platform/http/context.ts';
import { action, see, type See } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { messagesPath, talkHref } from './addresses.ts';
import { talkPolicy } from './messages.policy.ts';
import { mayLeave, openOwnTalk } from './open-talk.ts';

const common = { purpose: 'administration', access: talkPolicy, input: z.object({}) } as const;

/** It stands in one's list without being counted or told of on Today. Nobody else sees that. */
export const mute = action('/messages/:talk/mute', {
  ...common,
  async run(change) {
    const { talk } = await openOwnTalk(change);
    await keepOwn(change, talk.id, { muted_at: change.now }, 'talk.muted');
    return see(
      talkHref(talk.id),
      t('It is muted: nothing of it stands on Today.'),
      talkHref(talk.id, 'unmute'),
    );
  },
});

export const unmute = action('/messages/:talk/unmute', {
  ...common,
  async run(change) {
    const { talk } = await openOwnTalk(change);
    await keepOwn(change, talk.id, { muted_at: null }, 'talk.unmuted');
    return see(talkHref(talk.id), t('Today tells you of it again.'), talkHref(talk.id, 'mute'));
  },
});

/** One does not wish to be in a group of staff any more: it stands in no list of theirs until they come back. */
export const leave = action('/messages/:talk/leave', {
  ...common,
  async run(change): Promise<See> {
    const opened = await openOwnTalk(change);
    if (!mayLeave(opened))
      throw new NotAllowed(
        t('Groups of staff can be left. This is a conversation of another kind: mute it.'),
      );
    await keepOwn(change, opened.talk.id, { left_at: change.now }, 'talk.left');
    return see(
      messagesPath,
      t('You have left it. You find it under “Conversations you left”.'),
      talkHref(opened.talk.id, 'come-back'),
    );
  },
});

export const comeBack = action('/messages/:talk/come-back', {
  ...common,
  async run(change) {
    const { talk } = await openOwnTalk(change);
    await keepOwn(change, talk.id, { left_at: null }, 'talk.come-back');
    return see(talkHref(talk.id), t('It stands in your list again.'));
  },
});

/** It is one's own business, and is written down where one's own things are. */
async function keepOwn(
  change: Change,
  talkId: string,
  columns: { muted_at?: Date | null; left_at?: Date | null },
  kind: string,
): Promise<void> {
  const { tx, who, organisationId } = change;
  await tx
    .insertInto('talk_own')
    .values({ owner_id: who.personId, organisation_id: organisationId, talk_id: talkId, ...columns })
    .onConflict((conflict) =>
      conflict.columns(['owner_id', 'organisation_id', 'talk_id']).doUpdateSet(columns),
    )
    .execute();
  await change.record({ ownerId: who.personId, kind, body: { talkId } });
}

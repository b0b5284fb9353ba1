import { z } from 'zod';
import { dropDraft } from '#platform/drafts/drafts.ts';
import { action, see } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { messageHref, talkHref } from './addresses.ts';
import { writeMessage } from './insert-message.ts';
import { messageInput } from './message-input.ts';
import { talkPolicy } from './messages.policy.ts';
import { mustBeOpen, openOwnTalk } from './open-talk.ts';
import { threadPage } from './thread.page.ts';
import { draftKeyOf } from './talk.ts';
import { arrivesInWords } from './when.view.ts';

/** Writes into a conversation. */
export const send = action('/messages/:talk', {
  purpose: 'administration',
  access: talkPolicy,
  input: z.object(messageInput),
  page: threadPage,
  async run(change, sent) {
    const opened = await openOwnTalk(change);
    mustBeOpen(opened);
    const { talk } = opened;
    const { id, deliversAt } = await writeMessage(change, talk, sent);
    change.afterCommit(() => dropDraft(change.services.db, change.who, draftKeyOf(talk.id)));
    const clock = { now: change.now, today: change.today, zone: change.who.standing.organisation.zone };
    return see(
      talkHref(talk.id),
      t('It is written. {arrives}', { arrives: arrivesInWords(deliversAt, clock) }),
      messageHref(talk.id, id, 'undo'),
    );
  },
});

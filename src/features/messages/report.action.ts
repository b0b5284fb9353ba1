import { z } from 'zod';
import { Refused } from '#platform/errors.ts';
import { prose, ticked } from '#platform/http/input.ts';
import { action, see } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { reportHref } from './addresses.ts';
import { talkPolicy } from './messages.policy.ts';
import { openMessage } from './open-message.ts';
import { reportPage } from './report.page.ts';
import { reportMessage } from './report.queries.ts';

/** Reports a message of somebody else's. */
export const report = action('/messages/:talk/:message/report', {
  purpose: 'administration',
  access: talkPolicy,
  page: reportPage,
  input: z.object({ text: prose('Say what is wrong, in a few words.', 2000), unsafe: ticked() }),
  async run(change, sent) {
    const { talk, message } = await openMessage(change);
    if (message.authorId === change.who.personId)
      throw new Refused(t('You wrote this yourself. You can take it back.'));
    const id = await reportMessage(
      change,
      { messageId: message.id, talkId: talk.id, reportedId: message.authorId },
      sent,
    );
    return see(reportHref(id), t('Thank you. An adult will look at it. Here you see what becomes of it.'));
  },
});

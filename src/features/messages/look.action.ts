import { z } from 'zod';
import { Refused } from '#platform/errors.ts';
import { choice } from '#platform/http/input.ts';
import { action, see } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { watchPath } from './addresses.ts';
import { lookPage, openFlagged } from './look.page.ts';
import { talkPolicy } from './messages.policy.ts';
import { reportMessage } from './report.queries.ts';
import { outcomes } from './talk.ts';

/** Says what a flagged message is. What was held and is nothing arrives now. */
export const look = action('/messages/:talk/:message/look', {
  purpose: 'administration',
  access: talkPolicy,
  page: lookPage,
  input: z.object({ outcome: choice(outcomes, 'Say what it is.') }),
  async run(change, { outcome }) {
    const { talk, message } = await openFlagged(change);
    if (message.flagged === null) throw new Refused(t('Nothing was found in this message.'));
    const { tx, organisationId: ownerId, who, now } = change;
    const held = outcome === 'kept-back' || (outcome === 'passed-on' && message.held);
    const arrives = message.held && !held;
    await tx
      .updateTable('message')
      .set({
        held,
        looked_by: who.personId,
        looked_at: now,
        outcome,
        ...(arrives ? { delivers_at: now } : {}),
      })
      .where('owner_id', '=', ownerId)
      .where('id', '=', message.id)
      .execute();
    if (outcome === 'passed-on')
      await reportMessage(
        change,
        { messageId: message.id, talkId: talk.id, reportedId: message.authorId },
        { text: t('Passed on by somebody who watches, after a word was found.'), unsafe: true },
      );
    await change.record({
      kind: 'message.looked-at',
      itemId: talk.id,
      body: { messageId: message.id, outcome, arrives },
      tell: true,
    });
    return see(watchPath, outcomeSaid(outcome, arrives));
  },
});

const outcomeSaid = (outcome: string, arrives: boolean): string =>
  outcome === 'kept-back'
    ? t('It is kept back.')
    : outcome === 'passed-on'
      ? t('The safeguarding lead hears of it.')
      : arrives
        ? t('The others see it now.')
        : t('It is marked as looked at.');

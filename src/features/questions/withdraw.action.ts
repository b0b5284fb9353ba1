import { z } from 'zod';
import { endItem } from '#platform/access/items.ts';
import type { Change } from '#platform/http/context.ts';
import { action, see, type See } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { questionHref, questionsHref } from './addresses.ts';
import { questionPolicy } from './question.policy.ts';
import { selectThread } from './questions.queries.ts';

/** The asker takes a question away; nobody else can open it then. */
export const withdrawAction = action('/programmes/:programme/questions/:question/withdraw', {
  purpose: 'learning',
  access: questionPolicy,
  input: z.object({}),
  run: (change) => setEnd(change, change.now),
});

/** They ask it after all. */
export const askAgainAction = action('/programmes/:programme/questions/:question/ask-again', {
  purpose: 'learning',
  access: questionPolicy,
  input: z.object({}),
  run: (change) => setEnd(change, null),
});

async function setEnd(change: Change, endedAt: Date | null): Promise<See> {
  const thread = await selectThread(change);
  const item = await change.open(questionPolicy, thread.id);
  change.who.must('withdraw', questionPolicy, item);
  await endItem(change.tx, item, endedAt);
  await change.record({
    kind: endedAt ? 'question.withdrawn' : 'question.asked-again',
    itemId: thread.id,
    tell: true,
  });
  return endedAt
    ? see(
        questionsHref(thread.programme),
        t('The question is taken away.'),
        questionHref(thread.programme, thread.id, 'ask-again'),
      )
    : see(questionHref(thread.programme, thread.id), t('The question is asked again.'));
}

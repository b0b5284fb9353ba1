import { z } from 'zod';
import { isId, newId } from '#platform/db/ids.ts';
import { NotFound } from '#platform/errors.ts';
import type { Change } from '#platform/http/context.ts';
import { prose } from '#platform/http/input.ts';
import { action, see } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { mustRun } from '#features/programmes/index.ts';
import { questionHref } from './addresses.ts';
import { questionPage } from './question.page.ts';
import { questionPolicy } from './question.policy.ts';
import { selectThread, type Thread } from './questions.queries.ts';
import { recordWaiting } from './record-waiting.ts';

/**
 * Says something in a question. The specialist's words answer it; the asker's ask further, so that an
 * answer is owed again; anybody else's leave it as it is.
 */
export const replyAction = action('/programmes/:programme/questions/:question/replies', {
  purpose: 'learning',
  access: questionPolicy,
  page: questionPage,
  input: z.object({ text: prose('Write your reply.', 10_000) }),
  async run(change, { text }) {
    const thread = await openThread(change);
    const id = newId(change.now);
    await change.tx
      .insertInto('question_reply')
      .values({
        owner_id: thread.ownerId,
        id,
        question_id: thread.id,
        author_id: change.who.personId,
        text,
        created_at: change.now,
        ended_at: null,
      })
      .execute();
    const owes = owesAfter(change, thread);
    await updateQuestion(change, thread, { waiting_since: owes, moved_at: change.now });
    const asksFurther = owes !== null && thread.waitingSince === null;
    if (asksFurther) await recordWaiting(change, thread.id, 'question.asked-further');
    else
      await change.record({ kind: 'question.replied', itemId: thread.id, body: { reply: id }, tell: true });
    return see(
      questionHref(thread.programme, thread.id),
      t('It is said.'),
      questionHref(thread.programme, thread.id, `replies/${id}/take-back`),
    );
  },
});

/** Since when an answer is owed, once this person has spoken. */
function owesAfter(change: Change, thread: Thread): Date | null {
  if (change.who.personId === thread.askerId) return thread.waitingSince ?? change.now;
  return change.who.isIn(thread.programme.id, 'specialist') ? null : thread.waitingSince;
}

const setEnd = (below: 'take-back' | 'restore') =>
  action(`/programmes/:programme/questions/:question/replies/:reply/${below}`, {
    purpose: 'learning',
    access: questionPolicy,
    input: z.object({}),
    async run(change) {
      const thread = await openThread(change);
      const { reply = '' } = change.params;
      const ends = below === 'take-back';
      const ended = isId(reply)
        ? await change.tx
            .updateTable('question_reply')
            .set({ ended_at: ends ? change.now : null })
            .where('owner_id', '=', thread.ownerId)
            .where('id', '=', reply)
            .where('question_id', '=', thread.id)
            .where('author_id', '=', change.who.personId)
            .executeTakeFirst()
        : undefined;
      if (!ended?.numUpdatedRows) throw new NotFound('There is no reply of yours at this address.');
      await change.record({
        kind: ends ? 'reply.taken-back' : 'reply.restored',
        itemId: thread.id,
        body: { reply },
      });
      return see(
        questionHref(thread.programme, thread.id),
        ends ? t('It is taken back.') : t('It is there again.'),
        ends ? questionHref(thread.programme, thread.id, `replies/${reply}/restore`) : undefined,
      );
    },
  });
export const takeBackReply = setEnd('take-back');
export const restoreReply = setEnd('restore');

/** The question of the address, for somebody who may speak in it while the programme runs. */
async function openThread(change: Change): Promise<Thread> {
  const thread = await selectThread(change);
  const item = await change.open(questionPolicy, thread.id);
  change.who.must('reply', questionPolicy, item);
  mustRun(thread.programme);
  return thread;
}

const updateQuestion = (
  change: Change,
  thread: Thread,
  columns: { waiting_since: Date | null; moved_at: Date },
) =>
  change.tx
    .updateTable('question')
    .set(columns)
    .where('owner_id', '=', thread.ownerId)
    .where('id', '=', thread.id)
    .execute();

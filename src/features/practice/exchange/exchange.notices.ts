import { z } from 'zod';
import type { Db } from '#platform/db/database.ts';
import { told } from '#platform/jobs/handler.ts';
import { notify, settle } from '#platform/notices/notices.ts';
import { settleMatter } from '#platform/notices/settle-matter.ts';
import { t } from '#platform/i18n/i18n.ts';
import { askHref } from './exchange.ts';

/** What waits because of a question between two colleagues. */
export const exchangeNotices = {
  'exchange.asked': () => t('A colleague asks you about a technique'),
  'exchange.answered': () => t('A colleague answered your question about a technique'),
} satisfies Record<string, () => string>;

/** Brings both people's lists in line with the question as it stands. */
export const settleAsk = told(
  ['exchange.asked', 'exchange.answered', 'exchange.taken-back'],
  z.object({ itemId: z.uuid() }),
  async ({ ownerId, body: { itemId } }, { db, now }) => {
    const ask = await db
      .selectFrom('exchange_ask as a')
      .innerJoin('item as i', (join) =>
        join.onRef('i.owner_id', '=', 'a.owner_id').onRef('i.id', '=', 'a.id'),
      )
      .select(['a.from_id', 'a.to_id', 'a.answer', 'i.ended_at'])
      .where('a.owner_id', '=', ownerId)
      .where('a.id', '=', itemId)
      .executeTakeFirst();
    if (!ask) return;
    const asked = { personId: ask.to_id, kind: 'exchange.asked', subjectKey: itemId, href: askHref(itemId) };
    await settleMatter(
      db,
      { fromOwner: ownerId, itemId, personIds: [ask.to_id], kinds: [asked.kind] },
      ask.ended_at === null && ask.answer === null ? [{ ...asked, dueAt: null }] : [],
      now(),
    );
    // Told of once: whoever has read the answer is not told of it again.
    if (ask.answer !== null)
      await notify(
        db,
        {
          personId: ask.from_id,
          fromOwner: ownerId,
          kind: 'exchange.answered',
          subjectKey: itemId,
          itemId,
          href: askHref(itemId),
          dueAt: null,
        },
        now(),
      );
  },
);

/** The answer was read: that is all that was asked. */
export const settleRead = (
  db: Db,
  personId: string,
  fromOwner: string,
  askId: string,
  now: Date,
): Promise<void> =>
  settle(db, { personIds: [personId], fromOwner, kind: 'exchange.answered', subjectKey: askId }, now);

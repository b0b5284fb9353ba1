import { z } from 'zod';
import { endItem, insertItem, principals } from '#platform/access/items.ts';
import { NotAllowed, Refused } from '#platform/errors.ts';
import type { Change } from '#platform/http/context.ts';
import { choice, id as idInput, line, optionalLine } from '#platform/http/input.ts';
import { action, members, see, type See } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { askAnswers, askPage } from './ask.page.ts';
import { exchangePage } from './exchange.page.ts';
import { askPolicy } from './exchange.policy.ts';
import { selectPairWith } from './exchange.queries.ts';
import { askHref, exchangeHref, otherSide, sides } from './exchange.ts';

/** Asks a colleague who said the other half of what one says oneself. */
export const askColleague = action(`${exchangeHref}/asks`, {
  purpose: 'learning',
  access: members('staff'),
  page: exchangePage,
  input: z.object({
    to: idInput(),
    technique: line('Choose a technique.', 100),
    side: choice(sides),
    words: optionalLine(300),
  }),
  async run(change, { to, technique, side, words }) {
    const { tx, who, now, organisationId: ownerId } = change;
    if (!(await selectPairWith(tx, who, { personId: to, technique, side: otherSide[side] }, change.today)))
      throw new Refused(t('This colleague no longer says so. Choose somebody from the list.'));
    const id = await insertItem(
      tx,
      {
        ownerId,
        policy: askPolicy,
        authorId: who.personId,
        excludesManagers: true,
        grants: [{ principal: principals.person(to), ability: 'contribute' }],
      },
      now,
    );
    await tx
      .insertInto('exchange_ask')
      .values({
        owner_id: ownerId,
        id,
        technique,
        from_id: who.personId,
        to_id: to,
        side,
        words,
        asked_at: now,
        answer_words: '',
      })
      .execute();
    await change.record({ kind: 'exchange.asked', itemId: id, tell: true });
    return see(askHref(id), t('Asked. You hear when there is an answer.'), askHref(id, 'end'));
  },
});

/** Answers what one was asked. */
export const answerAsk = action(`${exchangeHref}/asks/:ask/answer`, {
  purpose: 'learning',
  access: askPolicy,
  page: askPage,
  input: z.object({ answer: choice(askAnswers, 'Choose an answer.'), words: optionalLine(300) }),
  async run(change, { answer, words }) {
    const item = await change.open(askPolicy, change.params.ask!);
    change.who.must('answer', askPolicy, item);
    const { numUpdatedRows } = await change.tx
      .updateTable('exchange_ask')
      .set({ answer, answer_words: words, answered_at: change.now })
      .where('owner_id', '=', item.ownerId)
      .where('id', '=', item.id)
      .where('answer', 'is', null)
      .executeTakeFirst();
    if (numUpdatedRows === 0n) throw new NotAllowed('This was answered already.');
    await change.record({ kind: 'exchange.answered', itemId: item.id, tell: true });
    return see(askHref(item.id), t('Your answer is sent.'));
  },
});

/** Takes one's own question back. */
export const endAsk = action(`${exchangeHref}/asks/:ask/end`, {
  purpose: 'learning',
  access: askPolicy,
  input: z.object({}),
  run: (change) => setEnd(change, change.now),
});

/** Asks it after all. */
export const restoreAsk = action(`${exchangeHref}/asks/:ask/bring-back`, {
  purpose: 'learning',
  access: askPolicy,
  input: z.object({}),
  run: (change) => setEnd(change, null),
});

async function setEnd(change: Change, endedAt: Date | null): Promise<See> {
  const item = await change.open(askPolicy, change.params.ask!);
  change.who.must('takeBack', askPolicy, item);
  await endItem(change.tx, item, endedAt);
  await change.record({
    kind: endedAt ? 'exchange.taken-back' : 'exchange.asked',
    itemId: item.id,
    tell: true,
  });
  return endedAt
    ? see(exchangeHref, t('Your question was taken back.'), askHref(item.id, 'bring-back'))
    : see(askHref(item.id), t('Asked again.'));
}

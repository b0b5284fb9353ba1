import { z } from 'zod';
import { endItem, insertItem } from '#platform/access/items.ts';
import { NotFound } from '#platform/errors.ts';
import type { Change } from '#platform/http/context.ts';
import { choice, line } from '#platform/http/input.ts';
import { action, members, see, type See } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { shippedTechnique, techniqueHref } from '../techniques/technique.ts';
import { techniquePolicy } from '../techniques/technique.policy.ts';
import { choicePolicy } from './exchange.policy.ts';
import { selectChoicesOf } from './exchange.queries.ts';
import { exchangeHref, sides } from './exchange.ts';

/** Says of oneself that one could show a technique, or would like to see it. */
export const choose = action(`${exchangeHref}/choices`, {
  purpose: 'learning',
  access: members('staff'),
  input: z.object({ technique: line('Choose a technique.', 100), side: choice(sides) }),
  async run(change, { technique, side }) {
    const { tx, who, now, organisationId: ownerId } = change;
    if (!shippedTechnique(technique)) await change.open(techniquePolicy, technique);
    const { mine } = await selectChoicesOf(tx, who, technique, change.today);
    if (mine.some((each) => each.side === side))
      return see(techniqueHref(technique), t('You had said so already.'));
    const id = await insertItem(
      tx,
      { ownerId, policy: choicePolicy, authorId: who.personId, excludesManagers: true },
      now,
    );
    await tx
      .insertInto('exchange_choice')
      .values({ owner_id: ownerId, id, person_id: who.personId, technique, side, chosen_at: now })
      .execute();
    await change.record({ kind: 'exchange.chosen', itemId: id });
    return see(
      techniqueHref(technique),
      t('Said. Colleagues who go with it are suggested under “Showing and seeing”.'),
      `${exchangeHref}/choices/${id}/end`,
    );
  },
  unrecorded: 'saying twice what was said changes nothing; saying it records itself',
});

/** Takes back what one said: from now on nobody finds it. */
export const withdrawChoice = action(`${exchangeHref}/choices/:choice/end`, {
  purpose: 'learning',
  access: choicePolicy,
  input: z.object({}),
  run: (change) => setEnd(change, change.now),
});

/** Says it again. */
export const restoreChoice = action(`${exchangeHref}/choices/:choice/bring-back`, {
  purpose: 'learning',
  access: choicePolicy,
  input: z.object({}),
  run: (change) => setEnd(change, null),
});

async function setEnd(change: Change, endedAt: Date | null): Promise<See> {
  const item = await change.open(choicePolicy, change.params.choice!);
  change.who.must('withdraw', choicePolicy, item);
  const row = await change.tx
    .selectFrom('exchange_choice')
    .select('technique')
    .where('owner_id', '=', item.ownerId)
    .where('id', '=', item.id)
    .executeTakeFirst();
  if (!row) throw new NotFound();
  await endItem(change.tx, item, endedAt);
  await change.record({
    kind: endedAt ? 'exchange.withdrawn' : 'exchange.said-again',
    itemId: item.id,
  });
  return endedAt
    ? see(exchangeHref, t('Taken back. Nobody finds it.'), `${exchangeHref}/choices/${item.id}/bring-back`)
    : see(exchangeHref, t('It stands again.'));
}

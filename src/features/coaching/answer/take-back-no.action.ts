import { z } from 'zod';
import { rejoinCircle } from '#platform/access/circles.ts';
import { isId } from '#platform/db/ids.ts';
import { NotFound, Refused } from '#platform/errors.ts';
import type { Change } from '#platform/http/context.ts';
import { action, see } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { minePage } from '../mine/mine.page.ts';
import { lockPairing, selectTogether } from '../together.queries.ts';
import { presentIn, type Together, togetherHref } from '../together.ts';

/** For how long a no can be taken back, in milliseconds: a day. */
const takeBackWithin = 24 * 3_600_000;

/**
 * Takes one's own no back, until a day later and while nothing went on without one: the question waits again. Whoever
 * said no is in the circle no more, so this is asked of their own answer, and shows nothing of the pairing.
 */
export const takeBackNo = action('/coaching/:coaching/answer/take-back', {
  purpose: 'learning',
  access: 'signed-in',
  input: z.object({}),
  page: minePage,
  async run(change) {
    const { together, answeredAt } = await selectMyNo(change);
    if (change.now.getTime() - answeredAt.getTime() > takeBackWithin)
      throw new Refused(t('That was a while ago. You can ask each other anew.'));
    const endedByMe = together.endedAt?.getTime() === answeredAt.getTime();
    if (together.agreedAt !== null || (together.endedAt !== null && !endedByMe))
      throw new Refused(t('It has gone on without you meanwhile. You can ask each other anew.'));
    await putBack(change, together);
    await change.record({
      kind: 'coaching.returned',
      itemId: together.id,
      body: { pairingId: together.pairingId },
      tell: true,
    });
    return see(togetherHref(together, 'answer'), t('Taken back. The question waits for you again.'));
  },
});

/** The pairing to which the reader said no. Throws `NotFound` for everybody else. */
async function selectMyNo(change: Change): Promise<{ together: Together; answeredAt: Date }> {
  const id = change.params.coaching ?? '';
  if (!isId(id)) throw new NotFound();
  await lockPairing(change.tx, change.organisationId, id);
  const mine = await change.tx
    .selectFrom('pairing as p')
    .innerJoin('pairing_person as x', (join) =>
      join.onRef('x.owner_id', '=', 'p.owner_id').onRef('x.pairing_id', '=', 'p.id'),
    )
    .select('x.answered_at as answeredAt')
    .where('p.owner_id', '=', change.organisationId)
    .where('x.owner_id', '=', change.organisationId)
    .where('p.circle_id', '=', id)
    .where('x.person_id', '=', change.who.personId)
    .where('x.answer', '=', 'no')
    .executeTakeFirst();
  const together = mine && (await selectTogether(change.tx, change.organisationId, id));
  if (!mine?.answeredAt || !together) throw new NotFound();
  return { together, answeredAt: mine.answeredAt };
}

/** The reader is asked again, and with them those whose question ended with their no. */
async function putBack(change: Change, together: Together): Promise<void> {
  const me = change.who.personId;
  const { ownerId, pairingId, id } = together;
  await change.tx
    .updateTable('pairing_person')
    .set({ answer: null, answered_at: null })
    .where('owner_id', '=', ownerId)
    .where('pairing_id', '=', pairingId)
    .where('person_id', '=', me)
    .execute();
  await change.tx
    .updateTable('pairing')
    .set({ ended_at: null, version: together.version + 1 })
    .where('owner_id', '=', ownerId)
    .where('id', '=', pairingId)
    .execute();
  const circle = { ownerId, circleId: id, part: 'invited' };
  const unanswered = presentIn(together).filter(({ answer }) => answer === null);
  for (const personId of [me, ...unanswered.map((each) => each.personId)])
    await rejoinCircle(change.tx, circle, personId);
}

import { z } from 'zod';
import { joinCircle, leaveCircle } from '#platform/access/circles.ts';
import { Refused } from '#platform/errors.ts';
import type { Change } from '#platform/http/context.ts';
import { choice, ticked } from '#platform/http/input.ts';
import { action, see } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { coachingPolicy } from '../coaching.policy.ts';
import { openTogether } from '../open-together.ts';
import { relationshipOf } from '../relationships.ts';
import { partOf, stateOf, type Together, togetherHref } from '../together.ts';
import { answerPage } from './answer.page.ts';
import { selectBeforeYes } from './answer.queries.ts';
import { leftToPrepare, waitsForLearner } from './before-yes.ts';
import { beginOrEnd } from './begin-or-end.ts';

/** Somebody who was asked says yes, or no without a reason. With the last yes the pairing begins. */
export const answerAsking = action('/coaching/:coaching/answer', {
  purpose: 'learning',
  access: coachingPolicy,
  input: z.object({ answer: choice(['yes', 'no'], 'Say yes, or not this time.'), known: ticked() }),
  page: answerPage,
  async run(change, { answer, known }) {
    const { together } = await openTogether(change, 'answer');
    const me = change.who.personId;
    // Sent twice, or taken back in the same moment: what they may was read before.
    if (stateOf(together) === 'ended')
      throw new Refused(t('This was taken back meanwhile, so nothing was changed.'));
    if (!together.people.some(({ personId, answer: said }) => personId === me && said === null))
      throw new Refused(t('You have answered already.'));
    if (answer === 'yes') await mayYes(change, together, known);
    await settle(change, together, answer);
    const outcome = await beginOrEnd(change, {
      ...together,
      people: together.people.map((member) => (member.personId === me ? { ...member, answer } : member)),
    });
    await change.record({
      kind: 'coaching.answered',
      itemId: together.id,
      body: { pairingId: together.pairingId, answer, outcome },
      tell: true,
    });
    if (answer === 'no')
      return see(
        '/coaching',
        t('You said not this time. Nobody is told why, and nobody asks.'),
        togetherHref(together, 'answer/take-back'),
      );
    return see(
      togetherHref(together),
      outcome === 'begun'
        ? t('You work together now. A first thing to do: write down what you agree.')
        : t('You said yes. It begins when everybody has.'),
    );
  },
});

/** Throws `Refused` where preparation or a line manager stands before the yes. */
async function mayYes(change: Change, together: Together, known: boolean): Promise<void> {
  const me = change.who.personId;
  const part = partOf(together, me);
  if (waitsForLearner(together, part)) throw new Refused(t('The learner has not said yes yet.'));
  const { management, finished } = await selectBeforeYes(change.tx, together, me, change.today);
  if (leftToPrepare(together.kind, part, finished).length > 0)
    throw new Refused(t('Finish the preparation first. Your yes is possible after that.'));
  const [found] = management;
  if (!found) return;
  const names = { manager: found.manager, person: found.person };
  if (relationshipOf(together.kind).managers.rule === 'refuse')
    throw new Refused(
      t(
        '{manager} is {person}’s line manager. This kind of relationship is not possible between them.',
        names,
      ),
    );
  if (!together.withManager)
    throw new Refused(
      t(
        '{manager} has become {person}’s line manager since this was asked. Say no, and ask anew if you both want it.',
        names,
      ),
    );
  if (!known)
    throw new Refused({
      known: t(
        '{manager} is {person}’s line manager. Read what that does, and tick that you know it.',
        names,
      ),
    });
}

async function settle(change: Change, together: Together, answer: 'yes' | 'no'): Promise<void> {
  const { tx, now } = change;
  const me = change.who.personId;
  await tx
    .updateTable('pairing_person')
    .set({ answer, answered_at: now })
    .where('owner_id', '=', together.ownerId)
    .where('pairing_id', '=', together.pairingId)
    .where('person_id', '=', me)
    .execute();
  const circle = { ownerId: together.ownerId, circleId: together.id };
  await leaveCircle(tx, { ...circle, part: 'invited' }, me, now);
  if (answer === 'yes') await joinCircle(tx, { ...circle, part: partOf(together, me)! }, [me], now);
}

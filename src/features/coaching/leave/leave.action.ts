import { z } from 'zod';
import { leaveCircle, rejoinCircle } from '#platform/access/circles.ts';
import { grantsOf, principals, shareItem } from '#platform/access/items.ts';
import type { Item } from '#platform/access/who.ts';
import { NotAllowed, Refused } from '#platform/errors.ts';
import type { Change } from '#platform/http/context.ts';
import { action, see } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { coachingPolicy } from '../coaching.policy.ts';
import { beginOrEnd, endPairing } from '../answer/begin-or-end.ts';
import { homePage } from '../home/home.page.ts';
import { selectManagement } from '../management.ts';
import { openTogether } from '../open-together.ts';
import { selectTogether } from '../together.queries.ts';
import { mayComeBack, partOf, presentIn, stateOf, type Together, togetherHref } from '../together.ts';
import { quietPage } from './quiet.page.ts';

/**
 * Somebody leaves, or takes back what they asked. Nobody is asked why, and the others are told only that it ended. Who
 * left reads what they were there for. Softly: `comeBack` takes it back until a day later.
 */
export const leavePairing = action('/coaching/:coaching/leave', {
  purpose: 'learning',
  access: coachingPolicy,
  input: z.object({}),
  page: quietPage,
  async run(change) {
    const { item, together } = await openTogether(change, 'write');
    if (stateOf(together) === 'ended') throw new Refused(t('This has ended already.'));
    const me = change.who.personId;
    // Whoever asked takes the whole question back; anybody else leaves it to the others.
    const takesBack = stateOf(together) === 'asked' && together.askedBy === me;
    // Sent twice, the second comes with the rights of before the first.
    if (!presentIn(together).some(({ personId }) => personId === me))
      throw new Refused(t('You have left already.'));
    await setLeft(change, together, change.now);
    const circle = { ownerId: together.ownerId, circleId: together.id, part: partOf(together, me)! };
    if (!takesBack) {
      await leaveCircle(change.tx, circle, me, change.now);
      await shareWithLeaver(change, item, true);
    }
    const left = {
      ...together,
      people: together.people.map((each) => (each.personId === me ? { ...each, leftAt: change.now } : each)),
    };
    if (takesBack) await endPairing(change, left);
    else await beginOrEnd(change, left);
    await change.record({
      kind: 'coaching.left',
      itemId: together.id,
      body: { pairingId: together.pairingId, at: change.now },
      tell: true,
    });
    return see(
      '/coaching',
      takesBack
        ? t('Taken back. Nobody is told why.')
        : t('You left. The others are told that it ended, and not why.'),
      togetherHref(together, 'come-back'),
    );
  },
});

/** Takes leaving back, until a day later and while nothing new has begun in its place. */
export const comeBack = action('/coaching/:coaching/come-back', {
  purpose: 'learning',
  access: coachingPolicy,
  input: z.object({}),
  page: homePage,
  async run(change) {
    const { item, together } = await openTogether(change);
    const me = change.who.personId;
    const member = together.people.find(({ personId }) => personId === me);
    if (!member?.leftAt) throw new NotAllowed(t('Only somebody who left can come back.'));
    if (!mayComeBack(together, me, change.now))
      throw new Refused(t('That was a while ago. You can ask each other anew.'));
    const people = [...presentIn(together), member].map(({ personId }) => personId);
    const [found] = await selectManagement(change.tx, together.ownerId, people, change.today);
    if (found && !together.withManager)
      throw new Refused(t('{manager} is {person}’s line manager now, so this stays as it is.', { ...found }));
    await setLeft(change, together, null);
    await change.tx
      .updateTable('pairing')
      .set({ ended_at: null, version: together.version + 1 })
      .where('owner_id', '=', together.ownerId)
      .where('id', '=', together.pairingId)
      .execute();
    const circle = { ownerId: together.ownerId, circleId: together.id };
    await rejoinCircle(change.tx, { ...circle, part: member.part }, me);
    for (const other of presentIn(together))
      if (other.answer === null)
        await rejoinCircle(change.tx, { ...circle, part: 'invited' }, other.personId);
    await shareWithLeaver(change, item, false);
    const now = await selectTogether(change.tx, together.ownerId, together.id);
    if (now) await beginOrEnd(change, now);
    await change.record({
      kind: 'coaching.returned',
      itemId: together.id,
      body: { pairingId: together.pairingId },
      tell: true,
    });
    return see(togetherHref(together), t('It goes on as before.'));
  },
});

async function setLeft(change: Change, { ownerId, pairingId }: Together, leftAt: Date | null): Promise<void> {
  await change.tx
    .updateTable('pairing_person')
    .set({ left_at: leftAt })
    .where('owner_id', '=', ownerId)
    .where('pairing_id', '=', pairingId)
    .where('person_id', '=', change.who.personId)
    .execute();
}

/** Lets somebody who left read it still, or no longer: as one of its people they do so anyway. */
async function shareWithLeaver(change: Change, item: Item, shared: boolean): Promise<void> {
  const principal = principals.person(change.who.personId);
  const rest = grantsOf(item).filter((grant) => grant.principal !== principal);
  await shareItem(change.tx, item, shared ? [...rest, { principal, ability: 'read' }] : rest, change.now);
}

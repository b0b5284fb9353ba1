import { z } from 'zod';
import { leaveCircle, nameCircle, rejoinCircle } from '#platform/access/circles.ts';
import { grantsOf, principals, shareItem } from '#platform/access/items.ts';
import type { Item } from '#platform/access/who.ts';
import { Refused } from '#platform/errors.ts';
import type { Change } from '#platform/http/context.ts';
import { optionalProse } from '#platform/http/input.ts';
import { action, see } from '#platform/http/route.ts';
import { formatList, t } from '#platform/i18n/i18n.ts';
import { setVisitsOff } from '#features/observations/index.ts';
import {
  type Agreement,
  agreementHref,
  circleOf,
  invitedTo,
  leftOf,
  mayComeBack,
  partnersOf,
} from './agreement.ts';
import { agreementPage } from './agreement.page.ts';
import { agreementPolicy } from './agreement.policy.ts';
import { leavePage } from './leave.page.ts';
import { openRunning } from './open-agreement.ts';
import { refuseManagers } from './refuse-managers.ts';

/**
 * A partner leaves. They go on reading what they signed; those who stay need a new version, and planned
 * observations with the one who left are called off. Softly: `comeBack` takes it back.
 */
export const leaveAgreement = action('/agreements/:agreement/leave', {
  purpose: 'learning',
  access: agreementPolicy,
  input: z.object({ why: optionalProse(500) }),
  page: leavePage,
  async run(change, { why }) {
    const { item, agreement } = await openRunning(change, 'write');
    const me = change.who.personId;
    // Sent twice, the second comes with the rights of before the first.
    if (leftOf(agreement).some(({ personId }) => personId === me))
      throw new Refused(t('You left this partnership already.'));
    const leftAt = change.now;
    await updateParty(change, agreement, { answer: 'left', answered_at: leftAt, left_at: leftAt, why });
    await setVisitsOff(
      change.tx,
      circleOf(agreement),
      { personId: me },
      { from: null, to: leftAt, now: leftAt },
    );
    await leaveCircle(change.tx, partners(agreement), me, change.now);
    await shareWithLeaver(change, item, me, true);
    await nameAfterThoseWhoStay(change, agreement, (personId) => personId !== me);
    await change.record({
      kind: 'agreement.left',
      itemId: agreement.id,
      body: { at: change.now },
      tell: true,
    });
    return see(
      agreementHref(agreement),
      t('You left the partnership. The others are told.'),
      agreementHref(agreement, 'come-back'),
    );
  },
});

/** Takes leaving back. Throws `Refused` once the others have gone on: then it takes an invitation. */
export const comeBack = action('/agreements/:agreement/come-back', {
  purpose: 'learning',
  access: agreementPolicy,
  input: z.object({}),
  page: agreementPage,
  async run(change) {
    const { item, agreement } = await openRunning(change, 'comeBack');
    const me = change.who.personId;
    if (!mayComeBack(agreement, me))
      throw new Refused(t('The others have gone on meanwhile. One of them can ask you to join again.'));
    await refuseManagers(change, [...partnersOf(agreement), { personId: me }], '');
    const leftAt = agreement.parties.find(({ personId }) => personId === me)!.leftAt!;
    await updateParty(change, agreement, {
      answer: 'accepted',
      answered_at: change.now,
      left_at: null,
      why: '',
    });
    await setVisitsOff(
      change.tx,
      circleOf(agreement),
      { personId: me },
      { from: leftAt, to: null, now: change.now },
    );
    await rejoinCircle(change.tx, partners(agreement), me);
    await shareWithLeaver(change, item, me, false);
    await nameAfterThoseWhoStay(change, agreement, () => true);
    await change.record({
      kind: 'agreement.returned',
      itemId: agreement.id,
      body: { leftAt },
      tell: true,
    });
    return see(agreementHref(agreement), t('You are back in the partnership.'));
  },
});

const partners = (agreement: Agreement) => ({ ...circleOf(agreement), part: 'partner' });

async function updateParty(
  change: Change,
  { ownerId, id }: Agreement,
  columns: { answer: 'left' | 'accepted'; answered_at: Date; left_at: Date | null; why: string },
): Promise<void> {
  await change.tx
    .updateTable('agreement_party')
    .set(columns)
    .where('owner_id', '=', ownerId)
    .where('agreement_id', '=', id)
    .where('person_id', '=', change.who.personId)
    .execute();
}

/** Lets somebody who left read it still, or no longer: as a partner they do so anyway. */
export async function shareWithLeaver(
  change: Change,
  item: Item,
  personId: string,
  shared: boolean,
): Promise<void> {
  const principal = principals.person(personId);
  const others = grantsOf(item).filter((grant) => grant.principal !== principal);
  await shareItem(change.tx, item, shared ? [...others, { principal, ability: 'read' }] : others, change.now);
}

async function nameAfterThoseWhoStay(
  change: Change,
  agreement: Agreement,
  stays: (personId: string) => boolean,
): Promise<void> {
  const me = { personId: change.who.personId, name: change.who.standing.name };
  const people = new Map(
    [...partnersOf(agreement), ...invitedTo(agreement), me].map((each) => [each.personId, each.name]),
  );
  const names = [...people].filter(([personId]) => stays(personId)).map(([, name]) => name);
  await nameCircle(change.tx, agreement.ownerId, agreement.id, formatList(names));
}

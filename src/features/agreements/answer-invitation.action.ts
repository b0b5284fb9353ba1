import { z } from 'zod';
import { joinCircle, leaveCircle, nameCircle } from '#platform/access/circles.ts';
import { NotFound, Refused } from '#platform/errors.ts';
import type { Change } from '#platform/http/context.ts';
import { choice } from '#platform/http/input.ts';
import { action, see } from '#platform/http/route.ts';
import { formatList, t } from '#platform/i18n/i18n.ts';
import { type Agreement, agreementHref, invitedTo, leftOf, partnersOf } from './agreement.ts';
import { agreementPage } from './agreement.page.ts';
import { agreementPolicy } from './agreement.policy.ts';
import { updateAgreement } from './agreement.queries.ts';
import { shareWithLeaver } from './leave-agreement.action.ts';
import { openRunning } from './open-agreement.ts';
import { refuseManagers } from './refuse-managers.ts';

/** Somebody who was asked joins the partnership, or says not this time. */
export const answerInvitation = action('/agreements/:agreement/answer', {
  purpose: 'learning',
  access: agreementPolicy,
  input: z.object({ answer: choice(['accepted', 'declined']) }),
  page: agreementPage,

  async run(change, { answer }) {
    const { item, agreement } = await openRunning(change, 'answer');
    const me = change.who.personId;
    // Sent twice, or taken back in the same moment: what they may was read before.
    if (!agreement.parties.some((party) => party.personId === me && party.answer === null))
      throw new Refused(t('This invitation is answered or taken back already.'));
    if (answer === 'accepted') await refuseManagers(change, [...partnersOf(agreement), { personId: me }], '');
    await settleInvitation(change, agreement, me, answer);
    // Somebody who had left reads as a partner again.
    if (answer === 'accepted') await shareWithLeaver(change, item, me, false);
    await change.record({ kind: `agreement.${answer}`, itemId: agreement.id, tell: true });
    return answer === 'accepted'
      ? see(agreementHref(agreement), t('You are partners now.'))
      : see('/today', t('You said not this time. The person who asked is told, nobody else.'));
  },
});

/** Somebody who is in it takes an invitation back. */
export const withdrawInvitation = action('/agreements/:agreement/invitations/:person/withdraw', {
  purpose: 'learning',
  access: agreementPolicy,
  input: z.object({}),
  page: agreementPage,

  async run(change) {
    const { agreement } = await openRunning(change, 'write');
    const invited = invitedTo(agreement).find(({ personId }) => personId === change.params.person);
    if (!invited) throw new NotFound(t('Nobody with this name is waiting to answer here.'));
    await settleInvitation(change, agreement, invited.personId, 'withdrawn');
    await change.record({ kind: 'agreement.invitation-withdrawn', itemId: agreement.id, tell: true });
    return see(
      agreementHref(agreement),
      t('The invitation to {name} is taken back.', { name: invited.name }),
    );
  },
});

async function settleInvitation(
  change: Change,
  agreement: Agreement,
  personId: string,
  answer: 'accepted' | 'declined' | 'withdrawn',
): Promise<void> {
  const { tx, now } = change;
  const owner = agreement.ownerId;
  await tx
    .updateTable('agreement_party')
    .set({ answer, answered_at: now, ...(answer === 'accepted' && { left_at: null, why: '' }) })
    .where('owner_id', '=', owner)
    .where('agreement_id', '=', agreement.id)
    .where('person_id', '=', personId)
    .execute();
  const circle = { ownerId: owner, circleId: agreement.id };
  await leaveCircle(tx, { ...circle, part: 'invited' }, personId, now);
  if (answer === 'accepted') await joinCircle(tx, { ...circle, part: 'partner' }, [personId], now);
  const staying = [...partnersOf(agreement), ...invitedTo(agreement)].filter(
    (party) => answer === 'accepted' || party.personId !== personId,
  );
  await nameCircle(tx, owner, agreement.id, formatList(staying.map(({ name }) => name)));
  // With nobody left to agree with, there is no partnership; one that somebody left can still ask another.
  if (staying.length < 2 && leftOf(agreement).length === 0)
    await updateAgreement(tx, agreement, { closed_at: now });
}

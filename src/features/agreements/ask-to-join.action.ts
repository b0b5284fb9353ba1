import { z } from 'zod';
import { joinCircle, nameCircle } from '#platform/access/circles.ts';
import { Refused } from '#platform/errors.ts';
import { action, see } from '#platform/http/route.ts';
import { formatList, t } from '#platform/i18n/i18n.ts';
import { agreementHref, invitedTo, mayBeJoined, partnersOf } from './agreement.ts';
import { agreementPolicy } from './agreement.policy.ts';
import { askToJoinPage } from './ask-to-join.page.ts';
import { openRunning } from './open-agreement.ts';
import { selectParticipants } from './programme-agreements.queries.ts';
import { refuseSecond } from './propose-partnership.action.ts';
import { refuseManagers } from './refuse-managers.ts';

/** Partners ask another teacher of the programme to join, also somebody who left or said no before. */
export const askToJoin = action('/agreements/:agreement/invitations/new', {
  purpose: 'learning',
  access: agreementPolicy,
  input: z.object({ person: z.string({ error: 'Choose one colleague from the list.' }) }),
  page: askToJoinPage,

  async run(change, { person }) {
    const { agreement } = await openRunning(change, 'write');
    const { ownerId, id, programme } = agreement;
    if (!mayBeJoined(agreement))
      throw new Refused(t('A partnership has two or three people, and yours has three.'));
    const now = [...partnersOf(agreement), ...invitedTo(agreement)];
    const asked = (await selectParticipants(change.tx, ownerId, programme.id, change.today)).find(
      ({ personId }) => personId === person && !now.some((each) => each.personId === personId),
    );
    if (!asked) throw new Refused({ person: t('Choose one colleague from the list.') });
    await refuseManagers(change, [...now, asked], 'person');
    await refuseSecond(change, programme, { personId: change.who.personId }, [asked], 'person');

    // When and why they left before stays until they join again: the text that names them needs a new version.
    const columns = { asked_at: change.now, answer: null, answered_at: null };
    await change.tx
      .insertInto('agreement_party')
      .values({ owner_id: ownerId, agreement_id: id, person_id: asked.personId, ...columns })
      .onConflict((conflict) =>
        conflict.columns(['owner_id', 'agreement_id', 'person_id']).doUpdateSet(columns),
      )
      .execute();
    await joinCircle(change.tx, { ownerId, circleId: id, part: 'invited' }, [asked.personId], change.now);
    await nameCircle(change.tx, ownerId, id, formatList([...now, asked].map(({ name }) => name)));
    await change.record({
      kind: 'agreement.asked-to-join',
      itemId: id,
      body: { personId: asked.personId },
      tell: true,
    });
    return see(
      agreementHref(agreement),
      t('{names} will find your question on their first page and in their mail.', { names: asked.name }),
    );
  },
});

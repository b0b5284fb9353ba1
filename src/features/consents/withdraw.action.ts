import { z } from 'zod';
import { isId } from '#platform/db/ids.ts';
import { NotAllowed, NotFound, Refused } from '#platform/errors.ts';
import type { Change } from '#platform/http/context.ts';
import { line } from '#platform/http/input.ts';
import { action, members, see } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { pupilHref } from './consent.ts';
import { keeps } from './consents.access.ts';
import { lockPupils } from './insert-consents.ts';
import { pupilPage } from './pupil.page.ts';
import { type KeptConsent, selectPupil } from './pupil.queries.ts';
import { purposeTitle } from './purposes.ts';

/**
 * A consent is taken back, from this moment. Whoever may read of the pupil may write it down, a teacher who was told
 * at the school gate too: it only ever shows a child to fewer people, and must not wait until the office is open. To
 * write down that something is given remains with those who keep the register.
 */
export const withdraw = action(`${pupilHref(':person')}/:consent/withdraw`, {
  purpose: 'administration',
  access: members('staff'),
  page: pupilPage,
  input: z.object({ said_by: line('Write who said so.', 120) }),
  async run(change, input) {
    const consent = await standingConsent(change);
    if (consent.answer !== 'given' || consent.withdrawnAt !== null)
      throw new Refused(t('This is not a consent that stands.'));
    const personId = change.params.person!;
    await change.tx
      .updateTable('consent')
      .set({
        withdrawn_at: change.now,
        withdrawn_by: change.who.personId,
        withdrawn_word: input.said_by,
      })
      .where('owner_id', '=', change.organisationId)
      .where('id', '=', consent.id)
      .execute();
    await change.record({
      kind: 'consent.withdrawn',
      itemId: personId,
      body: { personId, purpose: consent.purpose },
      tell: true,
    });
    return see(
      pupilHref(personId),
      t('Taken back from now on: {purpose}. Those who teach the pupil are told.', {
        purpose: purposeTitle(consent.purpose),
      }),
      `${pupilHref(personId)}/${consent.id}/restore`,
    );
  },
});

/** It was a slip: the consent stands as before. For those who keep the register, and whoever had written it down. */
export const restore = action(`${pupilHref(':person')}/:consent/restore`, {
  purpose: 'administration',
  access: members('staff'),
  input: z.object({}),
  async run(change) {
    const consent = await standingConsent(change);
    if (consent.withdrawnAt === null) throw new Refused(t('This consent is not taken back.'));
    if (!keeps(change.who) && consent.withdrawnById !== change.who.personId)
      throw new NotAllowed(
        t('Somebody else wrote down that it is taken back.'),
        t('Ask those who keep the register.'),
      );
    const personId = change.params.person!;
    await change.tx
      .updateTable('consent')
      .set({ withdrawn_at: null, withdrawn_by: null, withdrawn_word: null })
      .where('owner_id', '=', change.organisationId)
      .where('id', '=', consent.id)
      .execute();
    await change.record({
      kind: 'consent.given',
      itemId: personId,
      body: { personId, purpose: consent.purpose, withdrawnAt: consent.withdrawnAt },
      tell: true,
    });
    return see(
      pupilHref(personId),
      t('It stands again: {purpose}.', { purpose: purposeTitle(consent.purpose) }),
    );
  },
});

/** The answer in the address, where it is the one that stands for a pupil this person reads of. */
async function standingConsent(change: Change): Promise<KeptConsent> {
  const { tx, who, params, today, organisationId } = change;
  if (!isId(params.person!)) throw new NotFound();
  await lockPupils(tx, organisationId, [params.person!]);
  const { consents } = await selectPupil(tx, who, params.person!, today);
  const consent = consents.find(({ id, endedAt }) => id === params.consent && endedAt === null);
  if (!consent) throw new NotFound();
  return consent;
}

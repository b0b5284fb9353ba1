import { z } from 'zod';
import { record } from '#platform/audit/record.ts';
import { hashPassword } from '#platform/auth/passwords.ts';
import { few, succeeded } from '#platform/auth/throttle.ts';
import { transaction } from '#platform/db/transaction.ts';
import { publicAction, see } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { updatePassword } from './account.queries.ts';
import { endLinks, useLink } from './links.ts';
import { mustBeGood, newPassword } from './new-password.ts';
import { openReset, resetPage } from './reset.page.ts';
import { keepSignedIn } from './session-cookie.ts';

/** Replaces a forgotten password, signs the person out everywhere and in here. */
export const resetAction = publicAction('/reset/:token', {
  purpose: 'administration',
  input: z.object({ password: newPassword() }),
  page: resetPage,

  async run(arrival, input) {
    const reset = await openReset(arrival);
    // The page says why it opens nothing.
    if (reset.is !== 'open') return see(`/reset/${arrival.params.token!}`);
    const { holder, link } = reset;
    const addresses = holder.emails.map(({ address }) => address);
    mustBeGood(input.password, [holder.name, holder.familyName, ...addresses]);
    const passwordHash = await hashPassword(input.password);
    // Used up before the password changes: of two who hold the link, one chooses.
    if (!(await useLink(arrival.db, link.id, arrival.now))) return see(`/reset/${arrival.params.token!}`);

    const { personId, organisationId } = holder;
    await transaction(arrival.db, async (tx) => {
      await updatePassword(tx, personId, passwordHash, arrival.now);
      await record(
        tx,
        personId,
        { ownerId: organisationId, kind: 'password.changed', itemId: personId },
        arrival.now,
      );
    });
    await endLinks(arrival.db, personId, 'reset', arrival.now);
    await endLinks(arrival.db, personId, 'invitation', arrival.now);
    await arrival.services.sessions.endOthers(personId, null, arrival.now);
    if (link.address) await succeeded(arrival.db, few(`address ${link.address}`));
    return keepSignedIn(
      arrival,
      personId,
      organisationId,
      '/',
      t('Your password is changed. You are signed in here, and signed out everywhere else.'),
    );
  },
});

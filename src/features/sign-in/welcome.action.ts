import { z } from 'zod';
import { record } from '#platform/audit/record.ts';
import { hashPassword } from '#platform/auth/passwords.ts';
import { transaction } from '#platform/db/transaction.ts';
import { Refused } from '#platform/errors.ts';
import { optionalEmail } from '#platform/http/input.ts';
import { publicAction, see } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { type AccountHolder, confirmEmails, insertPassword } from './account.queries.ts';
import { askToConfirm } from './ask-to-confirm.ts';
import { useLink } from './links.ts';
import { mustBeGood, newPassword } from './new-password.ts';
import { keepSignedIn } from './session-cookie.ts';
import { openInvitation, welcomePage } from './welcome.page.ts';

/**
 * Opens an account: the first password, and the addresses it is reached by. An invitation never
 * replaces a password, so a link found later opens nothing.
 */
export const welcomeAction = publicAction('/welcome/:token', {
  purpose: 'administration',
  input: z.object({ password: newPassword(), email: optionalEmail(), personal: optionalEmail() }),
  page: welcomePage,

  async run(arrival, input) {
    const invitation = await openInvitation(arrival);
    // The page says why it opens nothing.
    if (invitation.is !== 'open') return see(`/welcome/${arrival.params.token!}`);
    const { holder, link } = invitation;
    const addresses = holder.emails.map(({ address }) => address);
    mustBeGood(input.password, [holder.name, holder.familyName, ...addresses, input.email ?? '']);
    if (addresses.length === 0 && !input.email)
      throw new Refused({ email: 'Write your e-mail address: with it you sign in.' });

    const passwordHash = await hashPassword(input.password);
    const { now } = arrival;
    await transaction(arrival.db, async (tx) => {
      if (addresses.length === 0) await giveFirstAddress(tx, holder, input.email!, now);
      if (!(await insertPassword(tx, holder.personId, passwordHash, now)))
        throw new Refused('This account was opened a moment ago. Sign in with the password chosen then.');
      await confirmEmails(tx, holder.personId, addresses, now);
      await record(
        tx,
        holder.personId,
        { ownerId: holder.organisationId, kind: 'account.opened', itemId: holder.personId },
        now,
      );
      if (input.personal && !addresses.includes(input.personal))
        await askToConfirm(tx, { ...holder, address: input.personal }, now);
    });
    await useLink(arrival.db, link.id, now);
    const said = input.personal
      ? t(
          'Your account is open. We have sent a link to {address}: open it to say that the address is yours.',
          { address: input.personal },
        )
      : t('Your account is open.');
    return keepSignedIn(arrival, holder.personId, holder.organisationId, '/', said);
  },
});

/** Somebody whom the school knows without an address gives the one they sign in with. */
async function giveFirstAddress(
  tx: Parameters<typeof confirmEmails>[0],
  holder: AccountHolder,
  address: string,
  now: Date,
) {
  const made = await tx
    .insertInto('person_email')
    .values({ address, person_id: holder.personId, kind: 'personal', confirmed_at: null, created_at: now })
    .onConflict((conflict) => conflict.column('address').doNothing())
    .returning('address')
    .executeTakeFirst();
  if (!made)
    throw new Refused({ email: 'This address cannot be used here. Give another one, or ask your school.' });
  await askToConfirm(tx, { ...holder, address }, now);
}

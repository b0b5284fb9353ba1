import { z } from 'zod';
import { failed, few, mayTry } from '#platform/auth/throttle.ts';
import { Refused } from '#platform/errors.ts';
import { email } from '#platform/http/input.ts';
import { action, see } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { askToConfirm } from '#features/sign-in/index.ts';
import { isConfirmed } from './addresses.queries.ts';
import { mePage } from './me.page.ts';

/**
 * Sends a link to an address that somebody says is theirs; using it makes it so. The answer is the same
 * whoever the address belongs to: who has an account here is nobody's business.
 */
export const addAddressAction = action('/me/addresses', {
  purpose: 'administration',
  access: 'signed-in',
  input: z.object({ address: email() }),
  page: mePage,

  async prepare({ who, db, now }, { address }) {
    if (await isConfirmed(db, who.personId, address))
      throw new Refused({ address: t('This address is in your list already.') });
    // Each try sends a letter, so they are counted like wrong passwords.
    const keys = [few(`addresses of ${who.personId}`)];
    await mayTry(db, keys, now);
    await failed(db, keys, now);
  },

  async run(change, { address }) {
    const { personId } = change.who;
    await askToConfirm(change.tx, { personId, organisationId: change.organisationId, address }, change.now);
    await change.record({ ownerId: personId, kind: 'email.asked' });
    return see(
      '/me#addresses',
      change.services.mailer.hasServer
        ? t('A letter is on its way to {address}. Open the link in it to say that the address is yours.', {
            address,
          })
        : t(
            'No mail server is set, so the letter to {address} goes into the folder “mail” and no further. Whoever runs Staffroom can give you the link in it.',
            { address },
          ),
    );
  },
});

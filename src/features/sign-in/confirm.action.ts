import { z } from 'zod';
import { record } from '#platform/audit/record.ts';
import { transaction } from '#platform/db/transaction.ts';
import { Refused } from '#platform/errors.ts';
import { publicAction, see } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { keepProvedEmail } from './account.queries.ts';
import { confirmPage } from './confirm.page.ts';
import { findLink, useLink } from './links.ts';

/** An address becomes its holder's. Only who reads its mail learns that it is another account's already. */
export const confirmAction = publicAction('/confirm/:token', {
  purpose: 'administration',
  input: z.object({}),
  page: confirmPage,
  async run(arrival) {
    const here = `/confirm/${arrival.params.token!}`;
    const found = await findLink(arrival.db, 'confirm-email', arrival.params.token!, arrival.now);
    if (found.is !== 'open' || !found.link.address) return see(here);
    const { id, personId, organisationId, address } = found.link;
    await transaction(arrival.db, async (tx) => {
      if (!(await keepProvedEmail(tx, personId, address!, arrival.now)))
        throw new Refused('This address belongs to another account here. Sign in with it to see which.');
      await record(
        tx,
        personId,
        { ownerId: organisationId, kind: 'email.confirmed', itemId: personId },
        arrival.now,
      );
    });
    await useLink(arrival.db, id, arrival.now);
    return see(
      arrival.who ? '/me' : '/sign-in',
      t('Thank you. {address} is confirmed.', { address: address! }),
    );
  },
});

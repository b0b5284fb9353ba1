import { z } from 'zod';
import { dayMs } from '#platform/calendar/dates.ts';
import { isId } from '#platform/db/ids.ts';
import { NotFound, Refused } from '#platform/errors.ts';
import { action, see } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { putAddressBack, removeAddress } from './addresses.queries.ts';
import { mePage } from './me.page.ts';

/** Milliseconds for which a removed address can be had back without confirming it again. */
const undoFor = dayMs;

/** Takes a personal address out of one's list; never the last by which one could sign in. */
export const removeAddressAction = action('/me/addresses/remove', {
  purpose: 'administration',
  access: 'signed-in',
  input: z.object({ address: z.string().max(254) }),
  page: mePage,

  async run(change, { address }) {
    const { personId } = change.who;
    const removed = await removeAddress(change.tx, personId, address);
    if (removed === 'absent')
      throw new Refused(t('Only a personal address in your list can be removed here.'));
    if (removed === 'last')
      throw new Refused(
        t('This is the last address by which you can sign in. Add and confirm another one first.'),
      );
    const event = await change.record({ ownerId: personId, kind: 'email.removed', body: { ...removed } });
    return see(
      '/me#addresses',
      t('{address} is out of your list.', { address }),
      `/me/addresses/${event}/bring-back`,
    );
  },
});

const removal = z.object({ address: z.string(), confirmedAt: z.string().nullable() });

/** Puts back an address that one has just removed. */
export const bringAddressBackAction = action('/me/addresses/:event/bring-back', {
  purpose: 'administration',
  access: 'signed-in',
  input: z.object({}),

  async run(change) {
    const { personId } = change.who;
    const event = isId(change.params.event!)
      ? await change.tx
          .selectFrom('event')
          .select('body')
          .where('owner_id', '=', personId)
          .where('id', '=', change.params.event!)
          .where('kind', '=', 'email.removed')
          .where('at', '>', new Date(change.now.getTime() - undoFor))
          .executeTakeFirst()
      : undefined;
    if (!event) throw new NotFound('This can no longer be taken back. Add the address again.');
    const removed = removal.parse(event.body);
    const back = await putAddressBack(change.tx, personId, removed, change.now);
    await change.record({ ownerId: personId, kind: back ? 'email.brought-back' : 'email.not-brought-back' });
    return see(
      '/me#addresses',
      back
        ? t('{address} is in your list again.', { address: removed.address })
        : t('It could not be put back. Add the address again.'),
    );
  },
});

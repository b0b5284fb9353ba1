import { z } from 'zod';
import { Refused } from '#platform/errors.ts';
import { version } from '#platform/http/input.ts';
import { action, see } from '#platform/http/route.ts';
import { t, tn } from '#platform/i18n/i18n.ts';
import { coachingPolicy } from '../coaching.policy.ts';
import { openGoingOn } from '../open-together.ts';
import { togetherHref } from '../together.ts';
import { missingIn, unsignedBy } from './agreement-parts.ts';
import { agreementPage } from './agreement.page.ts';
import { selectSignatures } from './agreement.queries.ts';
import { staleAgreement } from './save-agreement.action.ts';

/**
 * One of its people signs the version they were shown; with the last signature it comes into force. Throws `Stale`,
 * carrying the text as it stands, when it was changed meanwhile.
 */
export const signAgreement = action('/coaching/:coaching/agreement/sign', {
  purpose: 'learning',
  access: coachingPolicy,
  input: z.object({ version: version() }),
  page: agreementPage,
  async run(change, sent) {
    const { together } = await openGoingOn(change);
    const { ownerId, id, textVersion } = together;
    if (sent.version !== textVersion) throw staleAgreement(together);
    const missing = missingIn(together);
    if (textVersion === 0 || missing.length > 0)
      throw new Refused(
        tn(missing.length, 'One part has no words yet: {parts}.', '{n} parts have no words yet: {parts}.', {
          parts: missing.map(({ title }) => title).join(', '),
        }),
      );
    const waiting = unsignedBy(together, await selectSignatures(change.tx, together));
    const me = change.who.personId;
    const mine = waiting.some(({ personId }) => personId === me);
    // Everybody here has signed and it does not hold yet when the one who was missing has left meanwhile.
    if (!mine && (waiting.length > 0 || together.inForceVersion === textVersion))
      throw new Refused(t('You have signed this version already.'));
    if (mine)
      await change.tx
        .insertInto('coaching_signature')
        .values({
          owner_id: ownerId,
          coaching_id: id,
          version: textVersion,
          person_id: me,
          signed_at: change.now,
        })
        .execute();
    const last = waiting.length <= 1;
    if (last)
      await change.tx
        .updateTable('coaching')
        .set({ in_force_version: textVersion, in_force_at: change.now })
        .where('owner_id', '=', ownerId)
        .where('id', '=', id)
        .execute();
    await change.record({
      kind: last ? 'coaching.agreement-in-force' : 'coaching.agreement-signed',
      itemId: id,
      body: { version: textVersion },
      tell: true,
    });
    return see(
      togetherHref(together, last ? '' : 'agreement'),
      last
        ? t('Signed by all of you. It holds from now on.')
        : t('Signed. It holds when everybody has signed this version.'),
    );
  },
});

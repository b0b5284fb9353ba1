import { z } from 'zod';
import { Refused } from '#platform/errors.ts';
import { version } from '#platform/http/input.ts';
import { action, see } from '#platform/http/route.ts';
import { t, tn } from '#platform/i18n/i18n.ts';
import { type Agreement, agreementHref, invitedTo, isOutdated, partnersOf, unsignedBy } from './agreement.ts';
import { agreementPage } from './agreement.page.ts';
import { agreementPolicy } from './agreement.policy.ts';
import { missingParts } from './answers.ts';
import { comeIntoForce } from './come-into-force.ts';
import { shownParts } from './form-parts.ts';
import { openRunning } from './open-agreement.ts';
import { staleAgreement } from './versions.ts';

/**
 * A partner signs the version they were shown; with the last signature it comes into force.
 * Throws `Stale`, carrying the text as it stands, when the agreement was changed meanwhile.
 * Source: S4, EPPI summary, learning agreement, parts 1–8.
 */
export const signAgreement = action('/agreements/:agreement/sign', {
  purpose: 'learning',
  access: agreementPolicy,
  input: z.object({ version: version() }),
  page: agreementPage,

  async run(change, input) {
    const { agreement } = await openRunning(change, 'sign');
    if (input.version !== agreement.version) throw staleAgreement(agreement);
    const inTheWay = whyNotSigned(agreement);
    if (inTheWay.length > 0) throw new Refused(inTheWay.join(' '));

    const waiting = unsignedBy(agreement);
    const href = agreementHref(agreement);
    const mine = waiting.some(({ personId }) => personId === change.who.personId);
    // Everybody has signed and it does not hold yet when the one who was missing has left meanwhile.
    if (!mine && (waiting.length > 0 || agreement.inForceVersion === agreement.version))
      throw new Refused(t('You have signed this version already.'));
    if (mine)
      await change.tx
        .insertInto('agreement_signature')
        .values({
          owner_id: agreement.ownerId,
          agreement_id: agreement.id,
          version: agreement.version,
          person_id: change.who.personId,
          signed_at: change.now,
        })
        .execute();
    const last = waiting.length <= 1;
    if (last) await comeIntoForce(change, agreement);
    await change.record({
      kind: last ? 'agreement.in-force' : 'agreement.signed',
      itemId: agreement.id,
      body: { version: agreement.version },
      tell: true,
    });
    return see(
      href,
      last
        ? t('Signed by all of you. What you agreed now stands in your calendars and lists.')
        : t('Signed. It holds when everybody has signed this version.'),
    );
  },
});

/** All that must be done before anybody can sign, so that it is said at once. */
function whyNotSigned(agreement: Agreement): string[] {
  const why: string[] = [];
  if (invitedTo(agreement).length > 0)
    why.push(t('Somebody has not said yet whether they will join. Sign when everybody has.'));
  else if (partnersOf(agreement).length < 2)
    why.push(t('It takes two to agree. Ask somebody else to join, from the programme’s page.'));
  if (isOutdated(agreement))
    why.push(
      t('This version was written before somebody left. Look through it and save it, then sign the new one.'),
    );
  const missing = missingParts(shownParts(agreement.form), agreement.answers);
  if (agreement.version === 0 || missing.length > 0)
    why.push(
      tn(missing.length, 'One part has no answer yet: {parts}', '{n} parts have no answer yet: {parts}', {
        parts: missing.map(({ heading }) => heading).join(' '),
      }),
    );
  return why;
}

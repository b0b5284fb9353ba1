import { z } from 'zod';
import { type Grant, insertItem, principals, shareItem } from '#platform/access/items.ts';
import { keepText, throwStale } from '#platform/audit/text-versions.ts';
import { newId } from '#platform/db/ids.ts';
import { Refused } from '#platform/errors.ts';
import type { Change } from '#platform/http/context.ts';
import { version } from '#platform/http/input.ts';
import { action, see } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import {
  agreementHref,
  agreementPolicy,
  type PartInWords,
  partsInWords,
} from '#features/agreements/index.ts';
import { offerPolicy } from '../planner.policy.ts';
import { fieldOf, type Offer, type OpenedOffer } from './offer.ts';
import { offerPage } from './offer.page.ts';
import { openOffer } from './open-offer.ts';
import { readParts } from './read-parts.ts';

/** Words a copy of the agreement. Whoever saves it says yes to it, and everybody else is asked anew. */
export const saveOffer = action('/agreements/:agreement/collection', {
  purpose: 'learning',
  access: agreementPolicy,
  page: offerPage,
  input: z.looseObject({ version: version() }),
  async run(change, sent) {
    const opened = await openOffer(change);
    const { agreement } = opened.opened;
    if (opened.offer?.givenAs) throw new Refused(t('It was given. Take it back before you word it anew.'));
    const parts = readParts(
      partsInWords(agreement.form, agreement.answers),
      sent,
      t('Nothing stands in any part, so there is nothing to give.'),
    );
    if ((opened.offer?.version ?? 0) !== sent.version) return stale(change, opened, opened.offer);
    const id = await writeOffer(change, opened, parts, sent.version + 1);
    await change.record({ kind: 'agreement-offer.saved', itemId: id, tell: true });
    return see(
      agreementHref(agreement, 'collection'),
      t('Saved. The others are asked whether it may be given.'),
    );
  },
});

async function writeOffer(
  change: Change,
  { opened, offer, item, people }: OpenedOffer,
  parts: readonly PartInWords[],
  next: number,
): Promise<string> {
  const { tx, now, who } = change;
  const { ownerId, id: agreementId } = opened.agreement;
  const grants: Grant[] = people.map(({ personId }) => ({
    principal: principals.person(personId),
    ability: 'read',
  }));
  const row = { parts: JSON.stringify(parts), version: next, written_by: who.personId, written_at: now };
  const id = offer?.id ?? newId(now);
  if (offer && item) {
    await tx
      .updateTable('agreement_offer')
      .set(row)
      .where('owner_id', '=', ownerId)
      .where('id', '=', id)
      .execute();
    await shareItem(tx, item, grants, now);
  } else {
    const made = await tx
      .insertInto('agreement_offer')
      .values({ owner_id: ownerId, id, agreement_id: agreementId, ...row })
      .onConflict((conflict) => conflict.columns(['owner_id', 'agreement_id']).doNothing())
      .returning('id')
      .executeTakeFirst();
    if (!made) throw new Refused(t('Another of you worded it in the same moment. Look at it first.'));
    await insertItem(tx, { ownerId, id, policy: offerPolicy, authorId: who.personId, grants }, now);
  }
  const fields = Object.fromEntries(parts.map((part) => [part.id, part.text]));
  await keepText(tx, { ownerId, id }, next, fields, who.personId, now);
  await tx
    .deleteFrom('agreement_offer_answer')
    .where('owner_id', '=', ownerId)
    .where('offer_id', '=', id)
    .execute();
  await tx
    .insertInto('agreement_offer_answer')
    .values(
      people.map(({ personId }) => ({
        owner_id: ownerId,
        offer_id: id,
        person_id: personId,
        says_yes: personId === who.personId ? true : null,
        answered_at: personId === who.personId ? now : null,
      })),
    )
    .execute();
  return id;
}

const stale = (change: Change, { opened }: OpenedOffer, offer: Offer | undefined): Promise<never> => {
  const { agreement } = opened;
  return throwStale(
    change.tx,
    { ownerId: agreement.ownerId, id: offer?.id ?? agreement.id },
    {
      version: offer?.version ?? 0,
      fields: partsInWords(agreement.form, agreement.answers).map((part) => ({
        name: fieldOf(part),
        label: part.label,
        text: offer?.parts.find(({ id }) => id === part.id)?.text ?? '',
      })),
    },
    change.now,
  );
};

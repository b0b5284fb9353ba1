import { z } from 'zod';
import { endItem } from '#platform/access/items.ts';
import { Refused } from '#platform/errors.ts';
import { choice, version } from '#platform/http/input.ts';
import { action, see } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { agreementHref, agreementPolicy } from '#features/agreements/index.ts';
import { notYet } from './offer.ts';
import { offerPage } from './offer.page.ts';
import { openMadeOffer } from './open-offer.ts';
import { emptyCollected, insertCollected } from './collection.queries.ts';

const common = { purpose: 'learning', access: agreementPolicy, page: offerPage } as const;
const changed = (): Refused => new Refused(t('The wording was changed meanwhile. Read it again first.'));

/** One of an agreement's people says whether a copy may be given as it stands. */
export const answerOffer = action('/agreements/:agreement/collection/answer', {
  ...common,
  input: z.object({ version: version(), says: choice(['yes', 'no'], 'Say yes or no.') }),
  async run(change, sent) {
    const { opened, offer } = await openMadeOffer(change);
    const { agreement } = opened;
    if (offer.givenAs) throw new Refused(t('It was given already. You can take it back.'));
    if (offer.version !== sent.version) throw changed();
    await change.tx
      .updateTable('agreement_offer_answer')
      .set({ says_yes: sent.says === 'yes', answered_at: change.now })
      .where('owner_id', '=', agreement.ownerId)
      .where('offer_id', '=', offer.id)
      .where('person_id', '=', change.who.personId)
      .execute();
    await change.record({
      kind: 'agreement-offer.answered',
      itemId: offer.id,
      body: { says: sent.says },
      tell: true,
    });
    return see(
      agreementHref(agreement, 'collection'),
      sent.says === 'yes' ? t('You said yes.') : t('You said no. Nothing is given.'),
    );
  },
});

/**
 * Gives the copy: a new item of the school's, with nothing in it that leads back to the agreement. The offer, which
 * its people alone can open, remembers which it is.
 */
export const giveOffer = action('/agreements/:agreement/collection/give', {
  ...common,
  input: z.object({ version: version() }),
  async run(change, sent) {
    const { tx, now } = change;
    const made = await openMadeOffer(change);
    const { opened, offer } = made;
    const { agreement } = opened;
    if (offer.givenAs) throw new Refused(t('It was given already.'));
    if (offer.version !== sent.version) throw changed();
    if (notYet(made).length > 0)
      throw new Refused(t('It can be given once everybody whose words it holds has said yes.'));
    const id = await insertCollected(change, {
      came: 'given',
      title: '',
      comesFrom: '',
      parts: offer.parts,
    });
    await tx
      .updateTable('agreement_offer')
      .set({ given_as: id, given_at: now })
      .where('owner_id', '=', agreement.ownerId)
      .where('id', '=', offer.id)
      .execute();
    await change.record({ kind: 'agreement-offer.given', itemId: offer.id, tell: true });
    return see(agreementHref(agreement, 'collection'), t('Given. Any of you can take it back at any time.'));
  },
});

/** Takes the copy out of the collection, with its words. Whoever takes it back does not say yes any more. */
export const takeOfferBack = action('/agreements/:agreement/collection/take-back', {
  ...common,
  input: z.object({}),
  async run(change) {
    const { tx, now, who } = change;
    const { opened, offer } = await openMadeOffer(change);
    const { agreement } = opened;
    if (!offer.givenAs) throw new Refused(t('It is not in the collection.'));
    const given = { ownerId: agreement.ownerId, id: offer.givenAs };
    await emptyCollected(tx, given, now);
    await endItem(tx, given, now);
    await tx
      .updateTable('agreement_offer')
      .set({ given_as: null, given_at: null })
      .where('owner_id', '=', agreement.ownerId)
      .where('id', '=', offer.id)
      .execute();
    await tx
      .updateTable('agreement_offer_answer')
      .set({ says_yes: false, answered_at: now })
      .where('owner_id', '=', agreement.ownerId)
      .where('offer_id', '=', offer.id)
      .where('person_id', '=', who.personId)
      .execute();
    await change.record({ kind: 'agreement-offer.taken-back', itemId: offer.id, tell: true });
    return see(
      agreementHref(agreement, 'collection'),
      t('Taken back. Its words are gone from the collection.'),
    );
  },
});

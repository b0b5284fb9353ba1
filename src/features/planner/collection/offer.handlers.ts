import { z } from 'zod';
import { told } from '#platform/jobs/handler.ts';
import { settleMatter } from '#platform/notices/settle-matter.ts';
import { t } from '#platform/i18n/i18n.ts';
import { agreementHref } from '#features/agreements/index.ts';
import { selectOfferFacts } from './offer.queries.ts';

export const offerNotices = {
  'agreement-offer.asked': () => t('May a copy of your agreement go to the school’s collection?'),
  'agreement-offer.ready': () => t('Everybody said yes: your agreement’s copy can be given'),
} satisfies Record<string, () => string>;

/** Asks those who have not said, and tells whoever worded it when everybody has said yes. */
export const settleOffers = told(
  [
    'agreement-offer.saved',
    'agreement-offer.answered',
    'agreement-offer.given',
    'agreement-offer.taken-back',
  ],
  z.object({ itemId: z.uuid() }),
  async ({ ownerId, body: { itemId } }, job) => {
    const facts = await selectOfferFacts(job.db, ownerId, itemId);
    if (!facts) return;
    const { answers, given, writtenBy, agreementId } = facts;
    const href = agreementHref({ id: agreementId }, 'collection');
    const notice = { subjectKey: itemId, href, dueAt: null };
    const asked = answers
      .filter(({ saysYes, personId }) => saysYes === null && personId !== writtenBy)
      .map(({ personId }) => ({ personId, kind: 'agreement-offer.asked', ...notice }));
    const all = answers.length > 0 && answers.every(({ saysYes }) => saysYes === true);
    const ready = all ? [{ personId: writtenBy, kind: 'agreement-offer.ready', ...notice }] : [];
    await settleMatter(
      job.db,
      { fromOwner: ownerId, itemId, personIds: answers.map(({ personId }) => personId) },
      given ? [] : [...asked, ...ready],
      job.now(),
    );
  },
);

import { z } from 'zod';
import { newId } from '#platform/db/ids.ts';
import { Refused, Stale } from '#platform/errors.ts';
import { optionalDay, optionalLine, optionalProse, prose, version } from '#platform/http/input.ts';
import { action, see, type Wrong } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { agreementHref } from './agreement.ts';
import { agreementPolicy } from './agreement.policy.ts';
import { updateAgreement } from './agreement.queries.ts';
import { openRunning } from './open-agreement.ts';
import { reviewPage } from './review.page.ts';
import { selectReviews } from './review.queries.ts';

const wrongNext = (next: string | null, today: string): Wrong =>
  next !== null && next <= today ? { next_on: t('Choose a day that is still to come.') } : {};

/**
 * The partners looked at their agreement again. Leads on to changing it when they want to.
 * Throws `Stale` when a partner wrote this review meanwhile. `version` is the number of reviews so far.
 */
export const reviewAgreement = action('/agreements/:agreement/review', {
  purpose: 'learning',
  access: agreementPolicy,
  input: z.object({
    version: version(),
    keep: prose(t('Write what should stay, in a sentence.'), 5000),
    change: optionalProse(5000),
    next_on: optionalDay(),
    then: optionalLine(),
  }),
  page: reviewPage,
  alsoWrong: (visit, { next_on: next }) => wrongNext(next ?? null, visit.today),

  async run(change, input) {
    const { agreement } = await openRunning(change, 'write');
    if (agreement.inForceVersion === null)
      throw new Refused(t('There is something to review once the agreement is signed by all.'));
    if (input.version !== agreement.reviewRound) {
      const [newest] = await selectReviews(change.tx, agreement);
      throw new Stale({
        version: agreement.reviewRound,
        writerId: newest?.writerId ?? null,
        writtenBy: newest?.writtenBy ?? t('Somebody'),
        writtenAt: newest?.writtenAt ?? change.now,
        fields: [
          { name: 'keep', label: t('What has helped, and should stay?'), text: newest?.keep ?? '' },
          { name: 'change', label: t('What would you change?'), text: newest?.change ?? '' },
        ],
      });
    }
    const wrong = wrongNext(input.next_on, change.today);
    if (Object.keys(wrong).length > 0) throw new Refused(wrong);
    await change.tx
      .insertInto('agreement_review')
      .values({
        owner_id: agreement.ownerId,
        id: newId(change.now),
        agreement_id: agreement.id,
        round: agreement.reviewRound + 1,
        version: agreement.inForceVersion,
        keep: input.keep,
        change: input.change,
        written_by: change.who.personId,
        written_at: change.now,
      })
      .execute();
    await updateAgreement(change.tx, agreement, {
      review_round: agreement.reviewRound + 1,
      review_on: input.next_on,
    });
    await change.record({
      kind: 'agreement.reviewed',
      itemId: agreement.id,
      body: { round: agreement.reviewRound + 1 },
      tell: true,
    });
    return input.then === 'change'
      ? see(agreementHref(agreement, 'write'), t('The review is kept. Now change the agreement.'))
      : see(agreementHref(agreement), t('The review is kept, and the agreement stays as it is.'));
  },
});

import { z } from 'zod';
import { newId } from '#platform/db/ids.ts';
import { version } from '#platform/http/input.ts';
import { action, see } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { selectCurrentPriorities } from '#features/needs/index.ts';
import { agreementHref, partnersOf } from './agreement.ts';
import { agreementPolicy } from './agreement.policy.ts';
import { focusOf } from './answer-values.ts';
import { answerOfKind, missingParts } from './answers.ts';
import { openRunning } from './open-agreement.ts';
import { readAnswers } from './read-answers.ts';
import { saveVersion, staleAgreement } from './versions.ts';
import { writeAgreementPage } from './write-agreement.page.ts';

/**
 * Saves what a partner wrote as the next version, which everybody signs anew.
 * Throws `Stale` with both texts when somebody else saved meanwhile.
 */
export const saveAgreement = action('/agreements/:agreement/write', {
  purpose: 'learning',
  access: agreementPolicy,
  input: z.looseObject({ version: version() }),
  page: writeAgreementPage,

  async run(change, sent) {
    const { agreement } = await openRunning(change, 'write');
    if (sent.version !== agreement.version) throw staleAgreement(agreement, sent);
    const priorities = await selectCurrentPriorities(change.tx, agreement.ownerId, change.today);
    const answers = readAnswers(agreement.form, sent, {
      partners: partnersOf(agreement),
      priorities: [...focusOf(agreement.answers).priorities, ...priorities],
      today: change.today,
      kept: answerOfKind(agreement.form, agreement.answers, 'observations').dates ?? [],
      keptReview: [agreement.reviewOn, answerOfKind(agreement.form, agreement.answers, 'review').reviewOn],
      newId: () => newId(change.now),
    });
    const href = agreementHref(agreement);
    const next = await saveVersion(change.tx, agreement, answers, change.who.personId, change.now);
    await change.record({
      kind: 'agreement.saved',
      itemId: agreement.id,
      body: { version: next },
      tell: true,
    });
    return see(
      href,
      missingParts(agreement.form, answers).length > 0
        ? t('Saved. Some parts are still to be written before you can sign.')
        : t('Saved. It is ready to be signed.'),
    );
  },
});

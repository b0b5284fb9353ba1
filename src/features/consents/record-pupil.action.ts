import { z } from 'zod';
import { Refused } from '#platform/errors.ts';
import { choice } from '#platform/http/input.ts';
import { action, roles, see } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { answerInput, wrongDays } from './answer-fields.ts';
import { answers, consentLabel, pupilHref, undoHref } from './consent.ts';
import { consentKeepers } from './consents.access.ts';
import { pupilPage } from './pupil.page.ts';
import { selectPupil } from './pupil.queries.ts';
import { consentPurpose, purposeTitle } from './purposes.ts';
import { recordConsents } from './record-consents.ts';

/** Writes down one answer for one pupil; the one before it stays in the history. */
export const recordPupil = action(pupilHref(':person'), {
  purpose: 'administration',
  access: roles(...consentKeepers),
  page: pupilPage,
  input: z.object({
    purpose: z
      .string({ error: 'Choose for what.' })
      .refine((id) => consentPurpose(id) !== undefined, 'Choose for what.'),
    answer: choice(answers),
    ...answerInput,
  }),
  alsoWrong: ({ today }, readable) => wrongDays(readable, today),
  async run(change, input) {
    const wrong = wrongDays(input, change.today);
    if (Object.keys(wrong).length > 0) throw new Refused(wrong);
    const pupil = await selectPupil(change.tx, change.who, change.params.person!, change.today);
    const { batchId } = await recordConsents(change, [
      {
        personId: pupil.personId,
        purpose: input.purpose,
        answer: input.answer,
        givenBy: input.given_by,
        how: input.how,
        givenOn: input.on,
        until: input.until,
      },
    ]);
    return see(
      pupilHref(pupil.personId),
      t('{purpose}: {answer}.', {
        purpose: purposeTitle(input.purpose),
        answer: consentLabel(input.answer),
      }),
      undoHref(batchId),
    );
  },
});

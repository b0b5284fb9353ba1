import { z } from 'zod';
import { Refused } from '#platform/errors.ts';
import { action, roles, see } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { addressOf } from '#ui/list.ts';
import { answerInput, maybeAnswer, wrongDays } from './answer-fields.ts';
import { classHref, consentsPath, undoHref } from './consent.ts';
import { consentKeepers } from './consents.access.ts';
import { selectClass } from './class.queries.ts';
import { answerField, recordClassPage } from './record-class.page.ts';
import { recordConsents } from './record-consents.ts';

/** Writes down what the papers of a class say for one purpose; pupils who are not marked stay as they are. */
export const recordClass = action(classHref(':unit', ':purpose'), {
  purpose: 'administration',
  access: roles(...consentKeepers),
  page: recordClassPage,
  input: z.looseObject(answerInput),
  alsoWrong: ({ today }, readable) => wrongDays(readable, today),
  async run(change, sent) {
    const wrong = wrongDays(sent, change.today);
    if (Object.keys(wrong).length > 0) throw new Refused(wrong);
    const { unitId, purpose, name, pupils } = await selectClass(
      change.tx,
      change.who,
      { unitId: change.params.unit!, purpose: change.params.purpose! },
      change.today,
    );
    const marked = pupils.flatMap(({ personId }) => {
      const answer = maybeAnswer.parse(sent[answerField(personId)]);
      return answer === undefined ? [] : [{ personId, answer }];
    });
    if (marked.length === 0) throw new Refused(t('Mark at least one pupil.'));
    const written = await recordConsents(
      change,
      marked.map((each) => ({
        ...each,
        purpose,
        givenBy: sent.given_by,
        how: sent.how,
        givenOn: sent.on,
        until: sent.until,
      })),
    );
    return see(
      addressOf(consentsPath, { unit: unitId }),
      t('Written down for {unit}: {given} given, {refused} refused.', {
        unit: name,
        given: written.given,
        refused: written.refused,
      }),
      undoHref(written.batchId),
    );
  },
});

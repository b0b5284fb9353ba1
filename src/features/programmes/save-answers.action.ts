import { z } from 'zod';
import { optionalNumber } from '#platform/http/input.ts';
import { action, see } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { programmeHref } from './addresses.ts';
import { amountQuestions, participations, questions, yesNoQuestions } from './answers.ts';
import { openLedProgramme } from './open-programme.ts';
import { programmePolicy } from './programme.policy.ts';
import { questionsPage } from './questions.page.ts';

const oneOf = (...values: [string, ...string[]]) => z.enum(['', ...values]).default('');

const input = z.object({
  participation: oneOf(...participations),
  ...Object.fromEntries(yesNoQuestions.map((question) => [question, oneOf('yes', 'no')])),
  ...Object.fromEntries(amountQuestions.map((question) => [question, optionalNumber(0, 99)])),
});

/** Keeps what the designers answered; an answer left open is taken away. */
export const saveAnswersAction = action('/programmes/:programme/design/questions', {
  purpose: 'learning',
  access: programmePolicy,
  page: questionsPage,
  input,
  async run(change, sent) {
    const { programme } = await openLedProgramme(change, 'design');
    const { tx, now, who } = change;
    const given = new Map(Object.entries(sent as Record<string, string | number | null>));
    const answered = questions.filter((question) => (given.get(question) ?? '') !== '');
    const owner_id = programme.owner_id;
    await tx
      .deleteFrom('programme_answer')
      .where('owner_id', '=', owner_id)
      .where('programme_id', '=', programme.id)
      .execute();
    if (answered.length > 0)
      await tx
        .insertInto('programme_answer')
        .values(
          answered.map((question) => ({
            owner_id,
            programme_id: programme.id,
            question,
            answer: String(given.get(question)),
            answered_by: who.personId,
            answered_at: now,
          })),
        )
        .execute();
    await change.record({ kind: 'programme.designed', itemId: programme.id, body: { answered } });
    return see(programmeHref(programme, 'design'), t('The answers are saved.'));
  },
});

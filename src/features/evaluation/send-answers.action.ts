import { z } from 'zod';
import { insertItem } from '#platform/access/items.ts';
import { Refused, Stale } from '#platform/errors.ts';
import type { Change } from '#platform/http/context.ts';
import { ticked, version } from '#platform/http/input.ts';
import { action, see } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { evaluationHref } from './addresses.ts';
import { answerQuestionsPage, wordsShownLabel } from './answer-questions.page.ts';
import { askingAt, type AskingMoment, askingMomentAt, sideOf } from './asking-moment.ts';
import type { OwnAnswer } from './evaluation.ts';
import { evaluationAnswerPolicy, evaluationPolicy } from './evaluation.policy.ts';
import { openEvaluation, type OpenedEvaluation } from './open-evaluation.ts';

import { readSaid, type SaidByQuestion, saidTexts } from './questions-form.ts';

/**
 * Gives one's answers, or changes them until the questions are closed. Older texts are not kept, so that nobody
 * can read what somebody thought better of. Throws `Stale` when they were saved elsewhere meanwhile.
 */
export const sendAnswers = action('/programmes/:programme/evaluation/questions/:moment', {
  purpose: 'evaluation',
  access: evaluationPolicy,
  page: answerQuestionsPage,
  input: z.looseObject({ version: version(), words_shown: ticked() }),
  async run(change, sent) {
    const moment = askingMomentAt(change);
    const opened = await openEvaluation(change, 'answer');
    const { programme, evaluation } = opened;
    const asking = askingAt(evaluation, moment);
    if (!asking || asking.closedAt)
      throw new Refused(t('These questions are closed, so nothing was changed.'));
    const said = readSaid(sent);
    const mine = evaluation.mine.find((answer) => answer.moment === moment);
    if (mine) await update(change, opened, mine, { said, wordsShown: sent.words_shown, shown: sent.version });
    else await insert(change, opened, moment, { said, wordsShown: sent.words_shown });
    await change.record({ kind: 'evaluation.answered', itemId: evaluation.id, body: { moment }, tell: true });
    return see(
      evaluationHref(programme, 'questions'),
      t('Your answers are saved. You can change them until the questions are closed.'),
    );
  },
});

async function insert(
  change: Change,
  { programme, evaluation }: OpenedEvaluation,
  moment: AskingMoment,
  { said, wordsShown }: { said: SaidByQuestion; wordsShown: boolean },
): Promise<void> {
  const { tx, now, who } = change;
  const item = { ownerId: programme.ownerId, policy: evaluationAnswerPolicy, authorId: who.personId };
  const id = await insertItem(tx, item, now);
  await tx
    .insertInto('evaluation_answer')
    .values({
      owner_id: programme.ownerId,
      id,
      evaluation_id: evaluation.id,
      moment,
      side: sideOf(programme, who.personId),
      person_id: who.personId,
      said: JSON.stringify(said),
      words_shown: wordsShown,
      version: 1,
      created_at: now,
      updated_at: now,
    })
    .execute();
}

async function update(
  change: Change,
  { programme }: OpenedEvaluation,
  mine: OwnAnswer,
  { said, wordsShown, shown }: { said: SaidByQuestion; wordsShown: boolean; shown: number },
): Promise<void> {
  const { tx, now, who } = change;
  const item = await change.open(evaluationAnswerPolicy, mine.id);
  who.must('change', evaluationAnswerPolicy, item);
  if (mine.version !== shown)
    throw new Stale({
      version: mine.version,
      writerId: who.personId,
      writtenBy: who.standing.name,
      writtenAt: new Date(mine.updatedAt),
      fields: saidTexts(mine.said, mine.side),
      ticks: [
        { name: 'words_shown', label: wordsShownLabel(mine.side), ticked: wordsShown && mine.wordsShown },
      ],
    });
  await tx
    .updateTable('evaluation_answer')
    .set({ said: JSON.stringify(said), words_shown: wordsShown, version: shown + 1, updated_at: now })
    .where('owner_id', '=', programme.ownerId)
    .where('id', '=', mine.id)
    .execute();
}

import { z } from 'zod';
import { isId, newId } from '#platform/db/ids.ts';
import { NotFound, Refused } from '#platform/errors.ts';
import { action, see } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import type { Answer } from '../consent.ts';
import { lockPupils } from '../insert-consents.ts';
import { recordConsents } from '../record-consents.ts';
import { answersOf, answersPath } from './addresses.ts';
import { answersPage } from './answers.page.ts';
import { selectQuestions, selectTogether } from './asking.queries.ts';

const input = z.record(z.string(), z.unknown());

/**
 * A grown-up answers for one child. What everybody asked has said last is then looked at together: one no is a no, and
 * where two differ the office is told. It is written into the register as any other answer.
 */
export const answerAsked = action(answersOf(':pupil'), {
  purpose: 'administration',
  access: 'signed-in',
  page: answersPage,
  input,
  async run(change, sent) {
    const { tx, organisationId: owner, now, today, who } = change;
    const pupilId = change.params.pupil!;
    if (!isId(pupilId)) throw new NotFound();
    await lockPupils(tx, owner, [pupilId]);
    const { questions } = await selectQuestions(tx, who, { today, pupil: pupilId });
    if (questions.length === 0) throw new NotFound();
    const said = questions.map((question) => ({
      ...question,
      now: answerIn(sent[`answer-${question.purpose}`]),
    }));
    const missing = said.filter((each) => each.now === undefined);
    if (missing.length > 0)
      throw new Refused(
        Object.fromEntries(missing.map(({ purpose }) => [`answer-${purpose}`, t('Say yes or no.')])),
      );
    const { roundId, until, child } = questions[0]!;
    const changed = said.filter(({ answer, now: answered }) => answer !== answered);
    if (changed.length === 0) throw new Refused(t('This is what you have said already.'));
    await tx
      .insertInto('consent_said')
      .values(
        changed.map((each) => ({
          owner_id: owner,
          id: newId(now),
          round_id: roundId,
          pupil_id: pupilId,
          adult_id: who.personId,
          purpose: each.purpose,
          answer: each.now!,
          said_at: now,
        })),
      )
      .execute();
    const purposes = new Set(changed.map(({ purpose }) => purpose));
    const together = (await selectTogether(tx, owner, { roundId, pupilId }, today)).filter(({ purpose }) =>
      purposes.has(purpose),
    );
    await recordConsents(
      change,
      together.map(({ purpose, refused, who: givenBy }) => ({
        personId: pupilId,
        purpose,
        answer: refused ? ('refused' as const) : ('given' as const),
        givenBy: (givenBy ?? '').slice(0, 120),
        how: 'form' as const,
        givenOn: today,
        until,
      })),
    );
    const differ = together.filter(({ refused, given }) => refused && given).map(({ purpose }) => purpose);
    await change.record({
      kind: 'consent.answered',
      itemId: pupilId,
      body: { roundId, personId: pupilId, differ },
      tell: true,
    });
    return see(answersPath, t('Thank you. Your answers for {child} are with the school.', { child }));
  },
});

const answerIn = (value: unknown): Answer | undefined =>
  value === 'given' || value === 'refused' ? value : undefined;

import { z } from 'zod';
import { throwStale } from '#platform/audit/text-versions.ts';
import { Refused } from '#platform/errors.ts';
import { optionalProse, version } from '#platform/http/input.ts';
import { action, see } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { readingHref } from '../addresses.ts';
import { openReading } from './open-reading.ts';
import { readingPage } from './reading.page.ts';
import { readingPolicy } from './reading.policy.ts';
import { updateAnswers } from './reading.queries.ts';
import { readingQuestions } from './reading.ts';

/** Sends what a reader says to whoever asked, or changes it; what stood before is kept. */
export const answerReading = action(readingHref(':resource', ':reading'), {
  purpose: 'learning',
  access: readingPolicy,
  page: readingPage,
  input: z.looseObject({ version: version() }),
  async run(change, { version: shown, ...sent }) {
    const { opened, reading, item } = await openReading(change);
    change.who.must('answer', readingPolicy, item);
    const questions = readingQuestions();
    const read = questions.map(({ id }) => [id, optionalProse(2000).parse(sent[id])] as const);
    const answers = { ...reading.answers, ...Object.fromEntries(read) };
    if (Object.values(answers).every((says) => says === ''))
      throw new Refused({ [questions[0]!.id]: t('Answer at least one question.') });
    if (!(await updateAnswers(change, { id: reading.id, version: shown }, answers)))
      await throwStale(
        change.tx,
        { ownerId: change.organisationId, id: reading.id },
        {
          version: reading.version,
          fields: questions.map(({ id, ask }) => ({ name: id, label: ask, text: reading.answers[id] ?? '' })),
        },
        change.now,
      );
    await change.record({
      kind: 'resource.reading-answered',
      itemId: reading.id,
      body: { resourceId: opened.resource.id, version: shown + 1 },
      tell: true,
    });
    return see(
      readingHref(opened.resource.id, reading.id),
      t('Thank you. {name} finds it on Today.', { name: reading.askedBy }),
    );
  },
});

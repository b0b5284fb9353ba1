import { z } from 'zod';
import { protectCounts, smallest } from '#platform/access/small-numbers.ts';
import { NotFound } from '#platform/errors.ts';
import { bytes } from '#platform/http/route.ts';
import { type Cell, sheet } from '#platform/http/sheet.ts';
import { t } from '#platform/i18n/i18n.ts';
import { activityHref } from '../addresses.ts';
import { openActivityToLead } from '../course/open-course.ts';
import { coursePolicy } from '../course.policy.ts';
import { Question } from './questions.ts';
import { selectAnswers } from './survey.queries.ts';

/** What was answered, question by question and without names, for a spreadsheet; once five have answered. */
export const answersSheet = bytes(activityHref(':course', ':activity', 'answers.csv'), {
  purpose: 'learning',
  access: coursePolicy,
  async send(visit) {
    const { activity } = await openActivityToLead(visit);
    if (activity.kind !== 'survey') throw new NotFound();
    const { questions } = z.object({ questions: z.array(Question) }).parse(activity.settings);
    const by = { activityId: activity.id, personId: visit.who.personId, leads: true };
    const { all } = await selectAnswers(visit.db, visit.organisationId, by);
    if (all.length < smallest) throw new NotFound(t('Fewer than five have answered so far.'));
    return sheet(activity.title, [
      [t('Question'), t('Answer'), t('How many')],
      ...questions.flatMap(({ asks, choices }): Cell[][] => {
        const answers = all.map((each) => each[asks] ?? '').filter((answer) => answer !== '');
        // Each question by itself, so that no row puts one person's answers together; few are hidden here as on the page.
        return choices.length === 0
          ? answers.toSorted().map((answer) => [asks, answer, null])
          : protectCounts(
              choices.map((choice) => ({
                key: choice,
                count: answers.filter((each) => each === choice).length,
              })),
            ).map(({ key, count }) => [asks, key, count ?? t('Hidden: few')]);
      }),
    ]);
  },
});

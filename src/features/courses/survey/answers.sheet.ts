import { z } from 'zod';
import { smallest } from '#platform/access/small-numbers.ts';
import { NotFound } from '#platform/errors.ts';
import { bytes } from '#platform/http/route.ts';
import { sheet } from '#platform/http/sheet.ts';
import { t } from '#platform/i18n/i18n.ts';
import { activityHref } from '../addresses.ts';
import { openActivityToLead } from '../course/open-course.ts';
import { coursePolicy } from '../course.policy.ts';
import { Question } from './questions.ts';
import { selectAnswers } from './survey.queries.ts';

/** What was answered, a line an answer and no names, for a spreadsheet; once five have answered. */
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
    return sheet(`${activity.title}.csv`, [
      questions.map(({ asks }) => asks),
      ...all.map((answers) => questions.map(({ asks }) => answers[asks] ?? null)),
    ]);
  },
});

import { z } from 'zod';
import { NotAllowed, NotFound, Refused } from '#platform/errors.ts';
import { action, see } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { activityPage } from '../activities/activity.page.ts';
import { activityHref } from '../addresses.ts';
import { openActivity } from '../course/open-course.ts';
import { coursePolicy } from '../course.policy.ts';
import { Question } from './questions.ts';
import { saveAnswers } from './survey.queries.ts';

const longest = 2000;

/** Sends one's answers, or other ones in their place. */
export const answerSurvey = action(activityHref(':course', ':activity', 'answers'), {
  purpose: 'learning',
  access: coursePolicy,
  page: activityPage,
  input: z.looseObject({}),
  async run(change, sent) {
    const { course, activity, learns } = await openActivity(change);
    if (activity.kind !== 'survey') throw new NotFound();
    if (!learns) throw new NotAllowed(t('Those who learn in this course answer.'), coursePolicy.ask);
    if (course.closedAt !== null) throw new Refused(t('This course is closed.'));
    const { questions } = z.object({ questions: z.array(Question) }).parse(activity.settings);
    const given = questions.map(({ asks, choices }, index): [string, string] => {
      const value = sent[`q${index}`];
      const answer = typeof value === 'string' ? value.trim().slice(0, longest) : '';
      if (answer !== '' && choices.length > 0 && !choices.includes(answer))
        throw new Refused({ [`q${index}`]: t('Choose one from the list.') });
      return [asks, answer];
    });
    const answers = Object.fromEntries(given.filter(([, answer]) => answer !== ''));
    if (Object.keys(answers).length === 0) throw new Refused(t('Answer at least one question.'));
    const { tx, organisationId, who, now } = change;
    const by = { courseId: course.id, activityId: activity.id, personId: who.personId };
    await saveAnswers(tx, organisationId, { ...by, answers, asked: questions.map(({ asks }) => asks) }, now);
    await change.record({ kind: 'course.answered', itemId: course.id, body: { activityId: activity.id } });
    return see(activityHref(course.id, activity.id), t('Thank you. It is sent.'));
  },
});

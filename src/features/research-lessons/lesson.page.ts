import { audienceNote } from '#platform/access/audience-words.ts';
import { page } from '#platform/http/route.ts';
import { formatDate, t } from '#platform/i18n/i18n.ts';
import { programmeTrail, stepHref } from '#features/programmes/index.ts';
import { lessonHref } from './addresses.ts';
import { stillIn } from './lesson.ts';
import { openLessonPage, type ShownLesson } from './lesson.queries.ts';
import { lessonView } from './lesson.view.ts';
import { researchLessonPolicy } from './research-lesson.policy.ts';

/** A research lesson: who teaches and observes, what is predicted of whom, and after it what was seen beside that. */
export const lessonPage = page('/programmes/:programme/steps/:number/lesson', {
  purpose: 'learning',
  access: researchLessonPolicy,
  load: openLessonPage,
  view({ at, lesson }, visit) {
    const { programme } = at.opened;
    const writes = !programme.closed_at;
    const planned = stillIn(lesson.pupils).length > 0;
    const here = (below: string) => lessonHref(programme, at.step, below);
    return {
      title: t('What pupils may do, and did: {title}', { title: at.step.title }),
      audience: audienceNote(at.item, researchLessonPolicy, visit.who),
      trail: [...programmeTrail(programme), { label: at.step.title, href: stepHref(programme, at.step) }],
      status: whereWeAre(lesson, planned, at.step.on_date),
      ...(writes &&
        lesson.heldAt === null && {
          action: planned
            ? { label: t('Note what pupils do'), href: here('notes') }
            : { label: t('Plan the lesson'), href: here('plan') },
        }),
      body: lessonView({ at, lesson, visit, writes, planned }),
    };
  },
});

function whereWeAre(
  { heldAt, firstHeldAt }: ShownLesson,
  planned: boolean,
  day: string,
): { where: string; next: string } {
  if (heldAt !== null)
    return {
      where: t('The lesson has been held'),
      next: t('Set what was seen beside what you predicted'),
    };
  return {
    where: planned ? t('Planned for {day}', { day: formatDate(day, 'weekday') }) : t('Not planned yet'),
    next: planned
      ? firstHeldAt === null
        ? t('Predict what each pupil does; then watch')
        : t('Watch, and note what each pupil does')
      : t('Choose who teaches, who observes, and whom you watch'),
  };
}

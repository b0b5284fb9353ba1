import type { AudienceNote } from '#platform/http/content.ts';
import { audienceNote } from '#platform/access/audience-words.ts';
import { page } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { programmeTrail, stepHref } from '#features/programmes/index.ts';
import { lessonHref } from './addresses.ts';
import { openLessonPage, type ShownLesson } from './lesson.queries.ts';
import { notesView } from './notes.view.ts';
import { researchLessonPolicy } from './research-lesson.policy.ts';

/** Where an observer notes what pupils do, on a phone in the classroom. */
export const notesPage = page('/programmes/:programme/steps/:number/lesson/notes', {
  purpose: 'learning',
  access: researchLessonPolicy,
  load: openLessonPage,
  view({ at, lesson }, visit) {
    const { programme } = at.opened;
    return {
      title: t('Your notes on the lesson'),
      audience: audienceOf(lesson, audienceNote(at.item, researchLessonPolicy, visit.who)),
      trail: [
        ...programmeTrail(programme),
        { label: at.step.title, href: stepHref(programme, at.step) },
        { label: t('What pupils may do, and did'), href: lessonHref(programme, at.step) },
      ],
      body: notesView({ at, lesson, visit, writes: !programme.closed_at }),
    };
  },
});

/** Before the lesson has been held one's notes are one's own; it says already who reads them afterwards. */
function audienceOf({ heldAt }: ShownLesson, everybody: AudienceNote): AudienceNote {
  if (heldAt !== null) return everybody;
  return {
    icon: 'private',
    words: t('Only you, until the lesson has been held'),
    why: t(
      'Once somebody in the group says that the lesson has been held, everybody who takes part reads all notes, with the names of those who wrote them. Nobody else can, whatever their role.',
    ),
  };
}

import { today } from '#platform/calendar/dates.ts';
import type { Visit } from '#platform/http/context.ts';
import { formatDate, formatTime, t } from '#platform/i18n/i18n.ts';
import type { Finding, Lesson, Note } from './lesson.ts';

const findingNames: Record<Finding, () => string> = {
  'as-expected': () => t('As we expected'),
  surprised: () => t('It surprised us'),
  'not-seen': () => t('Nobody saw it'),
};
export const findingWords = (finding: Finding): string => findingNames[finding]();

/** When something was noted: the time, and the day where that is not the lesson's. */
export function whenNoted({ at }: Pick<Note, 'at'>, day: string, { who }: Pick<Visit, 'who'>): string {
  const moment = new Date(at);
  const time = formatTime(moment);
  return today(moment, who.standing.organisation.zone) === day
    ? time
    : `${formatDate(moment, 'short')}, ${time}`;
}

/** Whom and which moment a note is about. */
export function aboutWhat({ pupils, moments }: Pick<Lesson, 'pupils' | 'moments'>, note: Note): string {
  const pupil = pupils.find(({ id }) => id === note.pupilId)?.label ?? t('The whole class');
  const moment = moments.find(({ id }) => id === note.momentId)?.title;
  return moment === undefined ? pupil : `${pupil}, ${moment}`;
}

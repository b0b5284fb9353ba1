import type { AudienceNote } from '#platform/http/content.ts';
import { formatDate, formatList, t } from '#platform/i18n/i18n.ts';

/** One formal observation. Days are 'YYYY-MM-DD', times '15:30'. */
export interface Formal {
  ownerId: string;
  id: string;
  personId: string;
  person: string;
  observerId: string;
  observer: string;
  on: string;
  startsAt: string | null;
  minutes: number;
  place: string;
  focus: string;
  version: number;
  /** Who chose this day; the other of the two is asked. */
  arrangedBy: string;
  /** The teacher goes ahead without waiting. Shown to the teacher alone. */
  releasedAt: Date | null;
  confirmedAt: Date | null;
  calledOffAt: Date | null;
  doneAt: Date | null;
  changedAt: Date;
  zone: string;
  /** In this school the term's coaching comes first. */
  coachingFirst: boolean;
  /** The term that its day is in, or the last one before; null where the school has none. */
  termFrom: string | null;
  termTo: string | null;
}

export type State = 'proposed' | 'confirmed' | 'called-off' | 'done';

export function stateOf({
  confirmedAt,
  calledOffAt,
  doneAt,
}: Pick<Formal, 'confirmedAt' | 'calledOffAt' | 'doneAt'>): State {
  if (doneAt) return 'done';
  if (calledOffAt) return 'called-off';
  return confirmedAt ? 'confirmed' : 'proposed';
}

/** Who has to say yes to the day as it stands: the one of the two who did not choose it. */
export const askedOf = ({
  arrangedBy,
  personId,
  observerId,
}: Pick<Formal, 'arrangedBy' | 'personId' | 'observerId'>): string =>
  arrangedBy === personId ? observerId : personId;

export const formalHref = ({ id }: { id: string }, below = ''): string =>
  `/appraisal/observations/${id}${below && `/${below}`}`;

export const formalTitle = ({ observer, person }: Pick<Formal, 'observer' | 'person'>): string =>
  t('{observer} observes {person} formally', { observer, person });

/** The day and time in words. */
export const whenInWords = ({ on, startsAt }: Pick<Formal, 'on' | 'startsAt'>): string =>
  startsAt
    ? t('{day}, {time}', { day: formatDate(on, 'weekday'), time: startsAt })
    : formatDate(on, 'weekday');

/**
 * Where it stands, for whoever reads it. To everybody but the teacher these are the same words whether the teacher is
 * coached or not, however far that has come, and whether they went ahead.
 */
export function stateInWords(formal: Formal, me: string, teacherWaits: boolean): string {
  const when = whenInWords(formal);
  switch (stateOf(formal)) {
    case 'called-off':
      return t('Called off. It was to be {when}.', { when });
    case 'confirmed':
      return t('Agreed for {when}.', { when });
    case 'done':
      return t('It took place {when}.', { when });
    case 'proposed': {
      const asked = askedOf(formal);
      if (asked === me)
        return teacherWaits
          ? t('Proposed for {when}. It waits for your coaching of this term.', { when })
          : t('Proposed for {when}. You are asked.', { when });
      if (asked === formal.observerId)
        return t('Proposed for {when}. Waiting for {name}.', { when, name: formal.observer });
      return formal.coachingFirst
        ? t('Waiting for the teacher. In this school the term’s coaching comes first.')
        : t('Waiting for the teacher.');
    }
  }
}

export function formalAudience(
  { personId, person, observerId, observer }: Pick<Formal, 'personId' | 'person' | 'observerId' | 'observer'>,
  me: string,
): AudienceNote {
  const words = formatList([
    personId === me ? t('you') : person,
    observerId === me ? t('you') : observer,
    personId === me ? t('your line manager') : t('the teacher’s line manager'),
  ]);
  return {
    icon: 'people',
    words: words.charAt(0).toLocaleUpperCase() + words.slice(1),
    why: t(
      'A formal observation is read by the teacher, whoever observes, and whoever is the teacher’s line manager at the time. Nothing written in coaching, mentoring or practice can be reached from here.',
    ),
  };
}

/** A research lesson as its pages show it to one person, and the rules that need no database. */

export interface LessonPerson {
  id: string;
  name: string;
  /** Takes part in the programme now. */
  here: boolean;
}

export interface Moment {
  id: string;
  title: string;
  /** The group took it out; it is shown where something was written at it. */
  takenOut: boolean;
}

export const findings = ['as-expected', 'surprised', 'not-seen'] as const;
export type Finding = (typeof findings)[number];

/** What the group makes of a pupil after the lesson. */
export interface Compared {
  finding: Finding | null;
  words: string;
  version: number;
  /** Who wrote it down, and when (ISO 8601); null until somebody did. */
  by: string | null;
  at: string | null;
}

export interface FocusPupil {
  id: string;
  label: string;
  takenOut: boolean;
  /** Of all that is predicted of this pupil. */
  predictedVersion: number;
  compared: Compared;
}

export interface Prediction {
  pupilId: string;
  momentId: string;
  text: string;
  by: string;
  /** ISO 8601. */
  at: string;
}

export interface Note {
  id: string;
  /** Null where it is about nobody in particular, or no moment in particular. */
  pupilId: string | null;
  momentId: string | null;
  text: string;
  author: string;
  mine: boolean;
  /** When it was noted, ISO 8601. */
  at: string;
}

export interface Lesson {
  /** Null until somebody planned it or noted something at it. */
  id: string | null;
  version: number;
  teacherIds: readonly string[];
  observerIds: readonly string[];
  /** Null until the group says that it was held. */
  heldAt: Date | null;
  heldBy: string | null;
  /** When it was said first, also where that was taken back: what was predicted stands from then on. */
  firstHeldAt: Date | null;
  people: readonly LessonPerson[];
  moments: readonly Moment[];
  pupils: readonly FocusPupil[];
  predictions: readonly Prediction[];
  /** Everybody's once the lesson has been held; until then the reader's own. The oldest first. */
  notes: readonly Note[];
  /** The reader's own that they took back. */
  takenBack: readonly Note[];
  /** How many there are of everybody's, and of how many observers. */
  counts: { notes: number; observers: number };
}

/** One moment of one pupil: what was predicted, beside what was noted. */
export interface Row {
  /** Null for what was noted at no moment in particular. */
  moment: Moment | null;
  predicted: Prediction | null;
  notes: readonly Note[];
}

export interface PupilAccount {
  pupil: FocusPupil;
  rows: readonly Row[];
}

/**
 * What was predicted and what was noted, pupil by pupil and moment by moment. What the group took out is there as
 * long as something was written about it, so that no word is lost.
 */
export function sideBySide({ pupils, moments, predictions, notes }: Lesson): PupilAccount[] {
  return pupils.flatMap((pupil) => {
    const own = notes.filter(({ pupilId }) => pupilId === pupil.id);
    const expected = predictions.filter(({ pupilId, text }) => pupilId === pupil.id && text !== '');
    const judged = pupil.compared.by !== null;
    if (pupil.takenOut && own.length === 0 && expected.length === 0 && !judged) return [];
    const atMoments = moments.flatMap((moment): Row[] => {
      const row = {
        moment,
        predicted: expected.find(({ momentId }) => momentId === moment.id) ?? null,
        notes: own.filter(({ momentId }) => momentId === moment.id),
      };
      return moment.takenOut && !row.predicted && row.notes.length === 0 ? [] : [row];
    });
    const atNone = own.filter(({ momentId }) => momentId === null);
    return [
      {
        pupil,
        rows:
          atNone.length > 0 ? [...atMoments, { moment: null, predicted: null, notes: atNone }] : atMoments,
      },
    ];
  });
}

/** What was noted about nobody in particular. */
export const aboutTheClass = ({ notes }: Pick<Lesson, 'notes'>): Note[] =>
  notes.filter(({ pupilId }) => pupilId === null);

export const stillIn = <T extends { takenOut: boolean }>(all: readonly T[]): T[] =>
  all.filter(({ takenOut }) => !takenOut);

/** Names of people of the lesson, in the order in which they are listed. */
export const namesOf = ({ people }: Pick<Lesson, 'people'>, ids: readonly string[]): string[] =>
  people.filter(({ id }) => ids.includes(id)).map(({ name }) => name);

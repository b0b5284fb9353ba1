/** What becomes of a class, or of a pupil in it, when the school year ends. */
export const classFates = ['go', 'stay', 'leave', 'end'] as const;
export type ClassFate = (typeof classFates)[number];
/** `repeat`: the rest of the class goes or stays a year further, this pupil does the same year again. */
export const pupilFates = ['go', 'stay', 'leave', 'repeat'] as const;
export type PupilFate = (typeof pupilFates)[number];

/** One passage from a school year to the next. It is a draft, then prepared, then begun. */
export interface YearEnd {
  id: string;
  /** What the new year is called: '2027–28'. */
  name: string;
  /** The last day of the old year. */
  lastOn: string;
  /** The first day of the new one. */
  firstOn: string;
  version: number;
  preparedAt: Date | null;
  begunAt: Date | null;
  endedAt: Date | null;
}

export const yearEndsPath = '/school/year-end';
export const yearEndHref = (id: string, ...more: string[]): string => [yearEndsPath, id, ...more].join('/');

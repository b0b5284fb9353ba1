/** Something a teacher tried, in the order of the form. */
export interface TryOutText {
  by: string;
  /** The teaching week, counted from the programme's first, and the day of it: 0 is Monday. */
  when: readonly [week: number, day: number];
  pupils: string;
  tried: string;
  why: string;
  responded: string;
  surprise?: string;
  next?: string;
  technique?: string;
  minutes?: number;
  /** Nobody when it is left out. */
  sharedWith?: readonly ('partners' | 'specialist' | 'group')[];
  /** Has a photograph of the work with it. */
  photo?: true;
  /** What readers said beside it. */
  comments?: readonly (readonly [key: string, words: string])[];
}

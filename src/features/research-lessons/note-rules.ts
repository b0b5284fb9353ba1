/** What the form sends where a note is about nobody, or no moment, in particular. */
export const wholeClass = 'class';
export const noMoment = 'none';

/** In characters. */
export const longestNote = 4000;

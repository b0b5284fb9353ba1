/** What the form sends where a note is about nobody, or no moment, in particular. */
export const wholeClass = 'class';
export const noMoment = 'none';

/** In characters. */
export const longestNote = 4000;

/** As long as a device keeps what it could not send. In seconds. */
const longestAgo = 14 * 24 * 60 * 60;

/**
 * When a note was written: so many seconds before it arrived, measured by the one clock of the device it was
 * written on. That clock may be wrong, so the two are never compared. Never in the future, and never further back
 * than devices keep notes.
 */
export const notedAt = (arrived: Date, ago: number): Date =>
  new Date(arrived.getTime() - Math.min(Math.max(Math.trunc(ago) || 0, 0), longestAgo) * 1000);

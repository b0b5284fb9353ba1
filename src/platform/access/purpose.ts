/**
 * The purpose lock. Every item has one purpose, every route has one purpose, and the kernel
 * refuses a pair that this table does not allow, whoever asks.
 *
 * What is made for learning can be opened for learning only: coaching notes, journals, starting
 * points and agreements cannot reach evaluation, appraisal or certification. What crosses is the
 * owner's own copy, made by the owner, which is an item of its own with the new purpose.
 */
export const purposes = [
  'learning',
  'evaluation',
  'certification',
  'induction',
  'safeguarding',
  'administration',
  'appraisal',
] as const;

export type Purpose = (typeof purposes)[number];

const opens: Record<Purpose, readonly Purpose[]> = {
  learning: ['learning', 'evaluation', 'administration'],
  evaluation: ['evaluation', 'administration'],
  certification: ['certification', 'administration'],
  induction: ['induction', 'administration'],
  safeguarding: ['safeguarding', 'administration'],
  administration: ['administration'],
  appraisal: ['appraisal', 'administration'],
};

/** The purposes of items that a route serving `route` may open. */
export const purposesOpenTo = (route: Purpose): readonly Purpose[] => opens[route];

export const mayServe = (route: Purpose, item: Purpose): boolean => opens[route].includes(item);

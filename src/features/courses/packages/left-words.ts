import { t } from '#platform/i18n/i18n.ts';

/** Why something in a package was not carried, in words. */
const words = {
  tool: () => t('It is a tool of another website, which only works from within the system it was set up in.'),
  unknown: () => t('We have nothing like it yet.'),
  program: () => t('It is a program, and programs of others are not run here.'),
  missing: () => t('The package names it and does not hold it.'),
  address: () => t('Its address does not lead to the web.'),
  unreadable: () => t('It could not be read.'),
  'too-long': () => t('It is longer than a page can be.'),
  assignment: () => t('Its text was kept as a page. What pupils hand in is set up anew.'),
  settings: () => t('Settings of the other system, such as scales and weights of marks, stay there.'),
  people: () =>
    t('Names, marks and what people wrote were not read. They belong to the people, not to the course.'),
  announcements: () => t('News from the other system is not part of the course.'),
  format: () => t('The format we wrote has no place for it.'),
  hidden: () => t('Pupils do not see it.'),
  questions: () => t('Questions need the platform: they cannot be answered in a copy.'),
} as const;

export type LeftReason = keyof typeof words;

export const leftWords = (why: LeftReason): string => words[why]();

import { formatPercent, t, tn } from '#platform/i18n/i18n.ts';
import type { Candidate, Colleague, Hindrance } from './suggest.ts';

/** How many classes people covered this term, from the fewest to the most. */
export interface Spread {
  least: number;
  most: number;
}

/** Of those who can be asked like this person, this person left out: what others covered. */
export function spreadOf(colleagues: readonly Colleague[], but: string): Spread | null {
  const counts = colleagues
    .filter(({ personId, teaches, asked }) => personId !== but && teaches === 'teacher' && asked !== 'never')
    .map(({ covered }) => covered);
  return counts.length === 0 ? null : { least: Math.min(...counts), most: Math.max(...counts) };
}

/** What speaks for somebody, in sentences a person can check. */
export function reasonsInWords(candidate: Candidate, spread: Spread | null): string {
  const { colleague, knowsClass, teachesSubject, load, share } = candidate;
  return [
    colleague.asked === 'first' ? t('Free, and there for cover.') : t('Free.'),
    knowsClass && (colleague.teaches === 'assistant' ? t('Assists in the class.') : t('Knows the class.')),
    teachesSubject && t('Teaches the subject.'),
    load === 0
      ? t('Has no other lesson that day.')
      : tn(load, 'Has one other lesson that day.', 'Has {n} other lessons that day.'),
    coveredInWords(colleague.covered, spread),
    share < 0.95 && t('Works {share} of a week.', { share: formatPercent(share) }),
    colleague.oddWeeks && t('Some of their weeks are different: ask.'),
  ]
    .filter(Boolean)
    .join(' ');
}

function coveredInWords(covered: number, spread: Spread | null): string {
  const own =
    covered === 0
      ? t('Covered no lesson this term')
      : tn(covered, 'Covered one lesson this term', 'Covered {n} lessons this term');
  if (spread === null) return t('{own}.', { own });
  return spread.least === spread.most
    ? t('{own}, others {n}.', { own, n: spread.least })
    : t('{own}, others {least} to {most}.', { own, least: spread.least, most: spread.most });
}

/** Why somebody is not suggested. What they have in their diary stays unsaid. */
export const hindranceInWords: Readonly<Record<Exclude<Hindrance, null>, () => string>> = {
  away: () => t('Is away then.'),
  lesson: () => t('Has a lesson then.'),
  cover: () => t('Covers another class then.'),
  'kept-free': () => t('Has time then that is kept free of cover.'),
  diary: () => t('Has something in the diary then that is kept free of cover.'),
  off: () => t('Does not work then.'),
  never: () => t('Is not asked to cover.'),
  unsure: () => t('Has something that day whose time is not fixed.'),
  'not-teaching': () => t('Free, as far as is known. Does not teach, so is not suggested.'),
};

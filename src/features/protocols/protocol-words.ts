import { t, tn } from '#platform/i18n/i18n.ts';
import type { MembershipRule, Protocol, ProtocolRole, Writing } from '#features/evidence/index.ts';

/** What stands in a protocol as a key, in the words of the pages. */

/** "23 teaching weeks, laid out over 2 or 3 terms." */
export function lengthWords({ weeks, terms }: Pick<Protocol, 'weeks' | 'terms'>): string {
  const inWeeks = tn(weeks, 'one teaching week', '{n} teaching weeks');
  const fewest = Math.min(...terms);
  const most = Math.max(...terms);
  if (weeks <= 1) return t('Within one teaching week');
  return most <= 1
    ? t('About {weeks}, within a term', { weeks: inWeeks })
    : t('About {weeks}, over {terms}', {
        weeks: inWeeks,
        terms:
          fewest === most
            ? tn(most, 'one term', '{n} terms')
            : t('{fewest} to {most} terms', { fewest, most }),
      });
}

/** "A group of 4 to 6." */
export const sizeWords = ({ of, min, max }: Protocol['groupSize']): string =>
  min === max
    ? t('{of}: {n}', { of: capital(of), n: min })
    : t('{of}: {min} to {max}', { of: capital(of), min, max });

const capital = (words: string): string => words.charAt(0).toLocaleUpperCase() + words.slice(1);

const ruleNames: Record<MembershipRule['rule'], () => string> = {
  'no-line-managers': () => t('Nobody who manages another in it'),
  'no-leaders': () => t('Nobody who leads the school'),
  'teachers-only': () => t('Only people who teach a class'),
  'same-subject': () => t('People of the same subject'),
  'same-phase': () => t('People who teach the same ages'),
  'own-choice': () => t('Nobody is put into it'),
  'guests-welcome': () => t('People from outside the school may be full members'),
};
export const membershipRules = Object.keys(ruleNames) as readonly MembershipRule['rule'][];
export const ruleWords = (rule: MembershipRule['rule']): string => ruleNames[rule]();

const partNames: Record<ProtocolRole['part'], () => string> = {
  leader: () => t('Leads it'),
  facilitator: () => t('Keeps it going'),
  specialist: () => t('Brings knowledge from elsewhere'),
  sponsor: () => t('Clears time for it'),
  participant: () => t('Takes part'),
};
export const parts = Object.keys(partNames) as readonly ProtocolRole['part'][];
export const partWords = (part: ProtocolRole['part']): string => partNames[part]();

const perNames: Record<ProtocolRole['per'], () => string> = {
  programme: () => t('in the group'),
  partnership: () => t('in each partnership'),
  school: () => t('in each school'),
};
export const perKinds = Object.keys(perNames) as readonly ProtocolRole['per'][];
export const perWords = (per: ProtocolRole['per']): string => perNames[per]();

/** "1 to 3 in the group", "at least 2 in each partnership". */
export function howMany({ min, max, per }: Pick<ProtocolRole, 'min' | 'max' | 'per'>): string {
  const where = perWords(per);
  if (max === null)
    return min === 0 ? t('any number {where}', { where }) : t('at least {min} {where}', { min, where });
  return min === max ? t('{n} {where}', { n: min, where }) : t('{min} to {max} {where}', { min, max, where });
}

const writingNames: Record<Writing, () => string> = {
  together: () => t('Together: one text, which anybody in the group goes on with'),
  each: () => t('Each their own, with their name, read by the group at once'),
  'each-nameless': () => t('Each their own, with no name kept beside the words'),
  'each-before-seeing': () => t('Each their own; one reads the others when one has written oneself'),
};
export const writingWords = (writing: Writing): string => writingNames[writing]();

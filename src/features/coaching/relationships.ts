import { formatMinutes, t, tn } from '#platform/i18n/i18n.ts';
import { byId, type Catalogue, catalogue } from '#features/evidence/index.ts';
import { type Kind, kinds, type MentoringPurpose, type Together } from './together.ts';

/** A kind of relationship as the catalogue has it: why, who, what, where, when, and all that its people work with. */
export type Relationship = Catalogue['relationships'][number];
type Rhythm = Relationship['rhythms'][number];

export const isKind = (text: string | undefined): text is Kind => kinds.some((kind) => kind === text);

export const relationshipOf = (kind: Kind): Relationship => byId(catalogue().relationships, kind);

/** The three in the order of the framework: mentoring, specialist coaching, co-coaching. */
export const allRelationships = (): Relationship[] => kinds.map(relationshipOf);

/** The rhythm of this name, or the first of the kind: an address may name one that is gone. */
export const rhythmNamed = (kind: Kind, id: string | undefined): Rhythm => {
  const { rhythms } = relationshipOf(kind);
  return rhythms.find((rhythm) => rhythm.id === id) ?? rhythms[0]!;
};

export const kindHref = (kind: Kind): string => `/coaching/kinds/${kind}`;

/** What mentoring is for, in a word or two: 'for progression'. */
export const purposeInWords = (purpose: MentoringPurpose): string =>
  ({
    induction: t('for induction'),
    progression: t('for progression'),
    challenge: t('for challenge'),
  })[purpose];

/** 'every two weeks, 45 minutes' */
export function rhythmInWords({ everyDays, minutes }: Pick<Together, 'everyDays' | 'minutes'>): string {
  const weeks = everyDays / 7;
  const often =
    everyDays === 7
      ? t('every week')
      : Number.isInteger(weeks)
        ? tn(weeks, 'every week', 'every {n} weeks')
        : tn(everyDays, 'every day', 'every {n} days');
  return t('{often}, {length}', { often, length: formatMinutes(minutes) });
}

import { t } from '#platform/i18n/i18n.ts';
import { addressOf } from '#ui/list.ts';
import { isKind, purposeInWords, relationshipOf, rhythmNamed } from '../relationships.ts';
import { type Kind, kindInWords, type MentoringPurpose, mentoringPurposes } from '../together.ts';

/** What a learner looks for, as the address carries it: never their own words. */
export interface Sought {
  kind: Kind;
  /** Of mentoring, and of nothing else. */
  purpose: MentoringPurpose | null;
  /** By its id in the catalogue. */
  rhythm: string;
  /** Those chosen already. */
  chosen: readonly string[];
}

/** What an address or a form asks for; undefined where it names no kind, or mentoring for nothing. */
export function soughtOf(
  query: Readonly<Record<string, string | undefined>>,
  chosen: readonly string[] = [],
): Sought | undefined {
  const { kind, for: purpose } = query;
  if (!isKind(kind)) return undefined;
  const known = mentoringPurposes.find((each) => each === purpose) ?? null;
  if (kind === 'mentoring' && known === null) return undefined;
  return {
    kind,
    purpose: kind === 'mentoring' ? known : null,
    rhythm: rhythmNamed(kind, query.rhythm).id,
    chosen,
  };
}

/** What an address carries of it on to the next page. */
export const queryOf = ({ kind, purpose, rhythm, chosen }: Sought) => ({
  kind,
  for: purpose ?? undefined,
  rhythm,
  with: chosen[0],
  and: chosen[1],
});

export const soughtHref = (path: string, sought: Sought): string => addressOf(path, queryOf(sought));

/** The draft of what a learner writes to whom they ask. */
export const askDraft = (kind: Kind): string => `coaching-asked:${kind}`;

/** How many others there can be beside the learner. */
export const mostOthers = (kind: Kind): number => relationshipOf(kind).people.max - 1;

/** 'Mentoring for progression', 'Co-coaching'. */
export const soughtInWords = ({ kind, purpose }: Pick<Sought, 'kind' | 'purpose'>): string =>
  purpose === null
    ? kindInWords(kind)
    : t('{kind} {purpose}', { kind: kindInWords(kind), purpose: purposeInWords(purpose) });

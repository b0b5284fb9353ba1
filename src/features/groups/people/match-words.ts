import { comparable } from '#platform/i18n/comparable.ts';
import { formatList, t } from '#platform/i18n/i18n.ts';
import type { MembershipRule } from '#features/evidence/index.ts';
import { yearWords } from '#features/people/index.ts';

/** What somebody teaches, from the classes they are written down for. Years as 'plain' below: '7', 'r'. */
export interface Teaching {
  subjects: readonly string[];
  years: readonly string[];
}

/** What a group says it is about, in its own words. */
export interface About {
  subject: string | null;
  phase: string | null;
}

/** Subjects named in a line of words: "Science and maths" names both, and the line as a whole. */
export function subjectsIn(words: string | null): string[] {
  const whole = comparable(words ?? '');
  if (whole === '') return [];
  const pieces = (words ?? '').split(/,|\/|;|&|\band\b/i).map((piece) => comparable(piece));
  return [...new Set([whole, ...pieces])].filter((piece) => piece !== '');
}

/**
 * Year groups named in a line of words: 'Years 7 and 8' are 7 and 8, 'Year 7 to 9' all three, 'Reception' is r.
 * Ages and key stages are not years, and name none.
 */
export function yearsIn(words: string | null): string[] {
  const text = (words ?? '').toLowerCase();
  const found = [
    ...(/\b(?:r|reception)\b/.test(text) ? ['r'] : []),
    ...(/\b(?:n|nursery)\b/.test(text) ? ['n'] : []),
  ];
  if (/\b(?:ages?|aged|key stages?|ks)\b|\bks\d/.test(text)) return found;
  const rest = text.replace(/(\d{1,2})\s*(?:-|–|to|until)\s*(\d{1,2})/g, (_, from: string, until: string) =>
    Array.from({ length: Math.max(0, Number(until) - Number(from) + 1) }, (__, n) => Number(from) + n).join(
      ' ',
    ),
  );
  return [...new Set([...found, ...(rest.match(/\d{1,2}/g) ?? []).map((year) => String(Number(year)))])];
}

const shared = (theirs: readonly string[], wanted: readonly string[]): string[] =>
  theirs.filter((each) => wanted.includes(comparable(each)));

/** Why somebody may suit: what they teach of what the group is about, or of what the reader teaches. */
export function reasonFor(theirs: Teaching, mine: Teaching | undefined, about: About): string | undefined {
  const ofGroup = { subjects: subjectsIn(about.subject), years: yearsIn(about.phase) };
  const ofMine = {
    subjects: (mine?.subjects ?? []).map((each) => comparable(each)),
    years: mine?.years ?? [],
  };
  const subjects = shared(theirs.subjects, [...ofGroup.subjects, ...ofMine.subjects]);
  const years = shared(theirs.years, [...ofGroup.years, ...ofMine.years]);
  if (subjects.length === 0 && years.length === 0) return undefined;
  const asYou =
    shared(subjects, ofMine.subjects).length === subjects.length &&
    shared(years, ofMine.years).length === years.length;
  const what = teachingWords({ subjects, years });
  return asYou ? t('Teaches {what}, as you do', { what }) : t('Teaches {what}', { what });
}

/** "science to Year 7 and Year 8", "science", "Year 5" */
export function teachingWords({ subjects, years }: Teaching): string {
  const ofYears = years.length > 0 ? yearWords(years.toSorted(byYear).join(', ')) : '';
  if (subjects.length === 0) return ofYears;
  const ofSubjects = formatList(subjects);
  return ofYears ? t('{subjects} to {years}', { subjects: ofSubjects, years: ofYears }) : ofSubjects;
}

const byYear = (a: string, b: string): number => (Number(a) || 0) - (Number(b) || 0);

/** The rules about subject and phase that a person does not share with the group, where both are known. */
export function adviceOn(theirs: Teaching | undefined, about: About): MembershipRule['rule'][] {
  const apart = (known: readonly string[], wanted: readonly string[]): boolean =>
    known.length > 0 && wanted.length > 0 && shared(known, wanted).length === 0;
  return [
    ...(apart(theirs?.subjects ?? [], subjectsIn(about.subject)) ? (['same-subject'] as const) : []),
    ...(apart(theirs?.years ?? [], yearsIn(about.phase)) ? (['same-phase'] as const) : []),
  ];
}

/** Why a group may suit somebody who teaches this: it says that it is about a subject or a year of theirs. */
export function reasonToJoin(mine: Teaching, about: About): string | undefined {
  const subjects = shared(mine.subjects, subjectsIn(about.subject));
  const years = shared(mine.years, yearsIn(about.phase));
  return subjects.length === 0 && years.length === 0
    ? undefined
    : t('You teach {what}', { what: teachingWords({ subjects, years }) });
}

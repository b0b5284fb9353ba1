import type { FormPart } from './form-parts.ts';

/** What the partners want to work on, and for which pupils. */
export interface Focus {
  /** Priorities of the school, as they were called when chosen. */
  priorities: { id: string; title: string }[];
  /** Whether the programme's own topic is part of it. */
  topic: boolean;
  /** What each partner brought themselves, in their words; a line each. */
  own: string;
  pupils: string;
  looksLike: string;
  wouldKnow: string;
}

/** An observation as the agreement plans it. The id stays with it when it is moved. */
export interface PlannedDate {
  id: string;
  on: string;
  at: string | null;
  place: string;
  observerId: string;
  observedId: string;
}

/** Something to be done before peer coaching begins. Nobody named: everybody's. */
export interface Preparation {
  key: string;
  title: string;
  personId: string | null;
  dueOn: string | null;
}

/** The answer to one part; which pieces it has follows from the part's kind. */
export interface Answer {
  words: string;
  focus?: Focus;
  chosen?: string[];
  dates?: PlannedDate[];
  preparations?: Preparation[];
  reviewOn?: string | null;
}

/** Part of the form → answer. A part nobody has answered is absent. */
export type Answers = Readonly<Record<string, Answer>>;

export const noFocus: Focus = {
  priorities: [],
  topic: false,
  own: '',
  pupils: '',
  looksLike: '',
  wouldKnow: '',
};

/** The answer to the one part of this kind; an empty one when there is none yet. */
export const answerOfKind = (parts: readonly FormPart[], answers: Answers, kind: FormPart['kind']): Answer =>
  answers[parts.find((part) => part.kind === kind)?.id ?? ''] ?? { words: '' };

/** A line each, without the empty ones. */
export const linesOf = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);

/** The parts that must be answered before anybody can sign, and are not. */
export const missingParts = <P extends FormPart>(parts: readonly P[], answers: Answers): P[] =>
  parts.filter((part) => !part.hidden && part.required && !isAnswered(part, answers[part.id]));

function isAnswered(part: FormPart, answer: Answer | undefined): boolean {
  if (!answer) return false;
  switch (part.kind) {
    case 'focus':
      return answer.words !== '' && (answer.focus?.pupils ?? '') !== '';
    case 'observations':
      return (answer.dates ?? []).length > 0;
    case 'preparations':
      return answer.words !== '' || (answer.preparations ?? []).length > 0;
    case 'places':
      return answer.words !== '' || (answer.chosen ?? []).length > 0;
    case 'review':
      return answer.words !== '' && Boolean(answer.reviewOn);
    default:
      return answer.words !== '';
  }
}

/** Where the focus comes from, so that partners see the balance between the school's and their own. */
export function balanceOf(focus: Focus | undefined): 'nothing' | 'school' | 'own' | 'both' {
  const school = Boolean(focus && (focus.priorities.length > 0 || focus.topic));
  const own = Boolean(focus && focus.own !== '');
  if (school && own) return 'both';
  if (school) return 'school';
  return own ? 'own' : 'nothing';
}

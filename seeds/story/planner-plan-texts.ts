import type { Fields } from '../browser.ts';

/** What the school plans of mentoring and coaching, kind by kind. */

type Relationship = 'mentoring' | 'specialist-coaching' | 'co-coaching';
type Cell = 'purposes' | 'who' | 'when';
type PlanText = Readonly<Record<Cell, readonly [words: string, ...ticked: string[]]>>;

/** Last year: two kinds of relationship, and little about time. */
export const lastYear: Partial<Record<Relationship, PlanText>> = {
  mentoring: {
    purposes: ['For whoever is new.', 'induction'],
    who: ['The colleague next door, mostly.', 'new-to-school', 'early-career', 'same-role', 'leader-decides'],
    when: [
      'When there is time. There was not much.',
      'career-start',
      'on-joining',
      'term-1',
      'now-and-then',
      'own-time',
    ],
  },
  'co-coaching': {
    purposes: ['Within “Talk that teaches”.', 'use-1'],
    who: ['Partners found each other.', 'established', 'each-other', 'specialist-input', 'learner-chooses'],
    when: ['', 'after-input', 'term-1', 'term-2', 'monthly', 'in-school-day'],
  },
};

/** What changed in this year's, after last year's was copied into it. */
export const thisYear: Partial<Record<Relationship, PlanText>> = {
  mentoring: {
    purposes: [
      'Induction is a plan of its own now, and mentoring is one part of it. New this year: for those who grow into a role, and for a hard moment, which nobody but Helen and the two hear of.',
      'induction',
      'progression',
      'challenge',
    ],
    who: [
      'Mentors offer, and the one who learns asks. Preparation first.',
      'new-to-school',
      'early-career',
      'new-role',
      'hard-moment',
      'assistants',
      'same-role',
      'prepared',
      'brokers',
      'learner-chooses',
      'learner-may-refuse',
      'no-managers',
      'no-appraisal',
    ],
    when: [
      'One hour a week for those in induction, on the cover sheet. For assistants it counts as working time.',
      'career-start',
      'on-joining',
      'at-new-role',
      'at-challenge',
      'term-1',
      'term-2',
      'term-3',
      'weekly',
      'fortnightly',
      'in-school-day',
      'protected',
      'quiet-place',
    ],
  },
  'specialist-coaching': {
    purposes: [
      'One cycle a term for whoever wants one. We begin with two coaches and see how many hours it takes.',
      'use-1',
      'use-2',
      'one-aspect',
    ],
    who: [
      'Two of our own, and Catrin Beddoe from the clinic for the little ones.',
      'established',
      'same-aspect',
      'prepared',
      'other-profession',
      'learner-chooses',
      'no-managers',
    ],
    when: [
      'The head takes two lessons a week for it herself.',
      'any-stage',
      'when-reviewing',
      'term-1',
      'term-2',
      'fortnightly',
      'in-school-day',
      'protected',
      'workplace',
    ],
  },
};

export const fieldsOf = (text: PlanText): Fields =>
  Object.fromEntries(
    Object.entries(text).flatMap(([cell, [words, ...ticked]]) => [
      [`${cell}_words`, words],
      ...ticked.map((id) => [`${cell}-${id}`, 'yes']),
    ]),
  ) as Fields;

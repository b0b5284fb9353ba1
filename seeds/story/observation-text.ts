/** An observation that two people arranged between themselves, in the order in which it happened. */
export interface ObservationText {
  slug: string;
  begins: number;
  observed: string;
  observer: string;
  /** Whether it takes place in their partnership; otherwise a specialist comes in the programme. */
  peer: boolean;
  /** The teaching week, counted from the programme's first, and the day of it: 0 is Monday. */
  when: readonly [week: number, day: number, time: string];
  place: string;
  pupils: string;
  focus: string;
  /** How far it has come. Left out: the other has not answered yet. */
  stands: 'proposed' | 'agreed' | 'feedback-owed' | 'written';
  predicted?: readonly [expect: string, unsure: string];
  noticed?: readonly [happened: string, different: string];
  /** A partner's notes: what was asked for, moves, pupils, my plan, a question. A specialist's: pupils, what they responded to, keep, try. */
  seen?: readonly string[];
  plan?: readonly [goal: string, practice: string, evidence: string];
}

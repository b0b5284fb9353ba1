import type { Fields } from '../browser.ts';
import type { Asked } from './group-forms.ts';

/** A protocol that Priya made out of another, and the group that runs from its first version. */

export const title = 'One small change';

/** Step by step what she changed before the first version; each is sent whole, as its form does. */
export const firstChanges: Readonly<Record<string, Fields>> = {
  choose: {
    kind: 'prompt',
    title: 'One routine, one change, three pupils',
    prompt:
      'Choose a routine your pupils know. Say what stays the same, the one thing you will change, and the three pupils you will look at.',
    stage: 'hold-still',
    week: 1,
    minutes: 15,
    in_school_day: 'yes',
    required: 'yes',
    strand: 'practice',
    lead: 'teachers',
    mode: 'own-time',
    ingredient: 'one-change',
    writing: 'each',
    section_title_0: 'The routine',
    section_prompt_0: 'What happens in it, and when do you use it?',
    section_title_1: 'The one thing I change',
    section_prompt_1: 'Small enough to say in a sentence.',
    section_title_2: 'My three pupils, and what I expect of them',
    section_prompt_2: 'First names or “Pupil A”. Say it before you look.',
  },
  'first-meeting': {
    kind: 'meeting',
    title: 'Half an hour over what pupils did',
    prompt:
      'Bring what your three pupils did, before and after. Look first, explain later. Promise the next change: one each.',
    stage: 'change-one',
    week: 3,
    minutes: 30,
    in_school_day: 'yes',
    required: 'yes',
    strand: 'peer',
    lead: 'teachers',
    mode: 'in-person',
    ingredient: 'looked-at-together',
    form: 'meeting-agenda',
    after: ['side-by-side'],
    promises: 1,
  },
};

/** What it is as a whole, in her words. */
export const about: Fields = {
  plain:
    'Change one thing in a routine your pupils know, and watch three of them. Two meetings in six weeks, over what those three did.',
  suits: 'You have half an hour every third week, and a question small enough for one lesson.',
  limits:
    'Three pupils are three pupils. What they did may have other reasons, such as the day or the topic.\nWe have used it for one term. Nobody has looked at whether pupils gain from it.',
  started_by: 'anyone',
  weeks: 6,
  fewest_terms: 1,
  most_terms: 1,
  size_of: 'group',
  size_min: 2,
  size_max: 6,
  from_source: 'One routine, one change at a time, and looking at what pupils do.',
  ours: 'Three pupils to look at, and half an hour for the first meeting, which is what our Mondays have room for.',
};

/** What a term with it taught: the second version. */
export const laterChange: Fields = {
  kind: 'pupil-evidence',
  title: 'Put them side by side again',
  prompt:
    'Lay what pupils did beside the earlier pieces. Ask two of your three what they noticed, and write down their words.',
  stage: 'change-next',
  week: 5,
  minutes: 20,
  in_school_day: 'yes',
  required: 'yes',
  strand: 'pupils',
  lead: 'teachers',
  mode: 'in-person',
  ingredient: 'pupils-respond',
  after: ['try-again'],
};

export const group = {
  title: 'Marking that gets read',
  question:
    'I write a great deal and they read very little of it. What one change makes pupils do something with a comment?',
  subject: 'Feedback',
  phase: 'Years 3 to 6',
} as const;

export const askedIn: readonly Asked[] = [
  { key: 'harriet', words: 'Same books, same pens, same pile. Shall we change one thing each?' },
  {
    key: 'mentors',
    words: 'You told the new teachers to write less and mean more. Show us how that goes in Year 3.',
    replaces: 'My second evening of marking.',
  },
];

/** What each chose for themselves at the first step. */
export const choices: Readonly<Record<string, readonly [routine: string, change: string, pupils: string]>> = {
  jakub: [
    'I mark the arithmetic books on Tuesdays. They open them on Wednesdays and turn the page.',
    'No ticks and crosses. A dot in the margin of a line where something is wrong, and five minutes on Wednesday to find it.',
    'Pupil A will find all of hers. Pupil B will ask his neighbour. Pupil C will rub out the dot.',
  ],
  harriet: [
    'Two comments under each piece of science writing, one good and one to do.',
    'One question, which they answer under it before they write anything new.',
    'Pupil A will answer with one word. Pupil B will answer at length and not change the work. I do not know about Pupil C.',
  ],
  mentors: [
    'I write in the margin of every story while they are at lunch.',
    'I write nothing. I sit down with three of them for two minutes each and ask what they would change.',
    'Pupil A will say “nothing”. Pupil B will start again from the beginning. Pupil C will ask me to read it aloud.',
  ],
};

export const toJakub =
  'My pile is as high as yours, and Year 5 read even less of it. May I come in for the second half?';

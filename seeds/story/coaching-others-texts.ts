import type { PairText, TimesText } from './coaching-text.ts';

/** Smaller pairings, of which little is written, and questions that led to nothing or wait. */

const duringSchool = { in_school_day: 'yes', protected: 'yes' } as const;

export const sianOffers = {
  kinds: ['mentoring'],
  about:
    'When a class or one child takes all you have. I have been there, twice, and I know whom to ring. I do not tell people to use a chart.',
  subjects: '',
  phases: 'All',
  place: 'The room behind the library',
  places: 2,
} as const;

/** For challenge: a hard class. Hardly anything of it is written, as the two want it. */
export const oliverAndSian: PairText = {
  learner: 'oliver',
  others: ['senco'],
  kind: 'mentoring',
  purpose: 'challenge',
  rhythm: 'fortnightly-year',
  begins: -8,
  asks: 'Could we talk? Not about the plan. About me and 1A.',
  agreement: {
    about: 'The afternoons.',
    rhythm: 'Every second Thursday, 12:20, behind the library.',
    time: 'Lunch, until Daniel finds cover.',
    'between-us': 'All of it, unless a child is in danger.',
    feedback: 'Sian asks. She comes in when Oliver says so.',
    records: 'Nothing but this.',
    ending: 'Any day.',
    review: 'After the fifth time',
  },
  lookAgain: 5,
};
export const oliversTimes: TimesText = {
  weeks: [-7, -5, -3],
  day: 3,
  at: '12:20',
  minutes: 40,
  made: { place: 'Behind the library' },
};

/** An assistant of many years, asked by two who are new to what they do. */
export const assistantOffers = {
  kinds: ['mentoring'],
  about:
    'Eleven years as a TA, from Reception to Year 6. Reading with small groups, playground, what to do when the teacher is away and it is suddenly you.',
  subjects: 'Reading',
  phases: 'All',
  place: 'Staff room, quarter past eight',
  places: 2,
} as const;

export const assistantPairs: readonly { pair: PairText; times: TimesText }[] = [
  {
    pair: {
      learner: 'of-reception',
      others: ['experienced'],
      kind: 'mentoring',
      purpose: 'progression',
      rhythm: 'fortnightly-year',
      begins: -8,
      asks: 'I am to take the phonics group soon. Would you show me how you begin?',
      agreement: {
        about: 'Leading a phonics group of six without the teacher in the room.',
        rhythm: 'Every second Friday, 8:15, staff room.',
        time: 'It counts as working time. Tom has changed our sheets.',
        'between-us': 'It stays here. Children in danger: Daniel.',
        feedback: 'One thing that went well, one to try.',
        records: 'The steps, if any.',
        ending: 'We tell Helen.',
        review: 'When I have had the group for ten weeks',
      },
      lookAgain: 6,
    },
    times: {
      weeks: [-7, -5, -3, -1, 1],
      day: 4,
      at: '08:15',
      minutes: 30,
      made: { place: 'Staff room', ...duringSchool },
    },
  },
  {
    pair: {
      learner: 'of-year-2',
      others: ['experienced'],
      kind: 'mentoring',
      purpose: 'progression',
      rhythm: 'fortnightly-year',
      begins: -7,
      asks: 'Bronwen says that you know how to stop doing it for them. I do it for them.',
      agreement: {
        about: 'Helping less, so that they can do more.',
        rhythm: 'Every second Wednesday after lunch, ten minutes more if needed.',
        time: 'Bronwen has the class for story.',
        'between-us': 'Between us.',
        feedback: 'Straight out. Kindly.',
        records: 'None.',
        ending: 'Say so.',
        review: 'In the new term',
      },
      lookAgain: 8,
    },
    times: {
      weeks: [-6, -4, -2, 0],
      day: 2,
      at: '13:00',
      minutes: 30,
      made: { place: 'The cloakroom of 2A', ...duringSchool },
    },
  },
];

/** A first try that was ended after two weeks, without a reason, and somebody else found afterwards. */
export const rosaFirst: PairText = {
  learner: 'music',
  others: ['harriet'],
  kind: 'specialist-coaching',
  rhythm: 'fortnightly',
  begins: -7,
  asks: 'Your pairs and openings: would they work in a choir rehearsal? I see each class for forty minutes a week.',
};
export const rosaThen: PairText = {
  learner: 'music',
  others: ['bronwen'],
  kind: 'mentoring',
  purpose: 'progression',
  rhythm: 'fortnightly-year',
  begins: -5,
  asks: 'I teach all fourteen classes and have none. I would like somebody to think with about leading music from next year.',
  agreement: {
    about: 'From teaching music to leading it: a plan for the year, and how to ask colleagues for things.',
    rhythm: 'Every second Monday, 15:30, in the hall.',
    time: 'After school. We look for something better when the timetable changes.',
    'between-us': 'Ours.',
    feedback: 'Questions first.',
    records: 'Rosa’s plan is Rosa’s.',
    ending: 'Either of us, no reasons.',
    review: 'After half a year',
  },
  lookAgain: 9,
};
export const rosasTimes: TimesText = {
  weeks: [-4, -2, 0],
  day: 0,
  at: '15:30',
  minutes: 60,
  made: { place: 'The hall' },
};

/** Answered with no, and that was that. */
export const notThisTime: PairText = {
  learner: 'sport',
  others: ['harriet'],
  kind: 'specialist-coaching',
  rhythm: 'fortnightly',
  begins: -6,
  asks: 'Could you come and listen to what I say in the hall? They tell me that nobody can hear the end of my sentences.',
};

/** Asked last week; he has not answered. */
export const waits: PairText = {
  learner: 'elif',
  others: ['jakub'],
  kind: 'specialist-coaching',
  rhythm: 'fortnightly',
  begins: -1,
  asks: 'You let them whisper in the silence. Mine are six and shout. Would you come and look at my number talks, four times or so?',
};

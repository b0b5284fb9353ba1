import { begins } from './days.ts';

/** Who watches whom, in which teaching week counted from the programme's first, on which day of it (0 is Monday). */
export type PlannedVisit = readonly [
  observer: string,
  observed: string,
  week: number,
  day: number,
  time: string,
  place: string,
];

/** What partners write into the eight parts of their agreement. */
export interface Pact {
  slug: string;
  /** The teaching week in which the programme begins. */
  begins: number;
  /** The first of them proposes. */
  partners: readonly [string, ...string[]];
  proposal: string;
  priority: string;
  own: string;
  focus: string;
  pupils: string;
  looksLike: string;
  wouldKnow: string;
  how: string;
  places: readonly string[];
  record: string;
  visits: readonly PlannedVisit[];
  often: string;
  feedback: string;
  before: string;
  review: string;
  reviewWeek: number;
  support: string;
  coachingRecord: string;
}

const reading = {
  slug: 'reading-together',
  begins: begins.reading,
  priority: 'Everybody reads for meaning',
} as const;
const numbers = {
  slug: 'how-numbers-are-made',
  begins: begins.numbers,
  priority: 'A firm start in number',
} as const;

export const aminaAndGethin: Pact = {
  ...reading,
  partners: ['amina', 'gethin'],
  proposal:
    'We share a corridor and a problem: they read it all and keep none of it. Will you work on that with me?',
  own: 'Amina: I do most of the talking in a guided group\nGethin: saying out loud what I think while I read',
  focus:
    'Reading aloud to a group of six and saying what we think as we go, then asking them to do the same.',
  pupils: 'Six pupils in 4A and six in 4B who read fluently and understand little of it.',
  looksLike: 'They stop when a sentence makes no sense, and say what puzzles them.',
  wouldKnow: 'We count the questions that they ask of the text, not of us, in ten minutes.',
  how: 'One text a week, the same in both classes. Monday we read, Wednesday we share the reading, Friday they lead.',
  places: ['log', 'pupil-work', 'photographs'],
  record: 'A line in the log after each session; the group’s page of questions, photographed.',
  visits: [
    ['gethin', 'amina', 4, 2, '09:30', '4A'],
    ['amina', 'gethin', 6, 3, '09:30', '4B'],
    ['gethin', 'amina', 8, 2, '09:30', '4A'],
  ],
  often: 'Every other week, in reading, half past nine.',
  feedback:
    'Straight afterwards while the teaching assistants take both classes out: twenty minutes in the reading corner.',
  before: 'Tell the rest of each class what they do while a group reads, and practise it for a week.',
  review: 'After we have each been watched once.',
  reviewWeek: 8,
  support: 'Swap texts that caught somebody; sit together at the seminars.',
  coachingRecord: 'One page for each visit, kept by the one who was watched.',
};

/** What they wrote when they agreed again for the second cycle. */
export const againAminaAndGethin: Partial<Pact> = {
  focus: 'Handing over: pupils lead the group, and we say nothing for five minutes at a time.',
  how: 'Each Friday a different pupil leads with the prompt cards. One of us keeps the time, and quiet.',
  wouldKnow: 'The same count of questions; and how many of them somebody else answers.',
  visits: [
    ['amina', 'gethin', 15, 3, '09:30', '4B'],
    ['gethin', 'amina', 18, 2, '09:30', '4A'],
    ['amina', 'gethin', 19, 3, '09:30', '4B'],
  ],
  review: 'Before the final seminar.',
  reviewWeek: 21,
};

export const threeInReading: Pact = {
  ...reading,
  partners: ['sofia', 'mentors', 'yusuf'],
  proposal: 'Three of us, three ages: Helen and Yusuf in Year 3, I in Year 5. Shall we see how it grows?',
  own: 'Sofia: long sentences\nHelen: questions that are not tests\nYusuf: what to do after phonics',
  focus: 'Asking questions of a text before, during and after reading it.',
  pupils: 'Two pupils from each of our classes, met as a group of six on Thursdays.',
  looksLike: 'They ask something whose answer is not in the text.',
  wouldKnow: 'We keep every question they ask on a strip of paper and sort the strips each month.',
  how: 'Sofia reads with the six on Thursday; Helen and Yusuf do the same with their classes the week after.',
  places: ['pupil-work', 'log'],
  record: 'The strips, in envelopes by month; a line each in the log.',
  visits: [
    ['mentors', 'sofia', 15, 3, '13:30', 'the library'],
    ['yusuf', 'sofia', 16, 3, '13:30', 'the library'],
    ['sofia', 'yusuf', 18, 3, '13:30', '3B'],
  ],
  often: 'In the second cycle, when the six are used to us: once each, twice for Yusuf, who asked for it.',
  feedback: 'On the day, ten minutes each at the end of school. The one who taught begins.',
  before: 'Find somewhere for the six to meet; the library is free on Thursdays after lunch.',
  review: 'When all three of us have been watched.',
  reviewWeek: 16,
  support: 'Yusuf sits in on Sofia’s planning twice a term.',
  coachingRecord: 'A sentence on the back of the envelope.',
};

export const oliverAndMei: Pact = {
  ...numbers,
  partners: ['oliver', 'mei'],
  proposal: 'Year 1 together, so that the ten-frame means the same in both rooms?',
  own: 'Oliver: they count everything from one\nMei: what comes after the ten-frame',
  focus: 'Seeing a number without counting it: five and some more.',
  pupils: 'Four pupils in each Year 1 class who count from one every time.',
  looksLike: 'They say “five and two” when they see seven, and do not point.',
  wouldKnow: 'Flash a ten-frame for two seconds, eight cards, and note how they found the number.',
  how: 'Five minutes a day at the start of mathematics, the same cards in both rooms.',
  places: ['log', 'photographs'],
  record: 'A tick sheet for each of the eight, and a line a week.',
  visits: [
    ['mei', 'oliver', 6, 1, '09:15', '1A'],
    ['oliver', 'mei', 8, 1, '09:15', '1B'],
  ],
  often: 'Once each before the half-way meeting.',
  feedback: 'Over lunch on the same day.',
  before: 'Make a second set of cards, with the dots arranged differently.',
  review: 'After both visits.',
  reviewWeek: 9,
  support: 'We plan the first half-hour of the week together.',
  coachingRecord: 'A line each in the log.',
};

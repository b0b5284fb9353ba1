import type { GoalText, PairText, TalkText, TimesText } from './coaching-text.ts';

/** Sofia with Harriet, in the rhythm of one cycle a term; Mei with a therapist, who sees what she is shown. */

export const harrietOffers = {
  kinds: ['specialist-coaching'],
  about:
    'Talk about texts: pairs, openings, who speaks after whom. I was in “Talk that teaches” and have kept two things of it going for a year. Glad to come and look at one moment of a lesson.',
  subjects: 'Reading, writing',
  phases: 'Years 4 to 6',
  place: 'Your room',
  places: 2,
} as const;

export const sofiaAndHarriet: PairText = {
  learner: 'sofia',
  others: ['harriet'],
  kind: 'specialist-coaching',
  rhythm: 'fortnightly-whole-school',
  begins: -5,
  asks: 'Could I have you for one round this term? One thing: my pairs talk, but when I ask the class afterwards nothing of it is there.',
  agreement: {
    about:
      'The two minutes after talk in pairs, in reading, 5B. What the pair has said should come back into the room.',
    rhythm: 'One lesson and one talk, and the same again after two weeks. My room.',
    time: 'Priya takes 6B for the two lessons. The talks are instead of the Thursday phase meeting.',
    'between-us': 'All of it. Safeguarding goes to Daniel, as always, and we would say so.',
    feedback: 'Harriet writes down what pupils say, and nothing about me. I read it first, alone.',
    records: 'Steps are mine. Harriet’s sheet stays with me. No filming this time.',
    ending: 'Either of us, any time. Helen finds somebody else if I want somebody.',
    review: 'After the second visit',
  },
  lookAgain: 1,
};

const sofiasTime = {
  minutes: 60,
  made: { place: '5B', in_school_day: 'yes', protected: 'yes', cover_minutes: 60 },
};
export const sofiasVisits: TimesText = {
  weeks: [-3, -1],
  day: 1,
  at: '09:30',
  kinds: { [-3]: 'lesson', [-1]: 'lesson' },
  ...sofiasTime,
};
export const sofiasTalks: TimesText = {
  weeks: [-3, -1, 0],
  day: 3,
  at: '15:40',
  kinds: { 0: 'review' },
  ...sofiasTime,
  made: { place: '5B', protected: 'yes' },
};

export const sofiasGoal: GoalText = {
  goal: 'After talk in pairs I hear what the pair agreed on, and not what the quicker one thinks.',
  pupils: 'The six pairs on the window side of 5B',
  looks: 'They say “we” and one finishes the other’s sentence. They write one line together before I ask.',
  readers: 'pairing',
};

export const sofiasTalk: TalkText = {
  week: -3,
  begunBy: 'harriet',
  parts: {
    noticed: [
      'harriet',
      'Eleven pairs talked, ten of them about the question. At “so, what did you find?” the same four answered, each beginning with “I think”. In two pairs the one who had said it first was not the one who said it to the class.',
    ],
    made: [
      'sofia',
      'My question asks for one person’s answer, so I get one person’s answer. It is not that they did not talk.',
    ],
    plan: ['sofia', 'Tuesday’s chapter. One line on the board, written by both, before I ask anything.'],
    next: ['sofia', 'Two steps, both written down. Harriet comes back in two weeks, same lesson.'],
  },
  notes: [
    {
      by: 'harriet',
      began: 'sofia',
      subject: 'Where the talk goes when it is over',
      as: ['observation-notes', 'curious', 'episode', 'past-lessons'],
    },
    {
      by: 'harriet',
      began: 'harriet',
      subject: 'The words of my question',
      as: ['observation-notes', 'neutral', 'critical-moment', 'past-lessons'],
    },
    {
      by: 'harriet',
      began: 'sofia',
      subject: 'What to put in its place on Tuesday',
      as: ['lesson-plan', 'supportive', 'episode', 'future-teaching'],
    },
  ],
};

export const meiAndCatrin: PairText = {
  learner: 'mei',
  others: ['therapist'],
  kind: 'specialist-coaching',
  rhythm: 'another-profession',
  begins: -9,
  asks: 'Dear Catrin, when you came for Maya’s review you got more words out of them in ten minutes of bricks than I do in a morning. I would like to learn what you do with your voice. I can make Monday afternoons free.',
  agreement: {
    about: 'How Mei joins in when 1B play, so that children who say little say more.',
    rhythm: 'Every third Monday, 13:15, in 1B. The video call when Catrin is at the clinic.',
    time: 'Oliver takes both classes for singing. The head has agreed it with the clinic for the year.',
    'between-us':
      'Catrin is not here about particular children. If one comes up, we stop and do it the proper way, with Sian and the parents. Nothing of this goes to anybody’s record.',
    feedback:
      'Catrin describes what a child did straight after something Mei said. Mei says what she was after.',
    records: 'Mei writes her goals and decides what Catrin sees. No films leave the building.',
    ending: 'A message is enough.',
    review: 'After the third Monday',
  },
  lookAgain: 4,
};

export const meisTimes: TimesText = {
  weeks: [-8, -5, -2, 1],
  day: 0,
  at: '13:15',
  minutes: 45,
  kinds: { [-5]: 'lesson', [-2]: 'lesson' },
  made: { place: '1B', in_school_day: 'yes', protected: 'yes' },
};

/** She shares the one. The other is between herself and the page. */
export const meisSharedGoal: GoalText = {
  goal: 'When children play I say what I see, and leave a gap, before I ask anything.',
  pupils: 'Five in 1B who answer with one word or a nod',
  looks: 'They put a second sentence to their own first one, to me or to one another.',
  readers: 'pairing',
};
export const meisOwnGoal: GoalText = {
  goal: 'I can stand it when it is quiet.',
  pupils: 'The five, and me',
  looks: 'Nobody fills the gap for five seconds. Then one of them does.',
  readers: 'me',
};

export const meisTalk: TalkText = {
  week: -5,
  begunBy: 'therapist',
  parts: {
    noticed: [
      'therapist',
      'In nine minutes with the bricks: 31 questions from Mei, 24 answers of one word. Twice Mei said “that’s a very long way down” and nothing else. After the first a boy said four sentences about a lift. After the second a girl who had not spoken said “it’s for the baby”.',
    ],
    made: [
      'mei',
      'I ask because I am the teacher. When I only say what I see, they correct me, and correcting is talking.',
    ],
    next: ['mei', 'Water tray, five minutes a day, no question marks.'],
  },
};

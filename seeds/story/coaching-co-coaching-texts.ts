import type { GoalText, PairText, StepText, TalkText, TimesText } from './coaching-text.ts';

/** Amina and Gethin: each with a goal of their own, and each in the other's classroom. */

export const aminaAndGethin: PairText = {
  learner: 'amina',
  others: ['gethin'],
  kind: 'co-coaching',
  rhythm: 'fortnightly-term',
  begins: -10,
  asks: 'We plan together anyway. Shall we also look at each other on purpose? I would take the moment when somebody explains, you said you wanted to get off the board.',
  agreement: {
    about:
      'Amina: that pupils explain somebody else’s way. Gethin: that pupils put right what stands on the board, and not he. Both in mathematics, Year 4.',
    source:
      'The two films of Jakub and Harriet from “Talk that teaches”, which they showed all of us. We look at the second one again when we are half-way.',
    rhythm: 'Every second Thursday, 15:40, in 4B because it has the heater. Amina first, then by turns.',
    time: 'It takes the place of one of our two planning hours. For the visits Priya takes the class.',
    'between-us': 'Ours. Children in danger: Daniel, and we tell each other that we went.',
    feedback:
      'Who taught begins. Who watched says only what the children said and did. “I would have” is not allowed until asked.',
    records: 'A line or two each. We both read everything, nobody else does.',
    ending: 'Whoever has had enough says so over coffee. We look at this after the first visits.',
  },
};

export const theirTimes: TimesText = {
  weeks: [-9, -7, -5, -3, -1, 1],
  day: 3,
  at: '15:40',
  minutes: 45,
  kinds: { [-9]: 'planning', 1: 'planning' },
  made: { place: '4B', protected: 'yes' },
};

export const aminasGoal: GoalText = {
  goal: 'Before anybody says whether an answer is right, a second pupil explains how the first one got there.',
  pupils: 'The four in 4A who are quick and the five who copy them',
  looks: 'They say “she means” or “he went”, and look at the one who had the idea.',
  readers: 'pairing',
};

export const gethinsGoal: GoalText = {
  goal: 'I leave what is wrong on the board until a pupil changes it.',
  pupils: 'All of 4B, and above all the front row',
  looks: 'Somebody comes out, changes it and says why. Somebody else argues.',
  readers: 'pairing',
};

export const aminasSteps = (on: (week: number, day: number) => string): StepText[] => [
  {
    words: '“How did Ruben get there?” to somebody who is not Ruben.',
    where: 'Mathematics, after the first answer',
    rehearsed: ['yes', 'together'],
    tried: [on(-8, 1), 'Three could say it. One said “he just knows”, and Ruben said that he did not.'],
    revisited: [on(-6, 1), 'by-itself', 'They begin with “she means” by themselves now, also in reading.'],
  },
  {
    words: 'Two ways side by side, without the names of who had them.',
    where: 'Wednesdays, for the last ten minutes',
    rehearsed: ['yes', 'alone'],
    tried: [
      on(-1, 2),
      'They argued for seven minutes about which one is quicker. Nobody asked me. Two of the five joined in.',
    ],
  },
];

export const gethinsSteps = (on: (week: number, day: number) => string): StepText[] => [
  {
    words: 'Put the pen down and go and stand by the sink.',
    where: 'When something wrong is on the board',
    rehearsed: ['no', 'not-needed'],
    tried: [on(-6, 0), 'Long silence. Then Carys got up.'],
    revisited: [on(-4, 0), 'with-thought', 'I still say “are we sure?” in a voice that tells them.'],
  },
];

export const theirTalks: readonly TalkText[] = [
  {
    week: -9,
    begunBy: 'amina',
    parts: {
      plan: [
        'gethin',
        'Both classes do 7 × 8 by another way than counting on. Amina asks for a second pupil to explain, Gethin leaves a wrong one up. Same day, so that we can compare.',
      ],
      'asked-amina': [
        'gethin',
        'What will you do if the second pupil explains it wrongly? Who decides then?',
      ],
      'answers-amina': [
        'amina',
        'The first one does. It is her idea. I stay out of it as long as I can bear it.',
      ],
      'asked-gethin': ['amina', 'Why does it matter to you that you are not the one who rubs it out?'],
      'answers-gethin': ['gethin', 'Because they stop looking when I pick up the pen. You can hear it.'],
      next: ['amina', 'Tuesday, both. We tell each other on the stairs.'],
    },
  },
  {
    week: -3,
    begunBy: 'gethin',
    parts: {
      noticed: [
        'gethin',
        'In 4A on Wednesday: eight times “she means” or “he means”. Twice the one who was meant said “no I don’t”. Amina spoke for four of the twelve minutes.',
      ],
      made: [
        'amina',
        'The “no I don’t” are the best part and I went past both of them. It may also be that they only said it because Gethin was sitting there.',
      ],
      'asked-gethin': ['amina', 'You said you stood at the sink. What did the front row do?'],
      'answers-gethin': ['gethin', 'They turned round and looked at me. So the sink is not far enough.'],
      next: ['gethin', 'Amina stops at the next “no I don’t”. I sit down on a chair at the back.'],
    },
    notes: [
      {
        by: 'amina',
        began: 'gethin',
        subject: '“No I don’t”',
        as: ['observation-notes', 'curious', 'critical-moment', 'past-lessons'],
      },
      {
        by: 'gethin',
        began: 'amina',
        subject: 'The sink',
        as: ['recall', 'supportive', 'episode', 'past-lessons'],
      },
    ],
  },
];

/** Gethin in 4A. */
export const visit = {
  week: -3,
  day: 2,
  time: '10:50',
  place: '4A',
  pupils: 'The five who copy',
  focus: 'Who looks at whom while somebody explains another pupil’s way.',
  predicted: [
    'They will look at me and not at the one whose idea it was.',
    'Whether anybody says that they were misunderstood.',
  ],
  noticed: [
    'They looked at me for the first two and then at each other. Twice somebody said “no I don’t”.',
    'I went past both. I was pleased about the sentence and did not listen to it.',
  ],
  seen: [
    'Who looks at whom while somebody explains.',
    'After her question she moved to the side each time. At the third she said nothing at all.',
    'Eight times “she means”. Two said “no I don’t”. The boy by the radiator, who copies, explained Ruben’s way with his hands.',
    'Sit at the back when something wrong is on the board.',
    'Did you hear the second “no I don’t”?',
  ],
  plan: [
    'Whoever was misunderstood gets the last word.',
    'Mathematics, first answer of the day.',
    'I write down one “no I don’t” a week.',
  ],
} as const;

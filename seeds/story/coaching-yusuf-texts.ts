import { type GoalText, note, type PairText, type TalkText, type TimesText } from './coaching-text.ts';

/** Yusuf, in his second year of teaching, with Bronwen from the class below: every week since the term began. */

export const bronwenPrepares = {
  'what-it-is': {
    'own-words':
      'I am somebody from down the corridor who has made the same mistakes. I am not his tutor, I sign nothing, and I do not report to Daniel.',
    mistaken:
      'He could think I am checking whether he is good enough. I shall say on the first Tuesday who does that, and that it is not me.',
  },
  'listening-and-asking': {
    'five-minutes':
      'Asked Elif about her phonics hour. I left out that she laughed when she told me the worst part. It mattered.',
  },
  'trust-and-the-wall': {
    'first-words':
      '“What you tell me on Tuesdays stays on Tuesdays. If I were worried about a child I would have to say so, and I would tell you first.”',
  },
} as const;

export const bronwenOffers = {
  kinds: ['mentoring'],
  about:
    'Fourteen years in Years 1 to 3, six of them in 2A. I can help with the first half-hour of the day, with reading, and with parents at the gate. I have mentored once before and talked too much.',
  subjects: 'English, mathematics',
  phases: 'Years 1 to 3',
  place: '2A, or a walk round the field',
  places: 2,
} as const;

export const yusufAndBronwen: PairText = {
  learner: 'yusuf',
  others: ['bronwen'],
  kind: 'mentoring',
  purpose: 'induction',
  rhythm: 'weekly-first-term',
  begins: -10,
  asks: 'Hello Bronwen. Last year I mostly survived. This year I would like to get whole-class talk in maths to work, and I would rather learn it next to somebody than from a folder. You had most of these children in Year 2. Would you?',
  agreement: {
    about:
      'Whole-class talk in mathematics in 3B. After our twelve weeks more of them should answer than the same seven. Bronwen knows half of the class, Yusuf knows this year’s.',
    rhythm: 'Tuesdays 14:00 to 14:45 in 2A while both classes have music and PE, for twelve weeks.',
    time: 'It is Yusuf’s protected time, and Bronwen’s class has PE with Callum. Daniel has said yes and put it on the cover sheet.',
    'between-us':
      'What we say stays here. Nothing of it goes to the tutor or into appraisal. If a child may be in danger we go to Daniel together. Yusuf may tell anybody anything about himself.',
    feedback:
      'Yusuf says first what the children did. Bronwen adds what she saw, and keeps advice until he asks for it. She may say “may I suggest something?” once in a meeting.',
    records:
      'Goals and steps are Yusuf’s. Notes of a conversation are ours. Nobody else reads them. The induction record is kept elsewhere, by the tutor.',
    ending: 'Either of us can stop or ask Helen for somebody else. No reason needed.',
    review: 'On the last Tuesday of the twelve',
  },
  lookAgain: 3,
};

export const yusufsTimes: TimesText = {
  weeks: [-9, -8, -7, -6, -5, -4, -3, -2, -1, 0, 1, 2],
  day: 1,
  at: '14:00',
  minutes: 45,
  kinds: { [-7]: 'lesson', [-3]: 'rehearsal', [-1]: 'lesson', 2: 'review' },
  made: { place: '2A', in_school_day: 'yes', protected: 'yes', cover_minutes: 45 },
};

export const firstGoal: GoalText = {
  goal: 'When I have asked a question in mathematics I stay quiet until I have seen most of them think.',
  pupils: 'The eight in 3B who have not answered in the first three weeks',
  looks: 'They look up, whisper to a neighbour or write something on the board before anybody is named.',
  readers: 'pairing',
};

export const secondGoal: GoalText = {
  goal: 'I let a second pupil say what the first one meant, before I say whether it is right.',
  pupils: 'The same eight, and the four who always answer',
  looks: 'They turn to whoever spoke and begin with that pupil’s name or words.',
  adjusts:
    'I keep the silence. I no longer count aloud in my head, I watch two faces at the window table instead. New is that the silence is not the end of it.',
  readers: 'pairing',
};

export const cameOfFirst =
  'Five of the eight have answered by themselves. Two whisper to a neighbour, who says it for them. One does not want to and has told me why. The seven fast ones complained for a week and then got used to it.';

const by = 'bronwen';

/** At first Bronwen begins nearly every stretch; later Yusuf does. */
export const yusufTalks: readonly TalkText[] = [
  {
    week: -9,
    begunBy: by,
    parts: {
      noticed: [
        'yusuf',
        'In Monday’s lesson nine questions. Seven hands, always the same. The back two tables did not look up once. I answered four of my own questions.',
      ],
      made: [
        by,
        'We think they have learned that somebody quick will do it. Yusuf thinks they are shy. We cannot tell yet which it is, and it may be different for each.',
      ],
      next: [
        'yusuf',
        'Count how long I wait on Thursday. Ask Ravi’s table on the carpet, not in front of all.',
      ],
    },
    notes: [
      note(by, by, 'What a first Tuesday is for', 'recall', 'supportive', 'theme', 'past-lessons'),
      note(
        by,
        by,
        'Who answered on Monday',
        'recall',
        'curious',
        'lesson',
        'past-lessons',
        'I asked six questions in a row. He answered with one word each.',
      ),
      note(by, by, 'Why the back tables do not look up', 'recall', 'neutral', 'episode', 'past-lessons'),
      note(
        by,
        'yusuf',
        'Whether it is fair to ask somebody who did not put a hand up',
        'something-else',
        'challenging',
        'theme',
        'future-teaching',
      ),
    ],
  },
  {
    week: -6,
    begunBy: 'yusuf',
    parts: {
      noticed: [
        'yusuf',
        'Bronwen’s tally from the lesson: fourteen questions, I waited at nine of them. At the nine, twelve different children spoke. At the five, three.',
      ],
      made: ['yusuf', 'I wait when the question is hard for me as well. When it is easy I rush.'],
      next: ['yusuf', 'One easy question on purpose, and wait at that one too. Wednesday.'],
    },
    notes: [
      note(by, by, 'The tally', 'observation-notes', 'neutral', 'lesson', 'past-lessons'),
      note(
        'yusuf',
        'yusuf',
        'Why I rush the easy ones',
        'observation-notes',
        'curious',
        'critical-moment',
        'past-lessons',
      ),
      note(
        by,
        by,
        'A way to hold back with the voice and the hands',
        'something-else',
        'telling',
        'episode',
        'planning',
        'I showed him. Too long. Next time ask him to show me.',
      ),
    ],
  },
  {
    week: -2,
    begunBy: 'yusuf',
    parts: {
      noticed: [
        'yusuf',
        'I brought three of their boards. On two of them the answer was there before the discussion began and they rubbed it out when Dexter said something else.',
      ],
      made: [
        by,
        'They trust Dexter more than themselves. Yusuf’s idea, which had not crossed my mind: let the quiet ones be asked what Dexter meant, so that they judge him.',
      ],
      plan: [
        'yusuf',
        'Thursday, fractions of a shape. Second question. Nobody is right until three have spoken.',
      ],
      next: ['yusuf', 'Try it twice before Tuesday. Go and watch Gethin, he does this every day.'],
    },
    notes: [
      note('yusuf', 'yusuf', 'Three boards', 'pupils-work', 'curious', 'critical-moment', 'past-lessons'),
      note(
        'yusuf',
        'yusuf',
        'Who decides in 3B what is right',
        'pupils-work',
        'curious',
        'theme',
        'past-lessons',
        'I think I have taught them to look at me, and they look at Dexter instead.',
      ),
      note(
        'yusuf',
        'yusuf',
        'Thursday’s second question',
        'lesson-plan',
        'supportive',
        'episode',
        'planning',
      ),
      note(by, by, 'What to do if nobody speaks', 'lesson-plan', 'curious', 'episode', 'future-teaching'),
    ],
  },
];

export const supportByGethin = {
  what: 'Watch Gethin’s class for twenty minutes when they talk about an answer that is wrong. Look at what he does with his face.',
  who: 'Gethin, 4B. I have asked whether he minds being watched. He does not.',
} as const;

export const supportCame =
  'Went on Wednesday. He writes the wrong answer up, steps aside and looks at the board as if he did not know. Four of them explained it away before he turned round.';

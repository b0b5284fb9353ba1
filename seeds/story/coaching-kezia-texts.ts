import { type GoalText, note, type PairText, type TalkText, type TimesText } from './coaching-text.ts';

/** Kezia, in her first year, with Dilys next door: shorter, and less of it written. */
export const keziaAndDilys: PairText = {
  learner: 'kezia',
  others: ['dilys'],
  kind: 'mentoring',
  purpose: 'induction',
  rhythm: 'weekly-first-term',
  begins: -9,
  asks: 'You said to knock. This is me knocking!',
  agreement: {
    about: 'Getting RB in, settled and out again. And how to talk with parents at the door.',
    rhythm: 'Wednesdays at lunch in RA, half an hour, this term',
    time: 'Our Wednesday duty is done by Rosa’s choir week about. Daniel knows.',
    'between-us': 'It stays with us. Worries about a child go to Daniel the same day.',
    feedback: 'What happened first. Then what Kezia thinks. Then Dilys.',
    records: 'As little as possible. Kezia writes, Dilys reads.',
    ending: 'We tell Helen, no reasons.',
    review: 'When the twelve weeks are over',
  },
  lookAgain: 3,
};

export const keziasTimes: TimesText = {
  weeks: [-8, -7, -6, -5, -4, -3, -2, -1, 0, 1, 2],
  day: 2,
  at: '12:20',
  minutes: 30,
  made: { place: 'RA', in_school_day: 'yes' },
};

export const keziasGoal: GoalText = {
  goal: 'I say what comes next once, and then show it.',
  pupils: 'The five who are last on the carpet',
  looks: 'They stand up and go without my saying their names.',
  readers: 'pairing',
};

export const keziasTalk: TalkText = {
  week: -5,
  begunBy: 'kezia',
  parts: {
    noticed: ['kezia', 'I said “coats” eleven times. Dilys counted.'],
    made: ['kezia', 'They wait for the fourth time because the first three never meant anything.'],
    next: ['kezia', 'Once, then hold the coat up.'],
  },
  notes: [
    note(
      'dilys',
      'dilys',
      'Eleven times “coats”',
      'observation-notes',
      'supportive',
      'episode',
      'past-lessons',
    ),
  ],
};

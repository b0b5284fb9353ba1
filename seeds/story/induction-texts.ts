/** What the school does for everybody who is new, as Helen has written it: by principle. */
export const forAll: Readonly<Record<string, string>> = {
  communication:
    'In the first week: the timetable, who is who, and one page on what is expected of each. In the third week we ask what we forgot.',
  models:
    'Everybody new watches four lessons in the first term, two of them in another year group. Cover is planned by September.',
  conditions:
    'A tenth of the timetable is free beside planning time in the first year, a twentieth in the second. No duty on Mondays, no class assembly in the first term.',
  'prepared-mentors':
    'Mentors prepare before they are asked. They are never the tutor and never the line manager. Their hour is on the cover sheet.',
};

/** One line of Yusuf's plan: what the school, the mentor or he himself does. */
export interface PlanLine {
  principle: string;
  part: 'school' | 'mentor' | 'teacher';
  by: string;
  words: string;
  /** The teaching week by which it is to be done. */
  until?: number;
}

export const yusufsLines: readonly PlanLine[] = [
  {
    principle: 'co-ordination',
    part: 'school',
    by: 'deputy',
    words:
      'The authority pays for two days of cover a term and one network afternoon. We add the Tuesday hour.',
  },
  {
    principle: 'communication',
    part: 'school',
    by: 'deputy',
    words: 'An hour on what the second year asks, beside the first. Done in the first week.',
  },
  {
    principle: 'standards',
    part: 'school',
    by: 'deputy',
    words:
      'The induction standards, by me as tutor, three times in the year. Bronwen is not asked and not told what I write.',
  },
  {
    principle: 'career-long',
    part: 'teacher',
    by: 'yusuf',
    words: 'From training: get whole-class talk right. After this year: I would like to look at science.',
    until: 12,
  },
  {
    principle: 'leadership',
    part: 'school',
    by: 'deputy',
    words: 'I answer for this plan. I teach 3B one hour a fortnight so that Yusuf can watch.',
  },
  {
    principle: 'models',
    part: 'teacher',
    by: 'yusuf',
    words: 'Gethin: what he does with a wrong answer. Dilys: how the day begins. Somebody in Year 6.',
    until: 2,
  },
  {
    principle: 'conditions',
    part: 'school',
    by: 'deputy',
    words: 'No new pupils into 3B this term. Reports: the office does the covers.',
  },
  {
    principle: 'collegial',
    part: 'teacher',
    by: 'yusuf',
    words: 'Planning with Helen on Mondays. The lesson study on fractions.',
  },
  {
    principle: 'prepared-mentors',
    part: 'mentor',
    by: 'bronwen',
    words: 'I asked to do it. All six parts of the preparation are finished. Tuesdays, two o’clock.',
  },
  {
    principle: 'identity',
    part: 'teacher',
    by: 'yusuf',
    words:
      'When I began I believed that a quiet class is a class that listens. I am less sure now. I shall write this again in twelve weeks.',
    until: 13,
  },
  {
    principle: 'choices',
    part: 'teacher',
    by: 'yusuf',
    words:
      'My choices: talk in mathematics, and whom I watch. Not my choice: the phonics training. Fair enough.',
  },
  {
    principle: 'classroom',
    part: 'teacher',
    by: 'yusuf',
    words: 'Eight pupils who did not answer in the first three weeks. Who speaks, and to whom.',
  },
];

/** What shows it: principle, the teaching week and day, who adds it. */
export const evidence: readonly {
  principle: string;
  when: readonly [week: number, day: number];
  by: string;
  words: string;
}[] = [
  {
    principle: 'communication',
    when: [-10, 2],
    by: 'deputy',
    words:
      'Talked through on Wednesday, 50 minutes. Yusuf’s question: who reads what Bronwen and I write? Answer: nobody.',
  },
  {
    principle: 'conditions',
    when: [-8, 4],
    by: 'yusuf',
    words: 'My Friday hour was taken for cover twice in three weeks. Told Daniel.',
  },
  {
    principle: 'conditions',
    when: [-7, 1],
    by: 'deputy',
    words: 'He is right. The two hours were given back, and Friday is off the cover list.',
  },
  {
    principle: 'models',
    when: [-6, 3],
    by: 'yusuf',
    words:
      'Watched Dilys, 8:45 to 9:15. She says nothing for the first four minutes. Tried it: they sat down.',
  },
  { principle: 'models', when: [-1, 2], by: 'yusuf', words: 'Watched Gethin, twenty minutes.' },
  {
    principle: 'collegial',
    when: [-3, 4],
    by: 'yusuf',
    words: 'Observed Idris and Maya in Amina’s research lesson and wrote down what they said.',
  },
  {
    principle: 'classroom',
    when: [-5, 1],
    by: 'yusuf',
    words: 'A tally over four weeks: from seven who answer to fifteen. It is my own count.',
  },
];

export const reviewHeld = {
  week: -5,
  day: 3,
  next: 'Friday hour stays free. Yusuf writes to the science network. We look at the reports together before they go out.',
} as const;

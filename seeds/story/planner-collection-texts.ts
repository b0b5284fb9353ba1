/** The form's parts, as Jakub and Harriet word them for others. */
export const givenAway: Readonly<Record<string, string>> = {
  focus:
    'Asking for a reason, then waiting, then asking somebody else what they make of it. Four quiet pupils in each of two classes of the same year. They say more than one sentence without being asked again.',
  how: 'One question a day that cannot be answered in a word. Three seconds of silence after it.',
  record: 'A line in a diary after each lesson, and a recording of five minutes every two weeks.',
  'peer-coaching':
    'Twice each in a cycle, in the lesson that the other chooses. Twenty minutes the same afternoon: first what pupils said, then the rest.',
  'before-we-start': 'The tables stand in rows and are moved for the discussion.',
  review: 'After the first two visits, over lunch.',
  'other-support': 'A shared list of questions that worked, by subject.',
};

export const otherSchools = {
  title: 'Two departments of a secondary school',
  comes_from: 'the trust’s network afternoon, without names',
  'part-focus': 'Key words in science and geography that mean different things in each.',
  'part-how': 'Each teaches one lesson in the other’s department.',
  'part-peer-coaching': 'Once a half-term. Feedback in writing, on one side.',
  'part-review': 'In July.',
} as const;

export const noticed = {
  feature: 'observations',
  noticed:
    'Both say how often. Ours says when the feedback is, the other says how long it may be. Nobody says what happens when a visit falls away.',
  wanted: 'A line for that: what we do when a visit falls away.',
} as const;

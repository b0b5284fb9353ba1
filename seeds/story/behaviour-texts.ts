/** What is noted of pupils in the demo: to the pupil, and of nobody else by name. */
export const noted: readonly { category: string; words: string }[] = [
  { category: 'Kind to somebody', words: 'You saw that somebody sat alone and asked them to join.' },
  { category: 'Kept going', words: 'Three tries, three different ways, and then it worked.' },
  { category: 'Thought well', words: 'You asked why the answer could not be negative, and found out.' },
  { category: 'Worked well together', words: 'You let the others finish before you spoke.' },
  { category: 'Ready to learn', words: 'Your table was ready before anybody was asked.' },
  { category: 'Put something right', words: 'You came by yourself to say what had happened, and mended it.' },
  { category: 'Thought well', words: 'You changed your mind and said what had convinced you.' },
  { category: 'Kind to somebody', words: 'You translated for the new pupil without being asked.' },
  { category: 'Kept going', words: 'You read the hard page again, and then aloud.' },
];

/** What helps one of them, for those who teach the pupil. */
export const kindWords =
  'A job at the gate in the morning: whoever has something to do there has no time to push.';

interface WentWrong {
  /** Teaching weeks from now, and days after the Monday. */
  week: number;
  day: number;
  className: string;
  /** By their place in the list of the class. */
  pupil: number;
  by: string;
  category: string;
  words: string;
  at: string;
  place: string;
}

export const wentWrong: readonly WentWrong[] = [
  {
    week: -3,
    day: 1,
    className: '4A',
    pupil: 5,
    by: 'sport',
    category: 'Unkind words',
    words: 'Called another pupil a name when the game was lost, and went on after being asked to stop.',
    at: '12:50',
    place: 'lunch',
  },
  {
    week: -3,
    day: 2,
    className: '6A',
    pupil: 11,
    by: 'music',
    category: 'Stopped others learning',
    words: 'Drummed on the table through the listening, three times after being asked.',
    at: '11:20',
    place: 'lesson',
  },
  {
    week: -2,
    day: 0,
    className: '5B',
    pupil: 8,
    by: 'sofia',
    category: 'Damaged something',
    words: 'Broke a ruler of another pupil in two and put it back into the tray.',
    at: '10:35',
    place: 'lesson',
  },
  {
    week: -1,
    day: 2,
    className: '4A',
    pupil: 13,
    by: 'sport',
    category: 'Hurt somebody',
    words: 'Pushed another pupil off the step at the gate. Nobody was hurt badly; both were looked after.',
    at: '08:45',
    place: 'way',
  },
];

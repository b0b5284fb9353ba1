import type { Fields } from '../browser.ts';
import type { DescribedText, NoteText } from './recordings-forms.ts';

/** Yusuf films the talk about two bars; Bronwen watches it after him. */

export const twoBars: DescribedText = {
  title: 'Which is more? The talk about two bars',
  lesson:
    'Fractions of a shape, second question. I want to look at what happens between the first answer and the second, and at what I do then.',
  className: '3B',
  keptForDays: 180,
};

export const yusufSaw: readonly NoteText[] = [
  {
    at: '0:06.5',
    until: '0:13',
    sort: 'describe',
    text: 'I ask which is more, and say: think first, then tell your partner.',
    tags: ['first-look/question-asked', 'talk/teacher-speaks'],
  },
  {
    at: '0:13',
    until: '0:16',
    sort: 'describe',
    text: 'Three seconds in which nobody speaks. I remember them as very long.',
    tags: ['first-look/wait', 'talk/silence'],
  },
  {
    at: '0:28.5',
    until: '0:33',
    sort: 'describe',
    text: 'She compares what is missing. I had planned to compare what is shaded.',
    tags: ['first-look/pupil-explains', 'talk/one-pupil-speaks'],
  },
  {
    at: '0:34',
    until: '0:40',
    sort: 'judge',
    text: 'I say it again for her, and better than she did. She could have said it again herself.',
  },
];

export const bronwenSaw: readonly NoteText[] = [
  {
    at: '0:00.5',
    until: '0:06',
    sort: 'describe',
    text: 'You say what the bars are, and point to both.',
    tags: ['first-look/teacher-explains', 'talk/teacher-speaks'],
  },
  {
    at: '0:16',
    until: '0:20.3',
    sort: 'describe',
    text: 'The first answer: two thirds, “because thirds are bigger”. You do not say yes or no.',
    tags: ['first-look/pupil-explains', 'talk/one-pupil-speaks'],
  },
  {
    at: '0:24.4',
    until: '0:26.4',
    sort: 'describe',
    text: 'Two seconds after “who sees it differently”. Then a second child begins by herself.',
    tags: ['first-look/wait', 'talk/silence'],
  },
  {
    at: '0:21',
    until: '0:24.4',
    sort: 'judge',
    text: '“Who agrees, and who sees it differently?” kept the question open. Without it the second child would have had nothing to say.',
  },
];

/** Which of Bronwen's notes he answers, and what. */
export const answeredNote = 2;
export const yusufAnswers = 'I counted on the film: two. In the room I would have said ten.';

export const yusufOnTheClip: { from: string; until: string; parts: Fields } = {
  from: '0:13',
  until: '0:33',
  parts: {
    setting: '3B, second lesson on fractions of a shape. They had cut paper strips the day before.',
    pupils:
      'One says two thirds, because thirds are bigger than quarters (0:16). One says three quarters (0:26) and why: “only a quarter is missing” (0:29).',
    teacher: 'Waits three seconds. Asks who agrees and who sees it differently. Waits two.',
    questions: 'What did those think who whispered to their partner and whom the microphone does not hear?',
  },
};

/** The clip in his reel. */
export const yusufsClip: Fields = { from: '0:26.4', until: '0:33', title: 'Only a quarter is missing' };

/** Amina: one that waits to be blurred and sent, and one that nobody else hears. */

export const mondayMorning: DescribedText = {
  title: 'The first ten minutes of a Monday',
  lesson: 'Coming in, bags, register, first question. Who begins by themselves, and who waits for me.',
  className: '4A',
  without: 'seen',
  keptForDays: 120,
};

export const roundTable: DescribedText = {
  title: 'Round table, second stop',
  lesson: 'Sound alone, the phone under a book. What they say to one another when I stop reading.',
  className: '4A',
  onlyFirst: 6,
  keptForDays: 90,
};

export const aminaHeard: NoteText = {
  at: '0:12',
  sort: 'describe',
  text: 'One asks, and the answer goes to him and not to me.',
};

/** Priya, who leads professional learning, shows her own modelling to all staff. */

export const comparing: DescribedText = {
  title: 'Comparing three quarters and five eighths',
  lesson: 'At the board before the pupils came in: the part that I model, with what I think said aloud.',
  keptForDays: 365,
};

export const comparingAsExample: Fields = {
  domain: 'explaining-and-modelling',
  row: 'explaining-and-modelling/thinking-aloud',
  subject: 'Mathematics',
  phase: 'primary',
  look_for:
    'From 0:01 the question I ask myself. At 0:09 what I do to the pieces, before I say any number. At 0:20 I stop and hand over.',
  not_shown:
    'No pupils: it was filmed before the lesson. Whether they could do the next one by themselves, and what I did with those who could not.',
};

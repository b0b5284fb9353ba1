import type { Fields } from '../browser.ts';
import type { Figure, Moment, PupilGroup } from './evaluation-steps.ts';

/** What was planned, measured, answered and said about "Talk that teaches": honest, and not all of it welcome. */

export const talkPlan: Fields = {
  pupils: 'Twelve pupils of 5B, 6A and 6B who seldom speak in whole-class talk, four in each class, chosen by their teachers before the first seminar.',
  learning: 'They explain their thinking in more than one sentence, and refer to what somebody else said.',
  noticing: 'In a five-minute discussion about a question they have not met before, recorded at the same time of the week.',
  whoMeasures: 'Each teacher for their own four; a colleague listens to one recording in four as well',
  comparison: 'none',
  comparisonAbout: '',
};

export const talkMeasures: readonly Fields[] = [
  {
    title: 'Longest answer', how: 'Words in the pupil’s longest turn in five minutes of discussion, counted from the recording.',
    kind: 'number', unit: 'words', lowest: 0, highest: 120, better: 'higher', whose: 'common', version: 0,
  },
  {
    title: 'Builds on what others say', how: 'The highest level heard in the same five minutes.',
    kind: 'rubric', better: 'higher', whose: 'common', version: 0,
    levels: 'Alone: says own answer only\nAgrees: agrees or disagrees without a reason\nGives a reason: says why\nBuilds: takes up what somebody said and goes on from it',
  },
  {
    title: 'Turns in whole-class talk', how: 'A tally in one lesson, twenty minutes, by a colleague at the back.',
    kind: 'tally', unit: 'turns', minutes: 20, lowest: 0, highest: 60, better: 'neither', whose: 'common', version: 0,
  },
];

export const talkGroups: readonly PupilGroup[] = [
  { teacher: 'jakub', name: 'Four in 6A', codes: ['Heron', 'Fern', 'Otter', 'Larch'] },
  { teacher: 'harriet', name: 'Four in 6B', codes: ['Maple', 'Robin', 'Slate', 'Wren'] },
  { teacher: 'sofia', name: 'Four in 5B', codes: ['Coral', 'Finch', 'Moss', 'Teal'] },
];

/** By group and moment, a row for each pupil: words, level, turns. */
export const talkFigures: readonly Readonly<Record<Moment, readonly (readonly Figure[])[]>>[] = [
  {
    baseline: [[7, 1, 2], [9, 2, 1], [5, 1, 0], [11, 2, 3]],
    middle: [[13, 2, 3], [15, 2, 4], [6, 1, 1], [19, 2, 3]],
    end: [[21, 2, 4], [18, 2, 'not-done'], [9, 1, 1], [26, 3, 5]],
    delayed: [[19, 2, 3], [20, 2, 4], [8, 1, 'absent'], [22, 2, 4]],
  },
  {
    baseline: [[8, 2, 1], [6, 1, 2], [12, 2, 2], [10, 2, 1]],
    middle: [[14, 2, 2], [9, 2, 'absent'], [18, 2, 4], [13, 1, 2]],
    end: [[22, 2, 3], [14, 1, 3], [25, 3, 4], [17, 2, 'not-done']],
    delayed: [[20, 2, 2], [13, 2, 3], [21, 2, 5], [18, 2, 2]],
  },
  {
    baseline: [[4, 1, 0], [6, 1, 1], [8, 2, 1], [5, 1, 0]],
    middle: [[8, 1, 1], [9, 1, 2], [14, 2, 'absent'], [7, 1, 1]],
    end: [[12, 1, 2], [15, 2, 2], [19, 2, 3], ['absent', 'absent', 'absent']],
    delayed: [[11, 1, 1], [14, 2, 'not-done'], [18, 2, 3], ['left', 'left', 'left']],
  },
];

/** What each answered to the questions at the end, by the names of the form. */
export const talkAnswers: Readonly<Record<string, Fields>> = {
  cpd: {
    'worth-time': 'very-much', fitted: 'to-some-extent', 'intended-words': 'That pupils explain themselves and take each other up.',
    'aim-reached': 'to-some-extent', practice: 'very-much', 'practice-example-words': 'I hear silence after questions when I pass a door. That is new.',
    thinking: 'very-much', lasting: 'to-some-extent', pupils: 'to-some-extent', 'pupils-evidence-words': 'The recordings of the first week and the last.',
    conditions: 'very-much', 'other-reasons-words': 'Year 6 was preparing an assembly in which many of them speak.',
  },
  jakub: {
    'worth-time': 'very-much', fitted: 'very-much', 'intended-words': 'To hear more than five pupils.', 'aim-reached': 'to-some-extent',
    practice: 'very-much', 'practice-example-words': 'I wait, and ask a second pupil before I say anything.', thinking: 'very-much', lasting: 'very-much',
    pupils: 'to-some-extent', 'pupils-evidence-words': 'Three of my four speak for longer. One does not.', conditions: 'to-some-extent',
  },
  harriet: {
    'worth-time': 'very-much', fitted: 'to-some-extent', 'aim-reached': 'to-some-extent', practice: 'very-much',
    'practice-example-words': 'Circles without me.', thinking: 'very-much', lasting: 'to-some-extent', pupils: 'to-some-extent', conditions: 'a-little',
    'other-reasons-words': 'They were a year older by the end, and in the top class.',
  },
  sofia: {
    'worth-time': 'to-some-extent', fitted: 'to-some-extent', 'aim-reached': 'a-little', practice: 'to-some-extent', thinking: 'to-some-extent',
    lasting: 'to-some-extent', pupils: 'a-little', 'pupils-evidence-words': 'Longer answers, hardly any that take up another pupil’s.', conditions: 'to-some-extent',
  },
  mentors: {
    'worth-time': 'very-much', fitted: 'very-much', 'aim-reached': 'to-some-extent', practice: 'very-much', thinking: 'to-some-extent',
    lasting: 'very-much', pupils: 'to-some-extent', conditions: 'to-some-extent',
  },
  yusuf: {
    'worth-time': 'very-much', fitted: 'to-some-extent', 'aim-reached': 'to-some-extent', practice: 'very-much', thinking: 'very-much',
    lasting: 'to-some-extent', pupils: 'cannot-say', conditions: 'a-little', 'other-reasons-words': 'It was also my first year of teaching this age.',
  },
  elif: {
    'worth-time': 'to-some-extent', fitted: 'a-little', 'aim-reached': 'a-little', practice: 'to-some-extent',
    'practice-example-words': 'I let them answer in their own language first.', thinking: 'to-some-extent', lasting: 'to-some-extent', pupils: 'to-some-extent', conditions: 'a-little',
  },
};

export const talkRivals: readonly Fields[] = [
  { common: 'growing-up', known: 'Pupils of this age say more from one year to the next. We have no figures of other classes.', done: 'We say what we saw and leave the cause open.' },
  { common: 'test-practice', known: 'It was the fourth discussion of the same kind by the end.', done: 'A new question each time; the same setting.' },
  { common: 'hoping', known: 'Each teacher counted for their own pupils.', done: 'A colleague counted one recording in four as well; they differed by two words at the most.' },
  { common: 'who-left', known: 'One pupil was absent at the end and has moved since.', done: 'Counted as missing, not as nought.' },
];

export const talkAccount: Fields = {
  version: 0,
  priorExposure: 'A few of the teachers had been to a course on talk moves before. None of the pupils had worked with the cards.',
  meanwhile: 'A new reading scheme began in Year 5. Year 6 rehearsed an assembly for several weeks.',
  whoLeft: 'A few: a teacher whose post changed after the first meeting, and a pupil who moved away.',
  nextSteps: 'Go on with the question that needs a reason, the silence after it and the circle. Drop the tally. Look for a way in which pupils take each other up, which is what we did not reach.',
};

export const talkClaims: readonly Fields[] = [
  { says: 'Between the start and the end the longest answers of the group grew, and a term later most of that was still there (12 pupils at the start, 11 at the end, no comparison group).', kind: 'pupils', certainty: 'single' },
  { says: 'How far pupils build on what others say stayed as it was; most were at the same level at the start and at the end.', kind: 'pupils', certainty: 'single' },
  { says: 'In the lessons that were seen in the second cycle, teachers waited after a question and asked a second pupil (seen in 5 lessons).', kind: 'practice', certainty: 'single' },
  { says: 'Teachers said that they do something differently in lessons since they took part.', kind: 'self-report', certainty: 'single' },
];

export const talkSummary =
  'Six teachers worked for two terms on how pupils talk in class. The longest answers of the twelve pupils we followed grew, and most of that was still there a term later. What we hoped for most, that pupils take up what others say, hardly moved. We keep the question with a reason, the silence and the circle, and we look for a better way to the rest.';

import type { Fields } from '../browser.ts';

/** What each answered to the questions at the end, by the names of the form. */
export const talkAnswers: Readonly<Record<string, Fields>> = {
  cpd: {
    'worth-time': 'very-much',
    fitted: 'to-some-extent',
    'intended-words': 'That pupils explain themselves and take each other up.',
    'aim-reached': 'to-some-extent',
    practice: 'very-much',
    'practice-example-words': 'I hear silence after questions when I pass a door. That is new.',
    thinking: 'very-much',
    lasting: 'to-some-extent',
    pupils: 'to-some-extent',
    'pupils-evidence-words': 'The recordings of the first week and the last.',
    conditions: 'very-much',
    'other-reasons-words': 'Year 6 was preparing an assembly in which many of them speak.',
  },
  jakub: {
    'worth-time': 'very-much',
    fitted: 'very-much',
    'intended-words': 'To hear more than five pupils.',
    'aim-reached': 'to-some-extent',
    practice: 'very-much',
    'practice-example-words': 'I wait, and ask a second pupil before I say anything.',
    thinking: 'very-much',
    lasting: 'very-much',
    pupils: 'to-some-extent',
    'pupils-evidence-words': 'Three of my four speak for longer. One does not.',
    conditions: 'to-some-extent',
  },
  harriet: {
    'worth-time': 'very-much',
    fitted: 'to-some-extent',
    'aim-reached': 'to-some-extent',
    practice: 'very-much',
    'practice-example-words': 'Circles without me.',
    thinking: 'very-much',
    lasting: 'to-some-extent',
    pupils: 'to-some-extent',
    conditions: 'a-little',
    'other-reasons-words': 'They were a year older by the end, and in the top class.',
  },
  sofia: {
    'worth-time': 'to-some-extent',
    fitted: 'to-some-extent',
    'aim-reached': 'a-little',
    practice: 'to-some-extent',
    thinking: 'to-some-extent',
    lasting: 'to-some-extent',
    pupils: 'a-little',
    'pupils-evidence-words': 'Longer answers, hardly any that take up another pupil’s.',
    conditions: 'to-some-extent',
  },
  mentors: {
    'worth-time': 'very-much',
    fitted: 'very-much',
    'aim-reached': 'to-some-extent',
    practice: 'very-much',
    thinking: 'to-some-extent',
    lasting: 'very-much',
    pupils: 'to-some-extent',
    conditions: 'to-some-extent',
  },
  yusuf: {
    'worth-time': 'very-much',
    fitted: 'to-some-extent',
    'aim-reached': 'to-some-extent',
    practice: 'very-much',
    thinking: 'very-much',
    lasting: 'to-some-extent',
    pupils: 'cannot-say',
    conditions: 'a-little',
    'other-reasons-words': 'It was also my first year of teaching this age.',
  },
  elif: {
    'worth-time': 'to-some-extent',
    fitted: 'a-little',
    'aim-reached': 'a-little',
    practice: 'to-some-extent',
    'practice-example-words': 'I let them answer in their own language first.',
    thinking: 'to-some-extent',
    lasting: 'to-some-extent',
    pupils: 'to-some-extent',
    conditions: 'a-little',
  },
};

export const talkRivals: readonly Fields[] = [
  {
    common: 'growing-up',
    known: 'Pupils of this age say more from one year to the next. We have no figures of other classes.',
    done: 'We say what we saw and leave the cause open.',
  },
  {
    common: 'test-practice',
    known: 'It was the fourth discussion of the same kind by the end.',
    done: 'A new question each time; the same setting.',
  },
  {
    common: 'hoping',
    known: 'Each teacher counted for their own pupils.',
    done: 'A colleague counted one recording in four as well; they differed by two words at the most.',
  },
  {
    common: 'who-left',
    known: 'One pupil was absent at the end and has moved since.',
    done: 'Counted as missing, not as nought.',
  },
];

export const talkAccount: Fields = {
  version: 0,
  priorExposure:
    'A few of the teachers had been to a course on talk moves before. None of the pupils had worked with the cards.',
  meanwhile: 'A new reading scheme began in Year 5. Year 6 rehearsed an assembly for several weeks.',
  whoLeft: 'A few: a teacher whose post changed after the first meeting, and a pupil who moved away.',
  nextSteps:
    'Go on with the question that needs a reason, the silence after it and the circle. Drop the tally. Look for a way in which pupils take each other up, which is what we did not reach.',
};

export const talkClaims: readonly Fields[] = [
  {
    says: 'Between the start and the end the longest answers of the group grew, and a term later most of that was still there (12 pupils at the start, 11 at the end, no comparison group).',
    kind: 'pupils',
    certainty: 'single',
  },
  {
    says: 'How far pupils build on what others say stayed as it was; most were at the same level at the start and at the end.',
    kind: 'pupils',
    certainty: 'single',
  },
  {
    says: 'In the lessons that were seen in the second cycle, teachers waited after a question and asked a second pupil (seen in 5 lessons).',
    kind: 'practice',
    certainty: 'single',
  },
  {
    says: 'Teachers said that they do something differently in lessons since they took part.',
    kind: 'self-report',
    certainty: 'single',
  },
];

export const talkSummary =
  'Six teachers worked for two terms on how pupils talk in class. The longest answers of the twelve pupils we followed grew, and most of that was still there a term later. What we hoped for most, that pupils take up what others say, hardly moved. We keep the question with a reason, the silence and the circle, and we look for a better way to the rest.';

import type { MeetingText } from './meeting-text.ts';

export const readingMeetings: readonly MeetingText[] = [
  {
    step: 'First meeting over evidence',
    by: 'amina',
    evidence:
      'Eighteen pages of questions. Fourteen of the pages ask only what a word means; four ask why somebody does something.',
    beliefs: 'They think that reading is knowing the words. So did we show them.',
    refine: 'Say one thought aloud on each page that is not about a word.',
    promises: {
      amina: ['Stop at three places and say what I picture', 'Six pupils in 4A'],
      gethin: ['Say once in each session that I lost the thread', 'Six pupils in 4B'],
      sofia: ['Long sentences cut into strips and put together again', 'Two pupils in 5B'],
      yusuf: ['Read a page aloud and stop, with Sofia beside me', 'Two pupils in 3B'],
    },
    came: {},
  },
  {
    step: 'Second meeting over evidence',
    by: 'gethin',
    evidence:
      'The strips of a month, sorted on the table. Questions of “why” have gone from four to nineteen. Nearly all of them come from eight pupils.',
    beliefs:
      'Some had these questions all along and nobody had asked for them. For the others the text may be too hard to wonder about.',
    refine: 'An easier text for one week, for everybody, and see who wonders then.',
    promises: {
      amina: ['The easier text, and count again', 'Six pupils in 4A'],
      gethin: ['Pupils read the prompt cards, I answer', 'Six pupils in 4B'],
      mentors: ['Envelopes of questions in class, not only in the group', '3A'],
    },
    came: {
      amina: [
        'tried',
        'By Friday two of them said what they pictured before I did. It was another picture than mine, which started everything.',
      ],
      gethin: ['tried', 'The first time they thought I was making it up. Now they wait for it.'],
      yusuf: ['partly', 'I stopped where Sofia stops. I need my own places.'],
    },
  },
  {
    step: 'What we have learnt so far',
    by: 'cpd',
    evidence:
      'Figures of the start and the middle; the logs of three classes; the recording of the group in 4B.',
    beliefs:
      'The pupils who read fastest gain least so far. They do not stop, because stopping feels like failing.',
    refine: 'In the second cycle pupils lead. Whoever leads has to stop.',
    promises: {
      amina: ['A different pupil leads each Friday', 'Six pupils in 4A'],
      gethin: ['Say nothing for five minutes', 'Six pupils in 4B'],
      sofia: ['The six plan a session for Year 3', 'The Thursday group'],
      mentors: ['Read the strips aloud at the end of the day and let the class choose one', '3A'],
    },
    came: {
      amina: [
        'tried',
        'With the easier text all six wondered. Two said that it was a proper book, only shorter.',
      ],
      gethin: ['tried', 'They were stricter with me than I am with them.'],
      mentors: [
        'tried',
        'Eleven strips on the first day, thirty on the fifth. Some are jokes. I keep those too.',
      ],
    },
  },
  {
    step: 'Meeting led by teachers',
    by: 'sofia',
    evidence:
      'Four sessions led by pupils, two of them recorded. In 4B the group was silent for a whole minute and then did not stop.',
    beliefs: 'We used to think that they needed us for the order. They need us for the time.',
    refine: 'One strong reader leads a group of weaker ones only with a partner.',
    promises: {
      amina: ['Two lead together, one reads the card and one chooses who answers', 'Six pupils in 4A'],
      gethin: ['Bring the recording of the silent minute to the seminar', 'Six pupils in 4B'],
      yusuf: ['My own three places to stop, chosen before the lesson', '3B'],
    },
    came: {
      amina: [
        'tried',
        'Three Fridays. One girl leads so well that the others stop thinking. I have asked about it.',
      ],
      gethin: [
        'tried',
        'Hardest five minutes of the week. I wrote down nine things I wanted to say; eight of them they said themselves.',
      ],
      sofia: ['partly', 'They planned it. The Year 3 pupils had a trip that day; it is next week now.'],
      mentors: ['not-yet', 'The end of the day is not the time for it. I shall move it to after lunch.'],
    },
  },
];

export const numberMeetings: readonly MeetingText[] = [
  {
    step: 'First meeting over evidence',
    by: 'oliver',
    evidence:
      'Sixteen sheets with pupils’ words about the eight cards. Four is seen at once by nearly everybody, six and seven by hardly anybody.',
    beliefs: 'Counting hides that they cannot see. It comes out right, so we never looked.',
    refine: 'Five first. Everything up to ten as five and some more, before any adding.',
    promises: {
      oliver: ['Cards with the five always full', 'Four pupils in 1A'],
      mei: ['Ask “what is missing to ten?” instead of “how many?”', 'Four pupils in 1B'],
      kezia: ['Hands: a whole hand is five without counting', 'RB on the carpet'],
    },
    came: {},
  },
];

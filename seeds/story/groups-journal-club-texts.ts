import type { Asked, GroupMeetingText } from './group-forms.ts';

/** What the journal club wrote in two cycles: how long teachers wait after a question. */

export const question =
  'What happens when we wait longer after a question, above all with pupils who seldom put a hand up?';

export const askedIn: readonly Asked[] = [
  {
    key: 'mentors',
    part: 'facilitator',
    words:
      'Would you keep the time and see that the quiet ones among us get a word in? I talk too much for it.',
  },
  {
    key: 'jakub',
    words: 'Three articles in a term, an hour each. You always ask where a claim is from. We need that.',
    replaces: 'The education podcast on my way home.',
  },
  {
    key: 'music',
    words: 'You wait longer than any of us, because of the rests. Come and tell us what happens in them.',
  },
  { key: 'sport', words: 'Somebody has to ask whether it holds outside a classroom.' },
];

/** What two of the club made of the first article for themselves, before they saw each other's. */
export const firstJudgements: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  jakub: {
    question: 'Whether answers change when teachers leave more time after a question.',
    how: 'Recordings of lessons, mostly science, in many classes. They timed the pauses.',
    found:
      'Usual pauses were about a second. Where teachers waited for three, answers were longer and more pupils spoke.',
    trust:
      'I trust the counting. I am less sure of the cause: teachers who learn to wait may learn to ask better questions as well.',
    'for-us': 'Time myself in one lesson. I think I wait, and I want to know.',
  },
  harriet: {
    question: 'How long teachers wait, and what pupils do with the time.',
    how: 'They listened to tapes. Nobody says much about who the pupils were.',
    found: 'Longer answers, more “I do not know” as well. I like that they counted that too.',
    trust: 'It is old, and the classes are not ours. The finding is plain enough to look for here.',
    'for-us': 'Count who speaks in ten minutes of science.',
  },
};

export const meetings: readonly GroupMeetingText[] = [
  {
    step: 'first',
    written: {
      'in-short': [
        'jakub',
        'Teachers wait about a second. When they were helped to wait three, pupils said more.',
      ],
      quality: [
        'harriet',
        'We all believe what was timed. We do not all believe that the waiting alone did it.',
      ],
      'our-pupils': [
        'music',
        'It fits those who start a sentence and lose it. It may not fit those who hope that the question goes away.',
      ],
      apply: ['mentors', 'First find out how long we wait. No change yet.'],
    },
    promises: {
      jakub: ['Time my pauses in one lesson, from a recording of my own voice', '6A, mathematics'],
      harriet: ['Count who speaks in ten minutes', '6B, science'],
      sport: ['The same, in the hall', 'Year 5, gymnastics'],
    },
    came: {},
  },
  {
    step: 'second',
    written: {
      quality: [
        'sport',
        'Small: four teachers, each with one class. They say so themselves, which we liked.',
      ],
      'our-pupils': [
        'harriet',
        'In ten minutes eleven of thirty spoke, and four of them gave most of the answers. The eleven were no surprise. That it was always the same four was one.',
      ],
      apply: ['jakub', 'Three seconds, said to ourselves as a line of a song. Rosa gave us the line.'],
    },
    promises: {
      jakub: ['Three seconds after every question for one week', '6A, mathematics'],
      harriet: ['Three seconds, and no hands up', '6B, science'],
      music: ['Write down who answers who never did', 'Year 4 choir'],
    },
    came: {
      jakub: [
        'tried',
        'Point eight of a second. I had guessed four. I played it twice because I did not believe it.',
      ],
      harriet: ['tried', 'Eleven of thirty. I have brought the list, without names.'],
      sport: [
        'partly',
        'In the hall nobody can tell a pause from an echo. I counted who shows, instead of who says.',
      ],
    },
  },
  {
    step: 'third',
    written: {
      quality: [
        'mentors',
        'A review of many studies. We could not see how they chose them, so we hold it loosely.',
      ],
      'our-pupils': [
        'music',
        'After a week of waiting the four still answer most. Their answers are longer. Six others spoke once each. Three nobody has heard yet.',
      ],
      apply: [
        'harriet',
        'Waiting is not enough for those three. Perhaps they need to have said it to somebody first.',
      ],
    },
    promises: {
      jakub: ['A word with the neighbour before anybody answers', '6A, three pupils'],
      harriet: ['The same, and listen in to one pair', '6B, three pupils'],
    },
    came: {
      jakub: [
        'tried',
        'The first two days were hard on me. On the third a boy said “I’m still thinking”, and he was.',
      ],
      harriet: ['partly', 'Without hands up they look at the floor. I put hands back and kept the seconds.'],
      music: ['tried', 'Two new voices. One sang the answer.'],
    },
  },
];

export const report: Readonly<Record<string, readonly [by: string, text: string]>> = {
  read: [
    'jakub',
    'Three articles on how long teachers wait after a question. The oldest timed recordings of many lessons: we trust its counting. The second is small and says so. The third brings many studies together, and does not say well how it chose them.',
  ],
  tried: [
    'harriet',
    'We timed ourselves first. None of us waited as long as we had guessed. Then three seconds for a week, in four classes. Answers became longer. In our two Year 6 classes six pupils spoke who had not before, once each. There was no class to compare with, and it was a good week.',
  ],
  think: [
    'mentors',
    'Waiting gives time to those who want to answer. It does not yet bring in those who hope not to be seen. We disagree about hands up.',
  ],
  next: [
    'music',
    'What brings in the pupils whom nobody has heard yet? Talking to one person first, we think. We want to read about that.',
  ],
};

export const carriedOn =
  'Waiting gave us longer answers from those who answer anyway. What brings in the pupils whom nobody has heard yet? Does it help to say it to one person first?';

export const secondJudgements: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  music: {
    question: 'Whether talking in pairs first changes who answers afterwards.',
    how: 'Two classes in one school, some weeks each way. The same teacher.',
    found: 'More pupils answered after talking in pairs. Nobody looked at whether their answers were better.',
    trust: 'One teacher who wanted it to come out so. I would too.',
    'for-us': 'Listen in on one pair for the whole time, instead of walking round.',
  },
  sport: {
    question: 'What pairs do before they speak to the whole class.',
    how: 'They watched, with a list.',
    found: 'Pupils who said little were heard more often in pairs.',
    trust: 'Watching with a list is what we do as well. Fine for a start.',
    'for-us': 'Show it to one person before you show it to the class.',
  },
  harriet: {
    question: 'Who answers after talk in pairs, and who does not.',
    how: 'Two classes, counted by the teacher.',
    found: 'More voices. Not how long, nor how right.',
    trust: 'About half. The order of the weeks could have done it.',
    'for-us': 'My three: do they talk at all when they have a partner?',
  },
};

export const firstOfSecond: GroupMeetingText = {
  step: 'first',
  written: {
    'in-short': ['music', 'After talking in pairs more pupils answered. Nobody asked what they said.'],
    quality: [
      'sport',
      'One teacher, two classes, no look at the answers themselves. Worth a try, not worth a policy.',
    ],
    'our-pupils': [
      'harriet',
      'Of the three whom nobody had heard, one talks without a break when she has a partner, one repeats what the partner says, one goes to the toilet.',
    ],
    apply: ['jakub', 'Say what your partner said, not what you think yourself.'],
  },
  promises: {
    jakub: ['“Tell us what your partner said” three times in a lesson', '6A, three pupils'],
    harriet: ['Sit beside one pair for the whole of the talk', '6B, the one who repeats'],
    music: ['Pairs agree on the word before the choir sings it', 'Year 4 choir'],
  },
  came: {
    jakub: [
      'tried',
      'Two of my three spoke on the Thursday. One of them told me on the way out what he had really thought.',
    ],
    harriet: [
      'partly',
      'I listened in twice. Both times they stopped when I came near. I need a better chair.',
    ],
  },
};

export const toAmina =
  'You said that the reading groups showed you how short your questions are. We read one article at a time and try one thing. There is a chair and there are biscuits. Helen';

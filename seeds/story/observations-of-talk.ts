import { begins } from './days.ts';
import type { ObservationText } from './observation-text.ts';

const talk = { slug: 'talk-that-teaches', peer: true } as const;

export const talkVisits: readonly ObservationText[] = [
  {
    ...talk,
    begins: begins.talk,
    observed: 'jakub',
    observer: 'harriet',
    when: [8, 2, '10:15'],
    place: '6A',
    stands: 'written',
    pupils: 'Four pupils who seldom speak',
    focus: 'What happens in the three seconds.',
    predicted: ['Two of the four will put up a hand if I wait.', 'Whether I shall wait.'],
    noticed: [
      'Three of the four spoke. One spoke to the table and nobody heard.',
      'I had expected the silence to be empty. They whispered in it.',
    ],
    seen: [
      'What pupils do in the silence after a question.',
      'He asked, looked at the clock on the wall, and did not move.',
      'They turned to a neighbour and tried the answer out in a whisper. Then hands went up, also two new ones.',
      'In science on Thursday: ask, wait, and let them whisper on purpose.',
      'Would they whisper if you told them to?',
    ],
    plan: [
      'Those who whisper say it aloud by half-term.',
      'The first question after break, each day.',
      'A tick beside the name of each who spoke and had not before.',
    ],
  },
  {
    ...talk,
    begins: begins.talk,
    observed: 'yusuf',
    observer: 'mentors',
    when: [15, 3, '14:00'],
    place: '3B',
    stands: 'written',
    pupils: '3B in the circle',
    focus: 'Who answers whom.',
    predicted: ['They will use both sentences. The boys will answer the boys.', 'How to end it.'],
    noticed: [
      'Boys answered boys until one girl said “you never look over here”.',
      'I had planned how to begin and let them end it. They ended it well.',
    ],
    seen: [
      'Who answers whom, and when Yusuf speaks.',
      'He repeated nobody. He looked at the one who had spoken least.',
      'After the girl’s sentence six answers crossed the circle in a row.',
      'Look at the one who has spoken least, in 3A on Thursday.',
      'What did you think when she said it?',
    ],
    plan: [
      'Answers go across the circle without my looking.',
      'Thursdays, with places mixed by drawing cards.',
      'The map, once a month.',
    ],
  },
  {
    slug: 'talk-that-teaches',
    begins: begins.talk,
    observed: 'sofia',
    observer: 'specialist',
    peer: false,
    when: [6, 2, '09:30'],
    place: '5B',
    stands: 'written',
    pupils: 'Four pupils new to English',
    focus: 'Whether the openings help or are read aloud.',
    predicted: ['They will read the card and go on.', 'What I do when they only read the card.'],
    noticed: [
      'Three went on after the card. One read it twice and looked at me.',
      'She did not need me. Her neighbour said “because?” and she went on.',
    ],
    seen: [
      'Three of the four went on after “I think”. One looked at the teacher, then at her neighbour, and went on after “because?”.',
      'To the neighbour more than to the card. The two boys read the card and then left it face down.',
      'Openings said together first, before anybody is asked.',
      'Ask neighbours to be the card.',
    ],
    plan: [
      'They begin with one another’s words.',
      'Partner talk in reading, every day this month.',
      'I write down one sentence of each of the four on Fridays.',
    ],
  },
];

import type { TryOutText } from './try-out-text.ts';

export const numberTryOuts: readonly TryOutText[] = [
  {
    by: 'oliver',
    when: [3, 2],
    pupils: 'Four pupils in 1A',
    technique: 'Two seconds',
    tried: 'Eight ten-frame cards, two seconds each.',
    why: 'They count everything from one.',
    responded: 'Four was seen at once. Seven was counted in the air after the card was gone.',
    next: 'Cards with the five always full.',
    minutes: 10,
    photo: true,
  },
  {
    by: 'mei',
    when: [3, 3],
    pupils: 'Four pupils in 1B',
    technique: 'What is missing to ten?',
    tried: 'Asked for what is missing instead of how many.',
    why: 'Nobody can count what is not there.',
    responded: 'Two looked at the empty boxes and knew. Two turned the card over.',
    surprise: 'One said “three holes”. It is our word now.',
    minutes: 10,
    sharedWith: ['specialist'],
    comments: [
      ['maths', 'Holes is a fine word. When does it stop being useful, I wonder? Keep listening for that.'],
    ],
  },
  {
    by: 'kezia',
    when: [4, 1],
    pupils: 'RB on the carpet',
    tried: 'Seven fingers all at once.',
    why: 'They put up one after another.',
    responded: 'Nine children put up a whole hand first. One put up four and three.',
    next: 'Show that one to the others.',
    minutes: 5,
    sharedWith: ['group'],
  },
];

import type { Player } from '../player.ts';
import { type Measured, planAndMeasure } from './evaluation-steps.ts';

const reading: Measured = {
  slug: 'reading-together',
  plan: {
    pupils:
      'Eighteen pupils of 4A, 4B and 5B who read fluently and understand little of it, six in each class.',
    learning:
      'They ask questions of a text, notice when they have lost the thread, and say in their own words what a page was about.',
    noticing: 'Ten minutes with a text they have not seen: what they ask, and how they retell one page.',
    whoMeasures: 'Each teacher for their own six, with the partner listening once',
    comparison: 'none',
    comparisonAbout: '',
  },
  measures: [
    {
      title: 'Questions of the text',
      how: 'Questions that the page does not answer word for word, in ten minutes.',
      kind: 'number',
      unit: 'questions',
      lowest: 0,
      highest: 30,
      better: 'higher',
      whose: 'common',
      version: 0,
    },
    {
      title: 'Retelling a page',
      how: 'One page, read once, told to a teacher who has not read it.',
      kind: 'rubric',
      better: 'higher',
      whose: 'common',
      version: 0,
      levels:
        'First line: repeats how it begins\nPieces: names things that happen, in no order\nThread: tells what happens in order\nMeaning: tells what it is about and why',
    },
  ],
  groups: [
    {
      teacher: 'amina',
      name: 'Six in 4A',
      codes: ['Amber', 'Birch', 'Dune', 'Elder', 'Kestrel', 'Poppy'],
      figures: {
        baseline: ['1 1', '0 1', '2 2', '1 1', '3 2', '0 1'],
        middle: ['4 2', '1 1', '5 3', '3 2', '4 2', '2 2'],
      },
    },
    {
      teacher: 'gethin',
      name: 'Six in 4B',
      codes: ['Cobalt', 'Garnet', 'Hazel', 'Nutmeg', 'Reed', 'Swift'],
      figures: {
        baseline: ['0 1', '1 1', '1 2', '2 1', '0 1', '1 2'],
        middle: ['2 1', '3 2', '1 2', '4 2', 'absent absent', '2 2'],
      },
    },
    {
      teacher: 'sofia',
      name: 'Six in 5B',
      codes: ['Acorn', 'Clover', 'Flint', 'Iris', 'Pebble', 'Willow'],
      figures: {
        baseline: ['2 2', '1 1', '3 2', '1 2', '0 1', '2 2'],
        middle: ['3 2', '4 2', '6 3', '2 2', '1 2', '3 2'],
      },
    },
  ],
  agreed: ['amina', 'gethin', 'sofia', 'mentors', 'yusuf'],
};

const numbers: Measured = {
  slug: 'how-numbers-are-made',
  plan: {
    pupils: 'Eight pupils in Year 1 who count everything from one, four in each class.',
    learning: 'They see a number as made of others, and use it: seven is five and two.',
    noticing: 'Eight ten-frame cards, two seconds each, one pupil at a time.',
    whoMeasures: 'Both Year 1 teachers, each for the class of the other',
    comparison: 'none',
    comparisonAbout: '',
  },
  measures: [
    {
      title: 'Seen without counting',
      how: 'Cards of eight on which the pupil says the number without pointing or counting.',
      kind: 'number',
      unit: 'cards',
      lowest: 0,
      highest: 8,
      better: 'higher',
      whose: 'common',
      version: 0,
    },
  ],
  groups: [
    {
      teacher: 'oliver',
      name: 'Four in 1A',
      codes: ['Bramble', 'Drake', 'Lark', 'Thistle'],
      figures: { baseline: ['2', '1', '3', '2'] },
    },
    {
      teacher: 'mei',
      name: 'Four in 1B',
      codes: ['Beech', 'Dove', 'Gull', 'Sorrel'],
      figures: { baseline: ['2', '2', '1', '4'] },
    },
  ],
  agreed: ['oliver', 'mei', 'kezia'],
};

/** "Reading together", measured twice so far, and "How numbers are made", measured once. */
export async function evaluationsUnderWay(player: Player): Promise<void> {
  for (const each of [reading, numbers]) {
    await planAndMeasure(player, each);
    await player.settle();
  }
}

import type { Fields } from '../browser.ts';
import type { Player } from '../player.ts';
import { daysAfter } from './days.ts';
import {
  afterAWholeTerm,
  agreePlan,
  evaluationOf,
  handIn,
  type Moment,
  nameGroup,
  type PupilGroup,
} from './evaluation-steps.ts';
import { stepCalled, stepsOf } from './lookups.ts';

interface Running {
  slug: string;
  plan: Fields;
  /** Each chosen by the teacher of the group in the same place. */
  measures: readonly Fields[];
  groups: readonly PupilGroup[];
  agreed: readonly string[];
  /** By moment, group by group, a row for each pupil. */
  figures: Partial<Record<Moment, readonly (readonly string[])[]>>;
}

const reading: Running = {
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
    { teacher: 'amina', name: 'Six in 4A', codes: ['Amber', 'Birch', 'Dune', 'Elder', 'Kestrel', 'Poppy'] },
    { teacher: 'gethin', name: 'Six in 4B', codes: ['Cobalt', 'Garnet', 'Hazel', 'Nutmeg', 'Reed', 'Swift'] },
    { teacher: 'sofia', name: 'Six in 5B', codes: ['Acorn', 'Clover', 'Flint', 'Iris', 'Pebble', 'Willow'] },
  ],
  agreed: ['amina', 'gethin', 'sofia', 'mentors', 'yusuf'],
  figures: {
    baseline: [
      ['1 1', '0 1', '2 2', '1 1', '3 2', '0 1'],
      ['0 1', '1 1', '1 2', '2 1', '0 1', '1 2'],
      ['2 2', '1 1', '3 2', '1 2', '0 1', '2 2'],
    ],
    middle: [
      ['4 2', '1 1', '5 3', '3 2', '4 2', '2 2'],
      ['2 1', '3 2', '1 2', '4 2', 'absent absent', '2 2'],
      ['3 2', '4 2', '6 3', '2 2', '1 2', '3 2'],
    ],
  },
};

const numbers: Running = {
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
    { teacher: 'oliver', name: 'Four in 1A', codes: ['Bramble', 'Drake', 'Lark', 'Thistle'] },
    { teacher: 'mei', name: 'Four in 1B', codes: ['Beech', 'Dove', 'Gull', 'Sorrel'] },
  ],
  agreed: ['oliver', 'mei', 'kezia'],
  figures: {
    baseline: [
      ['2', '1', '3', '2'],
      ['2', '2', '1', '4'],
    ],
  },
};

/** "Reading together", measured twice so far, and "How numbers are made", measured once. */
export async function evaluationsUnderWay(player: Player): Promise<void> {
  await begin(player, reading);
  await begin(player, numbers);
}

async function begin(
  player: Player,
  { slug, plan, measures, groups, agreed, figures }: Running,
): Promise<void> {
  const steps = await stepsOf(player, slug);
  const on = (title: string): string => stepCalled(steps, title).on;
  const end = on('Where the pupils are at the end');
  const dates = {
    baseline: on('Where the pupils start'),
    middle: on('Where the pupils are now'),
    end,
    delayed: afterAWholeTerm(end),
  };
  player.at(daysAfter(dates.baseline, -5), '15:50');
  await player.does('cpd', `${evaluationOf(slug)}/plan/change`, { ...plan, ...dates, version: 0 });
  for (const [index, measure] of measures.entries())
    await player.does(groups[index]!.teacher, `${evaluationOf(slug)}/measures`, measure);
  await agreePlan(player, slug, agreed);
  const named: { teacher: string; href: string }[] = [];
  for (const group of groups)
    named.push({ teacher: group.teacher, href: await nameGroup(player, slug, group) });
  for (const moment of Object.keys(figures) as Moment[]) {
    player.at(daysAfter(dates[moment], 1), '16:00');
    for (const [index, group] of named.entries())
      await handIn(player, slug, group, moment, figures[moment]![index]!);
  }
  await player.settle();
}

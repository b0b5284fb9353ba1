import type { Fields } from '../browser.ts';
import type { PupilGroup } from './evaluation-steps.ts';

/** What was planned, measured, answered and said about "Talk that teaches": honest, and not all of it welcome. */

export const talkPlan: Fields = {
  pupils:
    'Twelve pupils of 5B, 6A and 6B who seldom speak in whole-class talk, four in each class, chosen by their teachers before the first seminar.',
  learning: 'They explain their thinking in more than one sentence, and refer to what somebody else said.',
  noticing:
    'In a five-minute discussion about a question they have not met before, recorded at the same time of the week.',
  whoMeasures: 'Each teacher for their own four; a colleague listens to one recording in four as well',
  comparison: 'none',
  comparisonAbout: '',
};

export const talkMeasures: readonly Fields[] = [
  {
    title: 'Longest answer',
    how: 'Words in the pupil’s longest turn in five minutes of discussion, counted from the recording.',
    kind: 'number',
    unit: 'words',
    lowest: 0,
    highest: 120,
    better: 'higher',
    whose: 'common',
    version: 0,
  },
  {
    title: 'Builds on what others say',
    how: 'The highest level heard in the same five minutes.',
    kind: 'rubric',
    better: 'higher',
    whose: 'common',
    version: 0,
    levels:
      'Alone: says own answer only\nAgrees: agrees or disagrees without a reason\nGives a reason: says why\nBuilds: takes up what somebody said and goes on from it',
  },
  {
    title: 'Turns in whole-class talk',
    how: 'A tally in one lesson, twenty minutes, by a colleague at the back.',
    kind: 'tally',
    unit: 'turns',
    minutes: 20,
    lowest: 0,
    highest: 60,
    better: 'neither',
    whose: 'common',
    version: 0,
  },
];

/** The figures: words, level and turns of each pupil, or why there is none. */
export const talkGroups: readonly PupilGroup[] = [
  {
    teacher: 'jakub',
    name: 'Four in 6A',
    codes: ['Heron', 'Fern', 'Otter', 'Larch'],
    figures: {
      baseline: ['7 1 2', '9 2 1', '5 1 0', '11 2 3'],
      middle: ['13 2 3', '15 2 4', '6 1 1', '19 2 3'],
      end: ['21 2 4', '18 2 not-done', '9 1 1', '26 3 5'],
      delayed: ['19 2 3', '20 2 4', '8 1 absent', '22 2 4'],
    },
  },
  {
    teacher: 'harriet',
    name: 'Four in 6B',
    codes: ['Maple', 'Robin', 'Slate', 'Wren'],
    figures: {
      baseline: ['8 2 1', '6 1 2', '12 2 2', '10 2 1'],
      middle: ['14 2 2', '9 2 absent', '18 2 4', '13 1 2'],
      end: ['22 2 3', '14 1 3', '25 3 4', '17 2 not-done'],
      delayed: ['20 2 2', '13 2 3', '21 2 5', '18 2 2'],
    },
  },
  {
    teacher: 'sofia',
    name: 'Four in 5B',
    codes: ['Coral', 'Finch', 'Moss', 'Teal'],
    figures: {
      baseline: ['4 1 0', '6 1 1', '8 2 1', '5 1 0'],
      middle: ['8 1 1', '9 1 2', '14 2 absent', '7 1 1'],
      end: ['12 1 2', '15 2 2', '19 2 3', 'absent absent absent'],
      delayed: ['11 1 1', '14 2 not-done', '18 2 3', 'left left left'],
    },
  },
];

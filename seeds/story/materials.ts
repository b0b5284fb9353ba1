import type { Player } from '../player.ts';
import { daysAfter } from './days.ts';
import { onePagePdf } from './one-page-pdf.ts';
import { stepCalled, stepsOf } from './lookups.ts';

interface Material {
  slug: string;
  step: string;
  by: string;
  title: string;
  /** Where it is, or the lines of a sheet that is handed out. */
  is: string | readonly string[];
}

const talk = 'talk-that-teaches';
const reading = 'reading-together';
const numbers = 'how-numbers-are-made';

const materials: readonly Material[] = [
  {
    slug: talk,
    step: 'First seminar',
    by: 'specialist',
    title: 'Talk moves, one page',
    is: [
      'Talk moves',
      'Say more about that.',
      'How do you know?',
      'Who can say that in their own words?',
      'Do you agree, and why?',
      'Who sees it differently?',
      'After each: wait three seconds before you speak.',
    ],
  },
  {
    slug: talk,
    step: 'See it in use',
    by: 'specialist',
    title: 'Film: a Year 5 discussion about fairness, nine minutes',
    is: 'https://films.university-of-the-coast.example/fairness-year-5',
  },
  {
    slug: talk,
    step: 'Second seminar',
    by: 'specialist',
    title: 'Film: the same class half a year later',
    is: 'https://films.university-of-the-coast.example/fairness-again',
  },
  {
    slug: talk,
    step: 'Final seminar',
    by: 'cpd',
    title: 'What we keep, agreed at the final seminar',
    is: [
      'What we keep',
      'One question a day that needs a reason.',
      'Three seconds of silence after it.',
      'Discussion in a circle on Thursdays in Years 3 to 6.',
      'New colleagues watch one before they run one.',
    ],
  },
  {
    slug: reading,
    step: 'First seminar',
    by: 'specialist',
    title: 'Twelve short texts, with notes on where pupils lose the thread',
    is: 'https://texts.university-of-the-coast.example/twelve',
  },
  {
    slug: reading,
    step: 'First seminar',
    by: 'specialist',
    title: 'Prompt cards to cut out',
    is: [
      'Prompt cards',
      'I wonder why ...',
      'I lost the thread when ...',
      'In my own words, this part says ...',
      'I think the next thing will be ... because ...',
      'A word I am not sure of is ...',
    ],
  },
  {
    slug: reading,
    step: 'See it in use',
    by: 'specialist',
    title: 'Recording: reading with six pupils of 4A',
    is: 'https://films.university-of-the-coast.example/six-readers',
  },
  {
    slug: reading,
    step: 'Second seminar',
    by: 'specialist',
    title: 'Handing over: what pupils can lead, and in which order',
    is: [
      'Handing over',
      '1. A pupil reads the card, the teacher answers.',
      '2. A pupil reads the card, another pupil answers.',
      '3. A pupil chooses the card.',
      '4. A pupil leads; the teacher keeps the time.',
    ],
  },
  {
    slug: numbers,
    step: 'First seminar',
    by: 'maths',
    title: 'Numbers made of numbers: ten-frame cards',
    is: [
      'Ten-frame cards',
      'Show each for two seconds.',
      'Ask: how many, and how did you see it?',
      'Write down the words, not whether it was right.',
    ],
  },
  {
    slug: numbers,
    step: 'See it in use',
    by: 'maths',
    title: 'Film: bead strings in Reception',
    is: 'https://films.coast-maths.example/bead-strings',
  },
];

/** What specialists and the leader put beside the sessions. */
export async function giveMaterials(player: Player): Promise<void> {
  for (const { slug, step: title, by, title: name, is } of materials) {
    const step = stepCalled(await stepsOf(player, slug), title);
    player.at(daysAfter(step.on, -5), '17:20');
    const address = `/programmes/${slug}/steps/${step.number}/materials`;
    if (typeof is === 'string') await player.does(by, address, { title: name, url: is });
    else
      await player.does(by, address, { title: name, shows: 'own' }, [
        {
          field: 'files',
          name: `${is[0]!.toLowerCase().replaceAll(' ', '-')}.pdf`,
          type: 'application/pdf',
          body: onePagePdf(is),
        },
      ]);
  }
}

import type { Player } from '../player.ts';
import { begins, daysAfter, teachingWeek } from './days.ts';
import { stepCalled, stepsOf } from './lookups.ts';

interface Exercise {
  /** The session it belongs to. */
  step: string;
  title: string;
  prompt: string;
  minutes: number;
  /** What each noticed; those who are not named have not done it. */
  done: Readonly<Record<string, string>>;
}

const reading: readonly Exercise[] = [
  {
    step: 'First seminar',
    title: 'Read a page aloud and say what you think',
    prompt:
      'Take one of the twelve texts. Read a page aloud to nobody and stop wherever you think something. Say it. Note where you stopped.',
    minutes: 20,
    done: {
      amina: 'I stopped eleven times on one page and at none of the places where I stop with the children.',
      gethin: 'Odd at first. I notice that I picture things; I have never told them so.',
      sofia: 'Most of my stops were at a word, hardly any at a thought.',
      mentors: 'I read faster when I think nobody listens. So do they.',
    },
  },
  {
    step: 'See it in use',
    title: 'Watch six readers',
    prompt:
      'Watch the recording once without sound and once with it. Choose one pupil and write down what that pupil does in each minute.',
    minutes: 30,
    done: {
      amina: 'The girl in the corner reads ahead whenever another pupil speaks.',
      gethin: 'The boy I chose said nothing for six minutes and then asked the best question of all.',
      sofia:
        'The quietest pupil turns back a page each time somebody else speaks. She is looking for the place.',
      yusuf: 'I watched the teacher first, by habit. Only the second time did I see the pupil.',
      mentors: 'He follows with his finger long after they have stopped reading.',
    },
  },
  {
    step: 'Second seminar',
    title: 'Say nothing for five minutes',
    prompt:
      'Let pupils lead a group with the prompt cards. Say nothing for five minutes. Afterwards write down what you would have said, and whether it was needed.',
    minutes: 25,
    done: {
      amina: 'I would have spoken nine times. It was needed once.',
      sofia: 'Four minutes. Then somebody asked me what a lighthouse keeper was and I was glad.',
    },
  },
];

const numbers: readonly Exercise[] = [
  {
    step: 'First seminar',
    title: 'Two seconds',
    prompt: 'Show eight ten-frame cards to three pupils, two seconds each. Write down their words.',
    minutes: 15,
    done: {
      oliver: 'Two of the three pointed at dots that were gone already, and counted them in the air.',
      mei: '“It is ten with three missing.” I had not taught that.',
      dilys: 'They see four at once and five never.',
    },
  },
  {
    step: 'See it in use',
    title: 'One string of beads',
    prompt: 'Ask a pupil to show eight on a bead string of five and five. Watch the hands, not the answer.',
    minutes: 10,
    done: {
      oliver: 'She moved them one by one, then looked up and said she could have taken the whole five.',
    },
  },
];

/** Exercises in two programmes: some done, some not, one that somebody need not do. */
export async function exercises(player: Player): Promise<void> {
  await set(player, 'reading-together', begins.reading, reading);
  await set(player, 'how-numbers-are-made', begins.numbers, numbers);
  player.at(teachingWeek(player, begins.reading + 3), '12:15');
  await player.does('cpd', '/programmes/reading-together/exercises/1/exempt', {
    person_id: player.school.people.yusuf!,
    ground: 'adjustment',
    reason: 'You read aloud with your early career mentor every week at the moment. Do the next one with us.',
  });
  for (const [index, { step, done }] of reading.entries())
    await practise(player, 'reading-together', index + 1, step, done);
  for (const [index, { step, done }] of numbers.entries())
    await practise(player, 'how-numbers-are-made', index + 1, step, done);
  await player.settle();
}

async function set(player: Player, slug: string, week: number, list: readonly Exercise[]): Promise<void> {
  player.at(teachingWeek(player, week - 1), '16:30');
  const steps = await stepsOf(player, slug);
  for (const { step, title, prompt, minutes } of list)
    await player.does('cpd', `/programmes/${slug}/exercises`, {
      title,
      prompt,
      minutes,
      required: 'yes',
      step_id: stepCalled(steps, step).id,
    });
}

async function practise(
  player: Player,
  slug: string,
  number: number,
  title: string,
  done: Exercise['done'],
): Promise<void> {
  const step = stepCalled(await stepsOf(player, slug), title);
  for (const [index, [key, noticed]] of Object.entries(done).entries()) {
    player.at(daysAfter(step.on, 3 + index), '17:30');
    await player.does(key, `/programmes/${slug}/exercises/${number}/done`, { noticed });
  }
}

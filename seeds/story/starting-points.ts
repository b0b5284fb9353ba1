import type { Player } from '../player.ts';
import { daysAfter } from './days.ts';
import { designsOf } from './designs.ts';

interface Account {
  pupils: string;
  beliefs: string;
  skills: string;
  obstacles: string;
  /** Whether the specialist of the programme may read it. */
  shared: boolean;
}

const accounts: Readonly<Record<string, Account>> = {
  amina: {
    pupils:
      'Six in my class read aloud beautifully. Asked what a page was about, they read me the first line again.',
    beliefs: 'I think understanding comes by reading more. I am less sure of that than I was.',
    skills: 'I can run a guided group. I do most of the talking in it.',
    obstacles: 'The other twenty-four. And the tests in May.',
    shared: true,
  },
  gethin: {
    pupils: 'Five boys who choose football books, read them fast and remember the pictures.',
    beliefs: 'Some children are just not readers yet. It comes.',
    skills: 'I read aloud well. I have never said out loud what I think while I read.',
    obstacles: 'Feeling foolish in front of a colleague, if I am honest.',
    shared: true,
  },
  sofia: {
    pupils: 'Four pupils new to English three years ago: quick, and lost in anything with a long sentence.',
    beliefs: 'Talk comes before reading.',
    skills: 'Vocabulary. Not yet what to do with a whole text.',
    obstacles: 'Time to plan with somebody.',
    shared: true,
  },
  yusuf: {
    pupils: 'My lowest group. I know their phonics scores and little else.',
    beliefs: 'I do not know what I believe about this yet.',
    skills: 'Phonics.',
    obstacles: 'It is my second year and everything takes me longer.',
    shared: false,
  },
};

/** What the specialist noted after talking with them, and what they said to it. */
const talks: Readonly<Record<string, { pupils: string; beliefs: string; reply: string }>> = {
  amina: {
    pupils:
      'Six who read with expression and without a picture of what they read. Two of them are thought of as the best readers of the class.',
    beliefs:
      'She is ready to doubt that more reading is enough. She would like to see somebody else run the group first.',
    reply: 'Yes. And I would like to be wrong about the two.',
  },
  gethin: {
    pupils: 'Five boys, quick and cheerful, who read for the pictures.',
    beliefs: 'He worries about feeling foolish. We agreed that I go first and lose the thread on purpose.',
    reply: '',
  },
};

/** Those in "Reading together" say where they start; all but one show it to the specialist. */
export async function startingPoints(player: Player): Promise<void> {
  const design = designsOf(player).find((each) => each.slug === 'reading-together')!;
  const programme = await player.db
    .selectFrom('programme')
    .select('id')
    .where('owner_id', '=', player.school.id)
    .where('slug', '=', design.slug)
    .executeTakeFirstOrThrow();
  for (const [key, { shared, ...texts }] of Object.entries(accounts)) {
    player.at(daysAfter(design.startsOn, -4), '15:50');
    const saved = await player.does(key, '/my-learning/starting-points', {
      title: 'Before we begin: reading',
      programme: programme.id,
      ...texts,
    });
    if (!shared) continue;
    await player.does(key, `${saved.to}/share`, { with: `circle:${programme.id}:specialist` });
    player.at(daysAfter(design.startsOn, -1), '10:20');
    await player.reads('specialist', saved.to);
    await talk(player, key, saved.to, daysAfter(design.startsOn, 1));
  }
  await player.settle();
}

async function talk(player: Player, key: string, href: string, day: string): Promise<void> {
  const noted = talks[key];
  if (!noted) return;
  player.at(day, '13:40');
  const { reply, ...texts } = noted;
  const notes = await player.does('specialist', `${href}/interview`, { held_on: day, ...texts });
  await player.settle();
  if (!reply) return;
  player.at(daysAfter(day, 1), '16:15');
  await player.reads(key, notes.to);
  await player.does(key, `${notes.to}/reply`, { version: 1, reply });
}

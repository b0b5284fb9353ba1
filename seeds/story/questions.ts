import type { Player } from '../player.ts';
import { begins, daysAfter, teachingWeek } from './days.ts';

interface Asked {
  slug: string;
  /** The teaching week in which it is asked, counted from now. */
  week: number;
  by: string;
  audience: 'group' | 'specialist';
  title: string;
  text: string;
  /** What was said to it, day by day; nothing while it waits. */
  replies: readonly (readonly [key: string, text: string])[];
}

const asked: readonly Asked[] = [
  {
    slug: 'talk-that-teaches',
    week: begins.talk + 4,
    by: 'yusuf',
    audience: 'group',
    title: 'When one pupil takes over',
    text: 'In my circle one boy answers everybody. If I stop him he says nothing for the rest of the day. What do you do?',
    replies: [
      [
        'specialist',
        'Give him a task that needs listening: he says at the end which two answers were closest to each other. And let everybody put down a counter when they have spoken; when it is gone, they listen.',
      ],
      ['mentors', 'We tried the counters in 3A. Two of the quiet ones spent theirs first.'],
    ],
  },
  {
    slug: 'talk-that-teaches',
    week: begins.talk + 8,
    by: 'elif',
    audience: 'specialist',
    title: 'Silent for three months',
    text: 'A girl who came from Ankara this year has not spoken in class yet. I speak Turkish with her at the door. Should I in the discussion?',
    replies: [
      [
        'specialist',
        'Yes, and let her answer in it, to you and to the class. Say it again in English afterwards without asking her to. The listening is work already; count that too.',
      ],
    ],
  },
  {
    slug: 'reading-together',
    week: begins.reading + 4,
    by: 'amina',
    audience: 'group',
    title: 'What do the other twenty-four do?',
    text: 'While I sit with six, the rest read alone, and three of them turn pages. Is there something better that needs no marking?',
    replies: [
      [
        'specialist',
        'Pairs with one text and one strip of paper: they stop at each picture or paragraph and write one question. You read the strips at the end of the day, without marking them.',
      ],
      ['sofia', 'That is how our envelopes began. Ours write more since they know that somebody reads them.'],
    ],
  },
  {
    slug: 'reading-together',
    week: begins.reading + 9,
    by: 'gethin',
    audience: 'specialist',
    title: 'When I do not know the answer myself',
    text: 'A pupil asked why the sailor went back, and I did not know. I made something up. How do you stay in the reading when you are stuck?',
    replies: [
      [
        'specialist',
        'Say so: “I do not know, and I would like to.” Then go back to the page together. It is the best moment of the whole session, and it cannot be planned.',
      ],
      ['gethin', 'Said it on Tuesday. They found two reasons and I had neither.'],
      ['specialist', 'That is the thing itself. Bring it to the next meeting if you like.'],
    ],
  },
  {
    slug: 'reading-together',
    week: begins.reading + 13,
    by: 'mentors',
    audience: 'group',
    title: 'Poems',
    text: 'All our texts are prose so far. Does the same way of reading do for a poem, or does it spoil it?',
    replies: [
      [
        'specialist',
        'Read the poem twice without stopping. Then the cards. Two of them are enough: “I wonder why” and “in my own words”.',
      ],
    ],
  },
  {
    slug: 'how-numbers-are-made',
    week: begins.numbers + 3,
    by: 'dilys',
    audience: 'group',
    title: 'Fingers',
    text: 'Ours use fingers for everything. Do I let them?',
    replies: [
      [
        'maths',
        'Let them, and make use of it: a whole hand is five without counting. Ask for seven “all at once” and see who puts up a hand and two.',
      ],
    ],
  },
  {
    slug: 'reading-together',
    week: -1,
    by: 'amina',
    audience: 'specialist',
    title: 'A pupil who leads too well',
    text: 'On Friday one girl led the group so well that the others waited for her to think. How do I hand over to all of them and not to one?',
    replies: [],
  },
];

/** Questions to the specialists between sessions; the last one waits for its answer. */
export async function questions(player: Player): Promise<void> {
  for (const { slug, week, by, audience, title, text, replies } of asked) {
    const day = daysAfter(teachingWeek(player, week), 3);
    player.at(day, '18:05');
    const { to } = await player.does(by, `/programmes/${slug}/questions`, { title, text, audience });
    await player.settle();
    for (const [index, [key, words]] of replies.entries()) {
      player.at(daysAfter(day, 1 + index), '09:20');
      await player.does(key, `${to}/replies`, { text: words });
    }
    await player.settle();
  }
}

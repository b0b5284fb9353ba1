import type { Player } from '../player.ts';
import { daysAfter, teachingWeek } from './days.ts';

/** What one person answered: most and least needed, a topic of the list and own words. */
type Said = readonly [most: string, why: string, least: string, leastWhy: string];

const lastYear: Readonly<Record<string, Said>> = {
  amina: [
    'Reading and understanding',
    'Mine read every word and cannot tell me what happened. I ask, they look for the line to copy.',
    'Technology for learning',
    'We have had a lot of this already.',
  ],
  gethin: [
    'Reading and understanding',
    'I know the strategies by name. I do not know what to do when a group has lost the thread.',
    'Homework that is worth doing',
    '',
  ],
  sofia: [
    'Reading and understanding',
    'How to work with six at a table while twenty-four others do something worthwhile.',
    'Behaviour and routines',
    'Ours are settled.',
  ],
  mentors: ['Questioning and discussion', 'They answer me, never each other.', 'Technology for learning', ''],
  yusuf: [
    'Reading and understanding',
    'I was never taught how to teach it. I was taught phonics.',
    'Leading a team',
    'Not yet.',
  ],
  jakub: [
    'Practice, and helping pupils remember',
    'By June they have lost what they could do in October.',
    'Phonics and early reading',
    '',
  ],
  harriet: [
    'Practice, and helping pupils remember',
    'Science above all: each unit starts from nothing.',
    'Technology for learning',
    'The tablets are still in the box.',
  ],
  bronwen: ['Writing', 'Sentences. Before paragraphs, sentences.', 'Homework that is worth doing', ''],
  elif: [
    'Pupils new to English',
    'Four new arrivals since January, and one of me.',
    'Assessment and using data',
    'Less of it, rather than more training.',
  ],
  oliver: ['Number', 'They count everything from one.', 'Leading a team', ''],
  mei: [
    'Number',
    'How numbers are made up; the ten-frame helps and then what?',
    'Technology for learning',
    '',
  ],
  dilys: [
    'Talk and early language',
    'More children come to us with few words than ten years ago.',
    'Technology for learning',
    'I would gladly give back the time.',
  ],
  kezia: ['Number', 'And how to see what each of thirty can do.', 'Writing', ''],
  music: [
    'Reading and understanding',
    'They sing words whose meaning they have never asked for.',
    'Technology for learning',
    '',
  ],
  senco: [
    'Different needs in one class',
    'Colleagues ask me for a sheet of strategies. A sheet will not do it.',
    'Assessment and using data',
    '',
  ],
};

const thisYear: Readonly<Record<string, Said>> = {
  amina: [
    'Questioning and discussion',
    'The reading groups showed me how short my questions are.',
    'Technology for learning',
    '',
  ],
  jakub: [
    'Feedback and marking',
    'I write a great deal and they read very little of it.',
    'Behaviour and routines',
    '',
  ],
  elif: ['Pupils new to English', 'Still. Now there are seven.', 'Homework that is worth doing', ''],
  kezia: [
    'Working with teaching assistants',
    'We are two in the room and plan as one.',
    'Leading a team',
    '',
  ],
  bronwen: ['Writing', 'From the sentence to the paragraph.', 'Technology for learning', ''],
  music: [
    'Working with families',
    'Who does not come to the concerts, and why?',
    'Technology for learning',
    'Least of all.',
  ],
};

/** Whom a topic came second for, so that counts are there to show. */
const secondLastYear = {
  most: {
    'Reading and understanding': ['harriet', 'bronwen', 'elif'],
    'Practice, and helping pupils remember': ['oliver', 'mei', 'kezia', 'dilys'],
  },
  least: { 'Homework that is worth doing': ['amina', 'oliver', 'kezia'] },
};
type Second = Readonly<Record<'most' | 'least', Readonly<Record<string, readonly string[]>>>>;

export const firstAsking = 'what-do-you-need-in-the-year-ahead';

/** Two askings: one in spring, joined to priorities and answered by a programme, one that is open now. */
export async function needs(player: Player): Promise<void> {
  await ask(
    player,
    'What do you need in the year ahead?',
    firstAsking,
    teachingWeek(player, -26),
    daysAfter(teachingWeek(player, -25), 4),
    lastYear,
    secondLastYear,
  );
  await ask(
    player,
    'What would help you most this term?',
    'what-would-help-you-most-this-term',
    teachingWeek(player, -1),
    daysAfter(teachingWeek(player, 1), 4),
    thisYear,
    { most: {}, least: {} },
  );
}

async function ask(
  player: Player,
  title: string,
  slug: string,
  day: string,
  closesOn: string,
  said: Readonly<Record<string, Said>>,
  second: Second,
): Promise<void> {
  const { db, school } = player;
  player.at(day);
  await player.does('cpd', '/school/needs', {
    title,
    note: 'Ten minutes. Say it in your own words if the list does not fit. I read every answer and will say what came of it.',
    closes_on: closesOn,
    whom: 'all',
    'topics-teaching': [
      'explaining',
      'questioning',
      'feedback-marking',
      'checking-understanding',
      'practice-memory',
      'group-work',
      'homework',
    ],
    'topics-pupils': [
      'additional-needs',
      'diverse-learners',
      'behaviour',
      'new-to-english',
      'wellbeing',
      'families',
    ],
    'topics-early-and-primary': [
      'early-talk',
      'phonics-early-reading',
      'reading-comprehension',
      'primary-writing',
      'early-number',
      'primary-mathematics',
      'primary-science',
    ],
    'topics-work': ['assessment-data', 'technology', 'support-staff', 'leading-team', 'research-reading'],
    priority: (
      await db.selectFrom('school_priority').select('id').where('owner_id', '=', school.id).execute()
    ).map((row) => row.id),
  });
  await player.settle();
  const topics = await db
    .selectFrom('needs_topic as t')
    .innerJoin('needs_asking as a', (join) =>
      join.onRef('a.owner_id', '=', 't.owner_id').onRef('a.id', '=', 't.asking_id'),
    )
    .select(['t.id', 't.title'])
    .where('t.owner_id', '=', school.id)
    .where('a.slug', '=', slug)
    .execute();
  const topic = (named: string): string => {
    const found = topics.find((each) => each.title === named);
    if (!found) throw new Error(`No topic is called '${named}'.`);
    return found.id;
  };
  const secondOf = (side: keyof Second, key: string): string => {
    const named = Object.keys(second[side]).find((each) => second[side][each]!.includes(key));
    return named === undefined ? '' : topic(named);
  };
  let on = 0;
  for (const [key, [most, why, least, leastWhy]] of Object.entries(said)) {
    player.at(daysAfter(day, ++on % 3), '16:10');
    await player.does(key, `/needs/${slug}/answer`, {
      version: 0,
      'most-1-topic': topic(most),
      'most-1-words': why,
      'most-2-topic': secondOf('most', key),
      'least-1-topic': topic(least),
      'least-1-words': leastWhy,
      'least-2-topic': secondOf('least', key),
      'how-identified': ['self-reflection'],
      'preferred-way': ['with-colleague'],
    });
  }
  await player.settle();
}

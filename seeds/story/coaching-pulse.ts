import type { Player } from '../player.ts';
import { dayOf } from './coaching-forms.ts';

type Answers = readonly [open: string, asked: string, helped: string, words?: string];

/** What those who were asked answered, each about whom they work with. */
const answered: Readonly<Record<string, Answers>> = {
  yusuf: ['yes', 'asked', 'helped', 'She has stopped finishing my sentences. I have noticed and so has she.'],
  kezia: ['yes', 'asked', 'helped'],
  oliver: ['yes', 'asked', 'helped'],
  sofia: ['yes', 'asked', 'helped'],
  mei: ['nothing-to-say', 'no-need', 'helped'],
  amina: ['nothing-to-say', 'no-need', 'helped'],
  gethin: ['nothing-to-say', 'no-need', 'helped'],
  music: ['nothing-to-say', 'no-need', 'helped'],
  'of-reception': [
    'yes',
    'asked',
    'both',
    'It is hard to say to somebody who has done it for eleven years that I do not understand.',
  ],
  'of-year-2': ['nothing-to-say', 'no-need', 'helped'],
};

/**
 * The three questions about working together: asked three weeks ago of everybody who learns in a pairing. What is told
 * before it has been as far as last week already, so that no round was opened by itself.
 */
export async function threeQuestions(player: Player): Promise<void> {
  const round = dayOf(player, -3, 4);
  player.at(round, '05:40');
  await player.runs('coaching.pulse');
  for (const [key, [open, asked, helped, words = '']] of Object.entries(answered)) {
    player.at(round, '16:20');
    await player.does(key, `/coaching/${await learnsIn(player, key)}/questions`, {
      open,
      asked,
      helped,
      words,
      round,
      version: 0,
    });
  }
  await player.settle();
}

/** The coaching in which somebody is learner or co-coach. */
async function learnsIn({ db, school }: Player, key: string): Promise<string> {
  const { id } = await db
    .selectFrom('pairing as p')
    .innerJoin('pairing_person as x', (join) =>
      join.onRef('x.owner_id', '=', 'p.owner_id').onRef('x.pairing_id', '=', 'p.id'),
    )
    .select('p.circle_id as id')
    .where('p.owner_id', '=', school.id)
    .where('x.owner_id', '=', school.id)
    .where('x.person_id', '=', school.people[key]!)
    .where('x.part', 'in', ['learner', 'co-coach'])
    .where('p.agreed_at', 'is not', null)
    .where('p.ended_at', 'is', null)
    .executeTakeFirstOrThrow();
  return id;
}

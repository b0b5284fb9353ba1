import type { Fields } from '../browser.ts';
import type { Player } from '../player.ts';
import { dayOf } from './coaching-forms.ts';
import { addressIn } from './lookups.ts';
import * as texts from './practice-texts.ts';

/** What Amina practises, what the school's library holds beside the catalogue, and who could show what to whom. */
export async function practice(player: Player): Promise<void> {
  await goesByItself(player);
  await gathersDust(player);
  await underWay(player);
  await libraryAndExchange(player);
}

const begin = async (player: Player, fields: Fields): Promise<string> =>
  addressIn((await player.does('amina', '/my-learning/practice/new', { step: '', ...fields })).to);

const rehearse = (player: Player, href: string, on: string, said: Fields): Promise<unknown> =>
  player.does('amina', `${href}/rehearsals`, { on_date: on, how: 'alone', words: '', ...said });

/** She meets it again: which time, in which week, how it went. */
async function meetAgain(
  player: Player,
  href: string,
  looks: readonly (readonly [week: number, how: string, note: string])[],
): Promise<void> {
  for (const [index, [week, how, note]] of looks.entries()) {
    player.at(dayOf(player, week, 3), '17:15');
    await player.does('amina', `${href}/looks/${index + 1}`, { how, note });
  }
}

/** Begun in the year before; the old habit is asked about later on. */
async function goesByItself(player: Player): Promise<void> {
  const on = dayOf(player, -34, 1);
  player.at(on, '16:30');
  const href = await begin(player, texts.waiting);
  await player.does('amina', `${href}/seen`);
  await rehearse(player, href, on, { words: 'In the car, with the radio off.' });
  await player.does('amina', `${href}/looks`);
  await meetAgain(player, href, [
    [-33, 'with-thought', 'If there is a post-it on the board.'],
    [-30, 'with-thought', ''],
    [-23, 'by-itself', ''],
    [-8, 'by-itself', 'A pupil said “you’re doing the waiting” and I had not noticed.'],
  ]);
}

async function gathersDust(player: Player): Promise<void> {
  const on = dayOf(player, -12, 0);
  player.at(on, '18:20');
  const href = await begin(player, texts.threeWords);
  await rehearse(player, href, on, { words: 'Made the cards.' });
}

/** It began as a step with Gethin. One thing is varied each time. */
async function underWay(player: Player): Promise<void> {
  const on = dayOf(player, -6, 3);
  player.at(on, '17:20');
  const href = await begin(player, { ...texts.anotherExplains, step: await firstStep(player) });
  await player.does('amina', `${href}/seen`);
  await rehearse(player, href, on, {
    how: 'partner',
    with: player.school.people.gethin,
    words: 'Gethin was Ruben. I said “good” twice and he threw a paper ball.',
  });
  await player.does('amina', `${href}/looks`);
  for (const { when, said } of texts.experiment) {
    const day = dayOf(player, ...when);
    player.at(day, '16:25');
    await player.does('amina', '/my-learning/try-outs/new', {
      on_date: day,
      surprise: '',
      next: '',
      minutes: 10,
      practice: href.split('/').at(-1),
      ...said,
    });
  }
  await meetAgain(player, href, [
    [-5, 'forgot', ''],
    [-4, 'with-thought', 'In mathematics. In reading I still nod.'],
    [-1, 'with-thought', 'Better. They do it to each other.'],
  ]);
}

async function firstStep({ db, school }: Player): Promise<string> {
  const { id } = await db
    .selectFrom('action_step')
    .select('id')
    .where('owner_id', '=', school.people.amina!)
    .orderBy('created_at')
    .executeTakeFirstOrThrow();
  return id;
}

async function libraryAndExchange(player: Player): Promise<void> {
  player.at(dayOf(player, -6, 4), '15:45');
  const onePen = addressIn((await player.does('harriet', '/practice/techniques/new', texts.onePen)).to);
  player.at(dayOf(player, -2, 2), '12:30');
  await player.does('sofia', `${onePen}/examples`, texts.onePenShown);
  await player.does('sport', '/practice/techniques/new', texts.endFirst);
  player.at(dayOf(player, -2, 3), '15:50');
  for (const [key, side, technique] of texts.choices)
    await player.does(key, '/practice/exchange/choices', {
      technique: technique === 'one-pen' ? onePen.split('/').at(-1) : technique,
      side,
    });
  await player.settle();
}

import { newId } from '#platform/db/ids.ts';
import type { Fields } from '../browser.ts';
import type { Player } from '../player.ts';
import { dayOf } from './coaching-forms.ts';
import { daysAfter } from './days.ts';
import { addressIn, pairingOf } from './lookups.ts';
import * as texts from './instruments-texts.ts';

/** Visits with an instrument that the teacher chose: one from the first yes to what is practised now, one to come. */
export async function visitsWithInstruments(player: Player): Promise<void> {
  await oneThingTried(player);
  await threeAreWatched(player);
}

async function oneThingTried(player: Player): Promise<void> {
  const { when, predicted, pressed, then, who, noticed, feedback, plan, practise } = texts.oneThing;
  const instrument = 'one-thing-tried';
  const on = dayOf(player, -3, 3);
  player.at(dayOf(player, -4, 4), '12:40');
  const circle = await pairingOf(player, 'yusuf', 'mentoring');
  const { to } = await player.does('yusuf', '/my-learning/observations/new', {
    ...when,
    on_date: on,
    with: `${circle} ${player.school.people.bronwen}`,
    role: 'observed',
  });
  const href = addressIn(to);
  await player.does('bronwen', `${href}/accept`);
  await player.does('yusuf', `${href}/instrument`, { instrument, version: 0 });
  await player.does('yusuf', `${href}/write/predicted`, { version: 0, ...predicted });
  player.at(dayOf(player, -3, 2), '16:15');
  await player.does('bronwen', `${href}/prepared`);
  await player.settle();

  const enter = async (entry: Fields): Promise<string> => {
    const id = newId(player.services.now());
    await player.does('bronwen', `${href}/record`, { id, instrument, ...entry });
    return `entry:${id}`;
  };
  for (const [minute, choice] of pressed) {
    player.at(on, `10:${String(minute).padStart(2, '0')}`);
    await enter({ part: 'done', choice });
  }
  player.at(on, '10:34');
  const heard = await enter({ part: 'pupils', choice: 'then', text: then });
  await enter({ part: 'pupils', choice: 'who', text: who });

  player.at(on, '15:35');
  await player.does('yusuf', `${href}/done`);
  await player.does('yusuf', `${href}/write/noticed`, { version: 0, ...noticed, ready: 'yes' });
  player.at(daysAfter(on, 1), '08:10');
  await player.does('bronwen', `${href}/write/feedback`, { version: 0, ...feedback, ready: 'yes' });
  player.at(daysAfter(on, 1), '16:30');
  await player.reads('yusuf', href);
  await player.does('yusuf', `${href}/evidence`, { evidence: [heard, `count:${instrument}:done:tried`] });
  await player.does('yusuf', `${href}/write/plan`, { version: 0, ...plan });
  await player.does('yusuf', '/my-learning/practice/new', {
    step: '',
    after: href.split('/').at(-1),
    ...practise,
  });
  await player.settle();
}

/** The next visit in Amina's agreement with Gethin: she chooses what he records with, and says what she expects. */
async function threeAreWatched(player: Player): Promise<void> {
  const { school } = player;
  const { when, pupils, predicted } = texts.expectedAndSeen;
  player.at(dayOf(player, -1, 3), '12:35');
  const visit = await player.db
    .selectFrom('observation')
    .select(['id', 'on_date as on', 'version'])
    .where('owner_id', '=', school.id)
    .where('observed_id', '=', school.people.amina!)
    .where('observer_id', '=', school.people.gethin!)
    .where('on_date', '>', school.today)
    .where('accepted_at', 'is not', null)
    .where('called_off_at', 'is', null)
    .orderBy('on_date')
    .executeTakeFirstOrThrow();
  const href = `/observations/${visit.id}`;
  await player.does('amina', `${href}/arrange`, { ...when, on_date: visit.on, version: visit.version });
  await player.does('amina', `${href}/instrument`, { instrument: 'expected-and-seen', version: 0 });
  const rows = pupils.flatMap(([pupil, expected], row) => [
    [`pupil-${row + 1}`, pupil],
    [`expected-${row + 1}`, expected],
  ]);
  await player.does('amina', `${href}/instrument/set-up`, {
    version: 1,
    seats: '',
    ...Object.fromEntries(rows),
  });
  await player.does('amina', `${href}/write/predicted`, { version: 0, ...predicted });
  await player.settle();
}

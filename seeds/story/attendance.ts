import type { Fields } from '../browser.ts';
import type { Player } from '../player.ts';
import { daysAfter } from './days.ts';
import { stepsOf, type StoryStep } from './lookups.ts';

type State = 'here' | 'online' | 'later' | 'not-here';

/** Those who were not simply there, by programme, step and person; and who said so beforehand. */
const otherwise: Readonly<Record<string, Readonly<Record<string, Readonly<Record<string, State>>>>>> = {
  'talk-that-teaches': {
    'First seminar': { marged: 'online' },
    'See it in use': { elif: 'not-here' },
    'Second meeting over evidence': { yusuf: 'not-here', mentors: 'online' },
    'What we have learnt so far': { jakub: 'not-here' },
    'Meeting led by teachers': { harriet: 'online' },
    'Time to put it in order': { sofia: 'not-here' },
  },
  'reading-together': {
    'First seminar': { yusuf: 'online' },
    'See it in use': { gethin: 'not-here' },
    'Second meeting over evidence': { sofia: 'not-here' },
    'Second seminar': { mentors: 'online' },
    'Meeting led by teachers': { amina: 'online' },
  },
  'how-numbers-are-made': {
    'First seminar': { kezia: 'not-here' },
    'First meeting over evidence': { dilys: 'online' },
  },
};

/** Who said beforehand that they could not come. */
const apologies: readonly [slug: string, title: string, key: string, reason: string][] = [
  ['talk-that-teaches', 'Second meeting over evidence', 'yusuf', 'At the early career day in town.'],
  ['talk-that-teaches', 'What we have learnt so far', 'jakub', 'Hospital appointment.'],
  ['reading-together', 'Second meeting over evidence', 'sofia', 'On the Year 5 residential.'],
];

/** Who watched the recording or did it another day, so that the roll was put right a fortnight later. */
const madeGood: readonly [slug: string, title: string, key: string][] = [
  ['talk-that-teaches', 'See it in use', 'elif'],
  ['reading-together', 'See it in use', 'gethin'],
];

/** Kinds of step at which everybody comes together; the program keeps a register of these alone. */
const gatherings = [
  'interview',
  'input',
  'modelling',
  'meeting',
  'consolidation',
  'hand-over',
  'peer-assessment',
];

/** Marks who came to everything that lies behind us in the three programmes that have begun. */
export async function attendance(player: Player): Promise<void> {
  for (const slug of Object.keys(otherwise)) {
    const steps = (await stepsOf(player, slug)).filter(
      ({ kind, mode, on }) => gatherings.includes(kind) && mode !== 'own-time' && on < player.school.today,
    );
    for (const step of steps) await mark(player, slug, step);
  }
  await player.settle();
}

async function mark(player: Player, slug: string, step: StoryStep): Promise<void> {
  const at = `/programmes/${slug}/steps/${step.number}`;
  const of = ([in_, title]: readonly string[]): boolean => in_ === slug && title === step.title;
  for (const each of apologies.filter(of)) {
    player.at(daysAfter(step.on, -4), '08:05');
    await player.does(each[2], `${at}/cannot-come`, { reason: each[3] });
  }
  const { people } = player.school;
  const exceptions = otherwise[slug]?.[step.title] ?? {};
  player.at(step.on, '16:40');
  const others = Object.entries(exceptions).filter(([key]) => !isOut(key, step));
  const states: Fields = Object.fromEntries(
    (await onRoll(player, slug, step)).flatMap((key) => [
      [`state-${people[key]}`, others.find(([other]) => other === key)?.[1] ?? 'here'],
      [`was-${people[key]}`, ''],
    ]),
  );
  await player.does('cpd', `${at}/attendance`, states);
  for (const [, , key] of madeGood.filter(of)) {
    const corrected = daysAfter(step.on, 9);
    if (corrected >= player.school.today) continue;
    player.at(corrected, '12:45');
    await player.does('cpd', `${at}/attendance`, {
      [`state-${people[key]}`]: 'later',
      [`was-${people[key]}`]: 'not-here',
    });
  }
}

/** Marged Lewis left the programme after its first meeting. */
const isOut = (key: string, step: StoryStep): boolean => key === 'marged' && step.number > 11;

async function onRoll(player: Player, slug: string, step: StoryStep): Promise<string[]> {
  const { school, db } = player;
  const rows = await db
    .selectFrom('circle_member as m')
    .innerJoin('programme as p', (join) =>
      join.onRef('p.owner_id', '=', 'm.owner_id').onRef('p.id', '=', 'm.circle_id'),
    )
    .select('m.person_id as id')
    .where('m.owner_id', '=', school.id)
    .where('p.slug', '=', slug)
    .where('m.part', '=', 'participant')
    .execute();
  const ids = new Set(rows.map(({ id }) => id));
  return Object.keys(school.people).filter((key) => ids.has(school.people[key]!) && !isOut(key, step));
}

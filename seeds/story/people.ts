import type { Player } from '../player.ts';
import { begins, daysAfter, teachingWeek, yearsAgo } from './days.ts';

/** Who works when; who left the first programme; who came to the school. */
export async function comingAndGoing(player: Player): Promise<void> {
  await partTime(player);
  player.at(teachingWeek(player, begins.talk + 5), '08:50');
  const { marged } = player.school.people;
  await player.does('cpd', `/programmes/talk-that-teaches/people/${marged}/leave`, { part: 'participant' });
  await ifeomaComes(player);
}

/**
 * Marged's post changed soon after "Talk that teaches" began, so she left it; last summer she left the school.
 * What she did stays. The last act: the program forgets nobody's standing backwards.
 */
export async function margedLeaves(player: Player): Promise<void> {
  const last = yearsAgo(player, 1).terms[2]!.endsOn;
  player.at(last, '15:30');
  await player.does('office', `/people/${player.school.people.marged}/leave`, { last });
}

async function partTime(player: Player): Promise<void> {
  const { people } = player.school;
  player.at(yearsAgo(player, 1).terms[0]!.startsOn, '16:00');
  await player.does('music', `/people/${people.music}/working-pattern`, {
    version: 0,
    monday: 'yes',
    tuesday: 'yes',
    wednesday: 'yes',
    wednesday_from: '08:30',
    wednesday_until: '12:30',
    note: 'Every day in the last week before a concert.',
  });
  await player.does('sport', `/people/${people.sport}/working-pattern`, {
    version: 0,
    tuesday: 'yes',
    wednesday: 'yes',
    thursday: 'yes',
    friday: 'yes',
    note: '',
  });
  await player.does('office', `/people/${people.senco}/working-pattern`, {
    version: 0,
    monday: 'yes',
    tuesday: 'yes',
    thursday: 'yes',
    friday: 'yes',
    friday_from: '08:30',
    friday_until: '12:00',
    note: 'Friday afternoons at the health centre in even weeks.',
  });
}

/** A colleague for whom September was the first month here; she is in the programme that begins next. */
async function ifeomaComes(player: Player): Promise<void> {
  const { people } = player.school;
  player.at(daysAfter(yearsAgo(player, 1).terms[2]!.endsOn, 3), '10:00');
  const start = yearsAgo(player, 0).terms[0]!.startsOn;
  const { to } = await player.does('office', '/people/new', {
    kind: 'staff',
    given: 'Ifeoma',
    family: 'Nwosu',
    job: 'Support teacher, Years 1 and 2',
    email: 'ifeoma.nwosu@sandhaven.example',
    start,
    roles: ['teacher'],
  });
  await player.does('office', `${to}/line-managers`, { manager: people.deputy!, from: start });
  await player.does('office', `${to}/working-pattern`, {
    version: 0,
    monday: 'yes',
    tuesday: 'yes',
    wednesday: 'yes',
    note: '',
  });
  await player.settle();
  player.at(teachingWeek(player, -1), '14:10');
  await player.does('cpd', '/programmes/remembering-more/people/enrol', {
    part: 'participant',
    people: [to.split('/').at(-1)!],
  });
  await player.settle();
}

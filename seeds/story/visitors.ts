import { addDays, isWeekend } from '#platform/calendar/dates.ts';
import type { Player } from '../player.ts';

/** Who comes to Sandhaven Primary: a volunteer who hears children read each week, and the boiler's engineer. */
export async function visitors(player: Player): Promise<void> {
  const { today, people } = player.school;
  let day = today;
  while (isWeekend(day)) day = addDays(day, 1);
  player.at(today, '08:10');
  await player.does('amina', '/visitors/new', {
    name: 'Eirlys Pritchard',
    organisation: 'Grandmother of a pupil in 4A',
    kind: 'volunteer',
    host: people['amina']!,
    purpose: 'Hears children read',
    place: 'Library',
    day,
    from: '10:00',
    weekly_until: addDays(day, 35),
  });
  await player.does('office', '/visitors/new', {
    name: 'Idwal Hughes',
    organisation: 'Boilers and Sons',
    kind: 'contractor',
    host: people['office']!,
    purpose: 'The boiler’s yearly check',
    place: 'Boiler room',
    day,
    from: '08:30',
  });
}

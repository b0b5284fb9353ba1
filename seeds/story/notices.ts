import { addDays } from '#platform/calendar/dates.ts';
import { cast } from '../cast.ts';
import type { Player } from '../player.ts';

/** Those who have not said yet that they have read about the fire drill. */
const notYet = ['oliver', 'mei', 'sport', 'music'];

/** What hangs on the board of Sandhaven Primary: a few notices, one to be read, the bulletin, and one that is over. */
export async function notices(player: Player): Promise<void> {
  const { today, units } = player.school;
  const on = (days: number) => addDays(today, days);
  const putUp = async (
    key: string,
    days: number,
    until: number,
    fields: Record<string, string | string[]>,
  ) => {
    player.at(on(days), '07:50');
    const { to } = await player.does(key, '/notices', { from_on: on(days), until_on: on(until), ...fields });
    return to;
  };
  await putUp('office', -12, -8, {
    title: 'School photographs',
    text: 'The photographer is in the hall all day. Classes go down in the order on the door.',
    to: 'staff',
  });
  await putUp('amina', -6, 8, {
    title: 'Shoe boxes for the model village',
    text: 'We are building a village in 4A. If you have a shoe box to spare, please send it in with your child.',
    classes: units['4A']!,
    people: ['pupil', 'family'],
  });
  const drill = await putUp('office', -4, 10, {
    title: 'Fire drill: where we meet',
    text: 'While the playground is being mended we meet on the field, by the gate to Shore Lane.\nClasses line up in the order of the registers. Whoever has no class stands with the office.',
    to: 'staff',
    must_read: 'yes',
  });
  await player.settle();
  player.at(on(-3), '08:10');
  for (const { key } of cast)
    if (key !== 'office' && key !== 'marged' && !notYet.includes(key))
      await player.does(key, `${drill}/read`, { version: '1' });
  await putUp('head', -2, 6, {
    title: 'Governors visit on their own feet',
    text: 'Two governors walk round the school this week and say hello. They observe nobody, and nothing needs to be prepared.',
    to: 'staff',
  });
  await putUp('deputy', -1, 2, {
    title: 'Library open at lunch',
    text: 'The library is open from half past twelve. Years 5 and 6 may come by themselves, and everybody else with a friend.',
    sort: 'bulletin',
    to: 'pupil',
  });
  await putUp('head', -1, 4, {
    title: 'Welcome to the choir',
    text: 'The choir sings on Thursday after school in the hall. Everybody can join, whether or not they have sung before.',
    to: ['pupil', 'family'],
  });
  await player.settle();
}

import type { Player } from '../player.ts';
import { teachingWeek, yearsAgo } from './days.ts';

/** What the school has been working on. */
export async function priorities(player: Player): Promise<void> {
  const [first, now] = [yearsAgo(player, 2).terms[0]!.startsOn, yearsAgo(player, 0)];
  player.at(first);
  await player.does('head', '/school/priorities', {
    title: 'Pupils explain their thinking',
    about:
      'In most lessons pupils answer in a word or two. We want them to explain, to listen, and to build on what others say.',
    starts_on: first,
    ends_on: now.terms[2]!.endsOn,
  });
  await player.does('head', '/school/priorities', {
    title: 'Everybody reads for meaning',
    about:
      'Many pupils in Years 4 to 6 read aloud well and cannot say what a page was about. The gap is widest among those who read least at home.',
    starts_on: first,
    ends_on: now.terms[2]!.endsOn,
  });
  const third = teachingWeek(player, -9);
  player.at(third);
  await player.does('head', '/school/priorities', {
    title: 'A firm start in number',
    about: 'Pupils in Reception and Year 1 count well and are less sure how numbers are made up.',
    starts_on: third,
    ends_on: '',
  });
}

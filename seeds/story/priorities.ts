import type { Player } from '../player.ts';
import { yearsAgo } from './days.ts';

/** What the school has been working on. */
export async function priorities(player: Player): Promise<void> {
  const [before, now] = [yearsAgo(player, 1), yearsAgo(player, 0)];
  player.at(before.terms[0]!.startsOn);
  await player.does('head', '/school/priorities', {
    title: 'Pupils explain their thinking',
    about: 'In most lessons pupils answer in a word or two. We want them to explain, to listen, and to build on what others say.',
    starts_on: before.terms[0]!.startsOn,
    ends_on: now.terms[2]!.endsOn,
  });
  await player.does('head', '/school/priorities', {
    title: 'Everybody reads for meaning',
    about: 'Many pupils in Years 4 to 6 read aloud well and cannot say what a page was about. The gap is widest among those who read least at home.',
    starts_on: before.terms[0]!.startsOn,
    ends_on: now.terms[2]!.endsOn,
  });
  player.at(now.terms[0]!.startsOn);
  await player.does('head', '/school/priorities', {
    title: 'A firm start in number',
    about: 'Pupils in Reception and Year 1 count well and are less sure how numbers are made up.',
    starts_on: now.terms[0]!.startsOn,
    ends_on: '',
  });
}

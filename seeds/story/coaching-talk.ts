import type { Player } from '../player.ts';
import { dayOf, timesOf } from './coaching-forms.ts';
import type { TalkText, TimesText } from './coaching-text.ts';
import { addressIn } from './lookups.ts';

/** What they wrote of a conversation at one of their times, with the notes on its stretches. */
export async function talk(
  player: Player,
  href: string,
  { day }: Pick<TimesText, 'day'>,
  { week, begunBy, parts, notes = [] }: TalkText,
): Promise<void> {
  const { people } = player.school;
  const on = dayOf(player, week, day);
  const meeting = (await timesOf(player, href))[on];
  player.at(on, '16:50');
  const { to } = await player.does(begunBy, `${href}/conversations`, { on_date: on, meeting });
  const there = addressIn(to);
  for (const [part, [by, text]] of Object.entries(parts)) {
    const [what, whose] = part.split('-') as [string, string?];
    const address = whose ? `${what}-${people[whose]}` : what;
    await player.does(by, `${there}/parts/${address}`, { text, version: 0 });
  }
  for (const { by, began, subject, words = '', as } of notes) {
    const [stimulus, tone, scale, timeframe] = as;
    await player.does(by, `${there}/notes`, {
      subject,
      words,
      initiator: people[began],
      stimulus,
      tone,
      scale,
      timeframe,
    });
  }
}

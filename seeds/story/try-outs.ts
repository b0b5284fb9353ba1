import { addDays } from '#platform/calendar/dates.ts';
import type { Player } from '../player.ts';
import { begins, daysAfter, teachingWeek } from './days.ts';
import { drawnPage } from './drawn-page.ts';
import { addressIn, partnershipOf, programmeId } from './lookups.ts';
import type { TryOutText } from './try-out-text.ts';
import { numberTryOuts } from './try-outs-of-numbers.ts';
import { readingTryOuts } from './try-outs-of-reading.ts';
import { readingTryOutsAgain } from './try-outs-of-reading-again.ts';
import { talkTryOuts } from './try-outs-of-talk.ts';
import { talkTryOutsAgain } from './try-outs-of-talk-again.ts';

/** What teachers tried in class and with whom they shared it; some with a photograph, many with a word from a colleague. */
export async function tryOuts(player: Player): Promise<void> {
  await logAll(player, 'talk-that-teaches', begins.talk, [...talkTryOuts, ...talkTryOutsAgain]);
  await logAll(player, 'reading-together', begins.reading, [...readingTryOuts, ...readingTryOutsAgain]);
  await logAll(player, 'how-numbers-are-made', begins.numbers, numberTryOuts);
}

async function logAll(
  player: Player,
  slug: string,
  first: number,
  texts: readonly TryOutText[],
): Promise<void> {
  const programme = await programmeId(player, slug);
  for (const [index, text] of texts.entries()) {
    const [week, weekday] = text.when;
    const day = addDays(teachingWeek(player, first + week), weekday);
    player.at(day, '16:20');
    const readers = await Promise.all(
      (text.sharedWith ?? []).map(async (whom) =>
        whom === 'partners'
          ? `circle:${await partnershipOf(player, slug, text.by)}:partner`
          : whom === 'specialist'
            ? `circle:${programme}:specialist`
            : `circle:${programme}`,
      ),
    );
    const { to } = await player.does(
      text.by,
      '/my-learning/try-outs/new',
      {
        on_date: day,
        pupils: text.pupils,
        tried: text.tried,
        why: text.why,
        'pupils-responded': text.responded,
        surprise: text.surprise ?? '',
        next: text.next ?? '',
        programme,
        technique: text.technique ?? '',
        minutes: text.minutes ?? '',
        readers,
        ...(text.photo ? { no_pupil_seen: 'yes', shows: 'pupils' } : {}),
      },
      text.photo && [
        { field: 'files', name: `page-${index + 1}.png`, type: 'image/png', body: drawnPage(index + first) },
      ],
    );
    await discuss(player, addressIn(to), day, text);
  }
  await player.settle();
}

/** Those it is shared with read it on the day after and say something, and its writer reads that; so both see who opened it. */
async function discuss(
  player: Player,
  href: string,
  day: string,
  { by, comments = [] }: TryOutText,
): Promise<void> {
  if (comments.length === 0) return;
  await player.settle();
  for (const [index, [key, words]] of comments.entries()) {
    player.at(daysAfter(day, 1 + index), '12:50');
    if (key !== by) await player.reads(key, href);
    await player.does(key, `${href}/comments`, { words });
  }
  await player.settle();
  if (day < teachingWeek(player, -2)) await player.reads(by, href);
}

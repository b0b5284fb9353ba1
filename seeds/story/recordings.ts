import { readFile } from 'node:fs/promises';
import { addDays } from '#platform/calendar/dates.ts';
import { newId } from '#platform/db/ids.ts';
import type { Player } from '../player.ts';
import { dayOf } from './coaching-forms.ts';
import { pairingOf } from './lookups.ts';
import { describeRecording, noteDown, send, writeClipForm } from './recordings-forms.ts';
import * as texts from './recordings-texts.ts';

/** Lessons that their teachers filmed: looked at by two, sent by nobody yet, kept to oneself, shown to all staff. */
export async function recordings(player: Player): Promise<void> {
  await priyaShowsAll(player);
  await yusufAndBronwen(player);
  await aminasOwn(player);
}

/** He watches first; she twice after him. Each notes apart, both are ready, the talk is opened on their Tuesday. */
async function yusufAndBronwen(player: Player): Promise<void> {
  const circle = await pairingOf(player, 'yusuf', 'mentoring');
  const filmed = dayOf(player, -2, 3);
  player.at(filmed, '15:40');
  const href = await describeRecording(player, 'yusuf', filmed, texts.twoBars, circle);
  await send(player, 'yusuf', href, 'lesson-talk');
  await player.does('yusuf', `${href}/tags`, {
    sets: ['first-look', 'talk'],
    clip_form: 'four-parts',
    version: 1,
  });
  player.at(filmed, '19:50');
  await player.does('yusuf', `${href}/watched`);
  for (const note of texts.yusufSaw) await noteDown(player, 'yusuf', href, note);
  await bringTranscriptIn(player, 'yusuf', href);
  await player.does('yusuf', `${href}/share`, { readers: [`circle:${circle}`], may: 'contribute' });
  await player.settle();

  const [, , third] = await bronwenWatches(player, href);
  player.at(dayOf(player, -1, 0), '19:30');
  await writeClipForm(player, 'yusuf', href, 'four-parts', texts.yusufOnTheClip);
  await player.does('yusuf', `${href}/reel/clips`, texts.yusufsClip);
  await player.does('yusuf', `${href}/reel/share`);
  await player.does('yusuf', `${href}/ready`, { all: 'yes' });
  await player.does('yusuf', `${third}/replies`, { text: texts.yusufAnswers });
  player.at(dayOf(player, -1, 1), '14:05');
  await player.does('yusuf', `${href}/open-talk`);
  await player.settle();
}

/** Answers the addresses of her notes. */
async function bronwenWatches(player: Player, href: string): Promise<string[]> {
  const notes: string[] = [];
  player.at(dayOf(player, -2, 4), '16:20');
  await player.reads('bronwen', href);
  await player.reads('bronwen', `${href}/play`);
  for (const note of texts.bronwenSaw) notes.push(await noteDown(player, 'bronwen', href, note));
  player.at(dayOf(player, -1, 0), '16:45');
  await player.reads('bronwen', `${href}/play`);
  await player.does('bronwen', `${href}/ready`, { all: 'yes' });
  await player.settle();
  return notes;
}

async function bringTranscriptIn(player: Player, key: string, href: string): Promise<void> {
  const body = await readFile(new URL('../media/lesson-talk.vtt', import.meta.url));
  const file = { field: 'file', name: 'lesson-talk.vtt', type: 'text/vtt', body };
  await player.does(key, `${href}/transcript/new`, { language: 'en', left_out: 0 }, [file]);
}

async function aminasOwn(player: Player): Promise<void> {
  const heard = dayOf(player, -3, 2);
  player.at(heard, '16:10');
  const table = await describeRecording(player, 'amina', heard, texts.roundTable);
  await send(player, 'amina', table, 'round-table');
  await player.does('amina', `${table}/watched`);
  await noteDown(player, 'amina', table, texts.aminaHeard);
  const filmed = dayOf(player, -1, 0);
  player.at(filmed, '15:55');
  await describeRecording(player, 'amina', filmed, texts.mondayMorning);
  await player.settle();
}

async function priyaShowsAll(player: Player): Promise<void> {
  const filmed = dayOf(player, -5, 1);
  player.at(filmed, '16:30');
  const href = await describeRecording(player, 'cpd', filmed, texts.comparing);
  await send(player, 'cpd', href, 'modelling');
  await player.does('cpd', `${href}/watched`);
  await player.does('cpd', `${href}/exemplar`, {
    id: newId(player.services.now()),
    title: texts.comparing.title,
    lesson: texts.comparing.lesson,
    from: '',
    to: '',
    ...texts.comparingAsExample,
    keep_until: addDays(filmed, texts.comparing.keptForDays),
  });
  await player.settle();
}

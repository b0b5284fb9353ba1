import { readFile } from 'node:fs/promises';
import { keepMadeBeforehand, type MadeBeforehand } from '#features/recordings/index.ts';
import { newId } from '#platform/db/ids.ts';
import { addDays } from '#platform/calendar/dates.ts';
import type { Fields } from '../browser.ts';
import type { Player } from '../player.ts';
import { pupilsOf } from './consents.ts';
import { addressIn } from './lookups.ts';

/** A clip of seeds/media, with what making it ready gives. */
export type Clip = 'lesson-talk' | 'modelling' | 'round-table';

/** What somebody says of a recording before it is sent. */
export interface DescribedText {
  title: string;
  lesson: string;
  /** The class, and who of it was in the lesson: all, or so many of the list. Left out: no class. */
  className?: string;
  onlyFirst?: number;
  /** Where whoever has no consent was. */
  without?: 'hidden' | 'seen';
  keptForDays: number;
}

/** A note on a moment or a stretch, by who writes it. */
export interface NoteText {
  at: string;
  until?: string;
  sort: 'describe' | 'judge';
  text: string;
  tags?: readonly string[];
}

/** Somebody describes a recording of their lesson on this day; answers its address. */
export async function describeRecording(
  player: Player,
  key: string,
  on: string,
  { title, lesson, className, onlyFirst = Infinity, without = 'hidden', keptForDays }: DescribedText,
  where = '',
): Promise<string> {
  const may = className ? await mayBeFilmed(player) : new Set<string>();
  const pupils = (className ? pupilsOf(player, className) : []).map(({ id }, place) => {
    const shown = place >= onlyFirst ? 'away' : may.has(id) ? 'seen' : without;
    return [`pupil-${id}`, shown];
  });
  const { to } = await player.does(key, '/recordings/new', {
    title,
    lesson,
    filmed_on: on,
    unit: className ? player.school.units[className] : '',
    others: '',
    ...(className ? {} : { only_me: 'yes' }),
    where,
    keep_until: addDays(on, keptForDays),
    notes_after: 'stay',
    ...Object.fromEntries(pupils),
  });
  return addressIn(to).replace(/\/send$/, '');
}

async function mayBeFilmed({ db, school }: Player): Promise<ReadonlySet<string>> {
  const rows = await db
    .selectFrom('consent')
    .select('person_id as id')
    .where('owner_id', '=', school.id)
    .where('purpose', '=', 'recording-learning')
    .where('answer', '=', 'given')
    .where('ended_at', 'is', null)
    .execute();
  return new Set(rows.map(({ id }) => id));
}

/** They send it, and it is ready: what ffmpeg would make of it lies beside the clip. */
export async function send(player: Player, key: string, href: string, clip: Clip): Promise<void> {
  const at = (ending: string): URL => new URL(`../media/${clip}.${ending}`, import.meta.url);
  const made = JSON.parse(await readFile(at('json'), 'utf8')) as Shape;
  const kind = made.width === null ? 'audio' : 'video';
  const name = `${clip}.${kind === 'video' ? 'mp4' : 'm4a'}`;
  const playable = await readFile(new URL(`../media/${name}`, import.meta.url));
  const { to } = await player.does(key, `${href}/send/file`, {}, [{ field: 'file', name, body: playable }]);
  if (to !== href) throw new Error(`${key} sent ${name} and was led to ${to}.`);
  await keepMadeBeforehand(
    player.services,
    { ownerId: player.school.id, id: href.split('/').at(-1)! },
    {
      ...made,
      kind,
      playable,
      mediaType: `${kind}/mp4`,
      poster: kind === 'video' ? await readFile(at('jpg')) : null,
    },
  );
}

type Shape = Pick<MadeBeforehand, 'durationMs' | 'width' | 'height' | 'peaks'>;

/** Somebody notes something; answers the note's address. */
export async function noteDown(
  player: Player,
  key: string,
  href: string,
  { at, until = '', sort, text, tags = [] }: NoteText,
): Promise<string> {
  const id = newId(player.services.now());
  await player.does(key, `${href}/notes`, { id, at, until, sort, text, tags });
  return `${href}/notes/${id}`;
}

/** Somebody says what they make of a clip under the headings of a form. */
export const writeClipForm = (
  player: Player,
  key: string,
  href: string,
  form: string,
  { from, until, parts }: { from: string; until: string; parts: Fields },
): Promise<unknown> =>
  player.does(key, `${href}/clip-forms/new`, {
    form,
    from,
    until,
    ...Object.fromEntries(Object.entries(parts).map(([part, text]) => [`part-${part}`, text])),
  });

import type { Visit } from '#platform/http/context.ts';
import { comparable } from '#platform/i18n/comparable.ts';
import { allSets, type OwnTagSet, setOf } from '../notes/tags.ts';
import type { Recording } from '../recording.ts';
import type { About, ReadNotes } from './carried-note.ts';
import { readNotesSheet } from './notes-sheet.ts';
import { readAnnotations } from './read-annotations.ts';

/** Notes out of a file: JSON where it begins as one, a sheet otherwise. Throws `Refused` beside `file`. */
export function readNotes(
  text: string,
  { recording, ownSets, now }: { recording: Recording; ownSets: readonly OwnTagSet[] } & Pick<Visit, 'now'>,
): ReadNotes {
  const about: About = {
    recordingId: recording.id,
    durationMs: recording.durationMs,
    now,
    tagOf: tagFinder(recording.tagSets, ownSets),
  };
  const plain = text.replace(/^\uFEFF/, '');
  return /^\s*[[{]/.test(plain) ? readAnnotations(plain, about) : readNotesSheet(plain, about);
}

/** A tag by its value, in any set that is known here, or by its title; those offered for the recording first. */
function tagFinder(chosen: readonly string[], own: readonly OwnTagSet[]): (words: string) => string | null {
  const sets = [...chosen.flatMap((id) => setOf(id, own) ?? []), ...allSets(own)];
  const byTitle = new Map<string, string>();
  for (const set of sets)
    for (const tag of set.tags) {
      const title = comparable(tag.title);
      if (!byTitle.has(title)) byTitle.set(title, `${set.id}/${tag.id}`);
    }
  return (words) => {
    const [, setId = ''] = /^([\w-]{1,60})\/[\w-]{1,60}$/.exec(words) ?? [];
    return setId !== '' && setOf(setId, own) ? words : (byTitle.get(comparable(words)) ?? null);
  };
}

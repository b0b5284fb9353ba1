import { audienceNote } from '#platform/access/audience-words.ts';
import type { AudienceNote } from '#platform/http/content.ts';
import type { Visit } from '#platform/http/context.ts';
import { t } from '#platform/i18n/i18n.ts';
import type { OpenedRecording } from '../open-recording.ts';
import { recordingPolicy } from '../recording.policy.ts';
import type { NoteSort } from './note.ts';
import { seenNotesInWords } from './seen-notes.ts';

/** Who reads a note, or what was written about a clip, in words: the rule of `seen-notes.ts`. */
export function noteAudience(
  {
    item,
    recording,
    note,
  }: Pick<OpenedRecording, 'item' | 'recording'> & {
    note: { personId: string; sharedAt: Date | null; sort: NoteSort };
  },
  visit: Visit,
): AudienceNote {
  const own = note.personId === visit.who.personId;
  const only = (words: string): AudienceNote => ({ icon: 'private', words, why: seenNotesInWords() });
  if (own && note.sharedAt === null) return only(t('Only you, until you share it'));
  if (own && note.sort === 'judge' && recording.debriefAt === null)
    return only(t('Only you, until the talk is opened'));
  const whole = audienceNote(item, recordingPolicy, visit.who);
  if (recording.isExemplar) return whole;
  return {
    ...whole,
    words: t('Those who see this recording, once they are ready themselves'),
    why: `${seenNotesInWords()} ${whole.why}`,
  };
}

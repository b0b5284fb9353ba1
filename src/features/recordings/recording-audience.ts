import { audienceNote, grantInWords, onlyYou } from '#platform/access/audience-words.ts';
import type { Who } from '#platform/access/who.ts';
import type { AudienceNote } from '#platform/http/content.ts';
import { formatList, t } from '#platform/i18n/i18n.ts';
import type { OpenedRecording } from './open-recording.ts';
import { recordingPolicy } from './recording.policy.ts';

/** Who can see a recording now, with its author by name: whoever it is shown to sees whose it is. */
export function recordingAudience(
  { item, recording }: Pick<OpenedRecording, 'item' | 'recording'>,
  who: Who,
  change?: string,
): AudienceNote {
  if (recording.closed && recording.authorId === who.personId)
    return {
      ...onlyYou(t('A consent was taken back, so it is closed to everybody else until you decide.')),
      ...(change && { change }),
    };
  const note = audienceNote(item, recordingPolicy, who, change);
  if (recording.authorId === who.personId) return note;
  const names = [recording.author, ...item.audience.map((grant) => grantInWords(grant, who))];
  return { ...note, words: formatList([...new Set(names)]) };
}

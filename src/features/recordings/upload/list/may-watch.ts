import { type RawBuilder, sql } from 'kysely';
import type { Who } from '#platform/access/who.ts';
import { recordingPolicy } from '../../recording.policy.ts';

/**
 * Somebody's consent was taken back who is seen in recording `r`, so it is closed to all but its author. The school is
 * named once more: over many recordings the database looks at all its pupils at once, and not at those of every school.
 */
export const closedRecording = (
  ownerId: string,
): RawBuilder<boolean> => sql`exists (select 1 from recording_pupil cp
  where cp.owner_id = ${ownerId} and cp.recording_id = r.id and cp.shown = 'seen' and cp.taken_back_at is not null)`;

/** Recording `r` is an example for all staff: those stand in a library of their own. */
const isExemplar: RawBuilder<boolean> = sql`exists (select 1 from exemplar e
  where e.owner_id = r.owner_id and e.id = r.id and e.ended_at is null)`;

/** Recording `r` with its item `i` was shown to this person among others. */
const wasShown = (who: Who): RawBuilder<boolean> =>
  sql`(i.author_id <> ${who.personId} and r.watched_at is not null and r.state <> 'erased' and not ${isExemplar}
    and ${who.sees('i', recordingPolicy)})`;

/**
 * A condition on recording `r` with its item `i`: it was shown to this person among others, who may open it now.
 * Examples, which all staff may watch, are not meant.
 */
export const mayWatch = (who: Who): RawBuilder<boolean> =>
  sql`(${wasShown(who)} and not ${closedRecording(who.organisationId)})`;

/** The same, and those that closed after this person had played them: that they are closed is said, and no more. */
export const mayWatchOrPlayed = (who: Who): RawBuilder<boolean> =>
  sql`(${wasShown(who)} and (not ${closedRecording(who.organisationId)} or exists (select 1 from recording_view played
    where played.owner_id = ${who.organisationId} and played.recording_id = r.id
      and played.person_id = ${who.personId})))`;

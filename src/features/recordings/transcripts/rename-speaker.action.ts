import { sql } from 'kysely';
import { z } from 'zod';
import { Refused } from '#platform/errors.ts';
import { optionalLine } from '#platform/http/input.ts';
import { action, see } from '#platform/http/route.ts';
import { t, tn } from '#platform/i18n/i18n.ts';
import { openForChange } from '../open-recording.ts';
import { recordingPolicy } from '../recording.policy.ts';
import { longestSpeaker, transcriptHref } from './transcript.ts';
import { transcriptPage } from './transcript.page.ts';

/** One speaker has another name, in every utterance at once. Under a name that is there already two become one. */
export const renameSpeaker = action('/recordings/:recording/transcript/speaker', {
  purpose: 'learning',
  access: recordingPolicy,
  page: transcriptPage,
  input: z.object({ from: optionalLine(longestSpeaker), to: optionalLine(longestSpeaker) }),
  async run(change, { from, to }) {
    const { recording } = await openForChange(change, 'note');
    if (from === to) throw new Refused({ to: t('Write another name.') });
    const { ownerId, id } = recording;
    const { numAffectedRows } =
      await sql`update recording_utterance x set speaker = ${to}, version = x.version + 1
      from recording_transcript s
      where x.owner_id = ${ownerId} and s.owner_id = ${ownerId} and s.id = x.transcript_id
        and s.recording_id = ${id} and s.ended_at is null and x.ended_at is null
        and x.speaker = ${from}`.execute(change.tx);
    const n = Number(numAffectedRows ?? 0n);
    if (n === 0) throw new Refused({ from: t('Nobody of that name speaks in it.') });
    await change.record({
      kind: 'recording-transcript.speaker-renamed',
      itemId: id,
      body: { utterances: n },
    });
    return see(
      `${transcriptHref(recording)}#said`,
      tn(n, 'Renamed in one utterance.', 'Renamed in {n} utterances.'),
    );
  },
});

import { sql } from 'kysely';
import { z } from 'zod';
import { keepText, selectText } from '#platform/audit/text-versions.ts';
import { isId } from '#platform/db/ids.ts';
import { NotFound, Refused } from '#platform/errors.ts';
import { optionalLine } from '#platform/http/input.ts';
import { action, see } from '#platform/http/route.ts';
import { t, tn } from '#platform/i18n/i18n.ts';
import { openForChange } from '../open-recording.ts';
import { recordingPolicy } from '../recording.policy.ts';
import { recordingHref } from '../recording.ts';
import { longestSpeaker, transcriptHref } from './transcript.ts';
import { transcriptPage } from './transcript.page.ts';

const common = { purpose: 'learning', access: recordingPolicy } as const;

/** What is kept of a renaming, as a version of the transcript: under one name two speakers can be told apart again. */
interface Renaming {
  from: string;
  to: string;
  /** The utterances that had the first name. */
  utterances: string[];
}

/** One speaker has another name, in every utterance at once. Under a name that is there already two become one. */
export const renameSpeaker = action('/recordings/:recording/transcript/speaker', {
  ...common,
  page: transcriptPage,
  input: z.object({ from: optionalLine(longestSpeaker), to: optionalLine(longestSpeaker) }),
  async run(change, { from, to }) {
    const { tx, who, now } = change;
    const { recording } = await openForChange(change, 'note');
    if (from === to) throw new Refused({ to: t('Write another name.') });
    const { ownerId, id } = recording;
    const { rows } = await sql<{ id: string; transcriptId: string }>`
      update recording_utterance x set speaker = ${to}, version = x.version + 1
      from recording_transcript s
      where x.owner_id = ${ownerId} and s.owner_id = ${ownerId} and s.id = x.transcript_id
        and s.recording_id = ${id} and s.ended_at is null and x.ended_at is null
        and x.speaker = ${from} returning x.id, s.id as "transcriptId"`.execute(tx);
    const transcriptId = rows[0]?.transcriptId;
    if (transcriptId === undefined) throw new Refused({ from: t('Nobody of that name speaks in it.') });
    const of = { ownerId, id: transcriptId };
    const { version } = await tx
      .selectFrom('text_version')
      .select(({ fn }) => fn.max('version').as('version'))
      .where('owner_id', '=', ownerId)
      .where('item_id', '=', transcriptId)
      .executeTakeFirstOrThrow();
    const number = (version ?? 0) + 1;
    const renaming: Renaming = { from, to, utterances: rows.map((row) => row.id) };
    await keepText(tx, of, number, { ...renaming }, who.personId, now);
    await change.record({
      kind: 'recording-transcript.speaker-renamed',
      itemId: id,
      body: { transcriptId, renaming: number, utterances: rows.length },
    });
    return see(
      `${transcriptHref(recording)}#said`,
      tn(rows.length, 'Renamed in one utterance.', 'Renamed in {n} utterances.'),
      recordingHref(recording, `transcripts/${transcriptId}/renamings/${number}/take-back`),
    );
  },
});

/** The utterances that were renamed have the name from before, where they still have the one they were given. */
export const takeRenamingBack = action(
  '/recordings/:recording/transcripts/:transcript/renamings/:renaming/take-back',
  {
    ...common,
    input: z.object({}),
    async run(change) {
      const { recording } = await openForChange(change, 'note');
      const { transcript: transcriptId = '', renaming: number = '' } = change.params;
      if (!isId(transcriptId) || !/^\d{1,6}$/.test(number)) throw new NotFound();
      const { ownerId, id } = recording;
      const kept = await selectText(change.tx, { ownerId, id: transcriptId }, Number(number));
      if (!kept) throw new NotFound();
      const { from, to, utterances } = kept as unknown as Renaming;
      const { numAffectedRows } = await sql`
        update recording_utterance x set speaker = ${from}, version = x.version + 1
        from recording_transcript s
        where x.owner_id = ${ownerId} and s.owner_id = ${ownerId} and s.id = x.transcript_id
          and s.recording_id = ${id} and s.id = ${transcriptId} and s.ended_at is null and x.ended_at is null
          and x.id = any(${utterances}::uuid[])
          and x.speaker = ${to}`.execute(change.tx);
      const n = Number(numAffectedRows ?? 0n);
      if (n === 0) throw new Refused(t('None of them has that name any more.'));
      await change.record({
        kind: 'recording-transcript.renaming-taken-back',
        itemId: id,
        body: { transcriptId, renaming: Number(number), utterances: n },
      });
      return see(
        `${transcriptHref(recording)}#said`,
        tn(
          n,
          'The name from before is back in one utterance.',
          'The name from before is back in {n} utterances.',
        ),
      );
    },
  },
);

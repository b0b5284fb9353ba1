import { sql } from 'kysely';
import { z } from 'zod';
import { isId } from '#platform/db/ids.ts';
import { Refused } from '#platform/errors.ts';
import { optionalLine, ticked, ticks } from '#platform/http/input.ts';
import { action, see } from '#platform/http/route.ts';
import { t, tn } from '#platform/i18n/i18n.ts';
import { mostTags } from '../notes/note.ts';
import { selectOwnSets } from '../notes/tag-sets/tag-set.queries.ts';
import { usedTags } from '../notes/tags.ts';
import { openForChange } from '../open-recording.ts';
import { recordingPolicy } from '../recording.policy.ts';
import { utterancesAPage } from './transcript.queries.ts';
import { transcriptHref } from './transcript.ts';
import { transcriptPage } from './transcript.page.ts';

/** Puts a tag on the utterances that are ticked, or takes it off them; on those that have it already nothing changes. */
export const tagUtterances = action('/recordings/:recording/transcript/tags', {
  purpose: 'learning',
  access: recordingPolicy,
  page: transcriptPage,
  input: z.object({ tag: optionalLine(121), utterances: ticks(utterancesAPage), off: ticked() }),
  async run(change, { tag, utterances, off }) {
    const { recording } = await openForChange(change, 'note');
    const offered = usedTags(recording.tagSets, await selectOwnSets(change.tx, change.organisationId));
    const ids = utterances.filter(isId);
    const wrong = {
      ...(ids.length === 0 && { '': t('Tick what was said first.') }),
      ...(!off && !offered.some(({ value }) => value === tag) && { tag: t('Choose a tag.') }),
      ...(off && tag === '' && { tag: t('Choose a tag.') }),
    };
    if (Object.keys(wrong).length > 0) throw new Refused(wrong);
    const { ownerId, id } = recording;
    const { numAffectedRows } = await sql`update recording_utterance x
      set tags = ${off ? sql`array_remove(x.tags, ${tag}::text)` : sql`array_append(x.tags, ${tag}::text)`},
        version = x.version + 1
      from recording_transcript s
      where x.owner_id = ${ownerId} and s.owner_id = ${ownerId} and s.id = x.transcript_id
        and s.recording_id = ${id} and s.ended_at is null and x.ended_at is null and x.id = any(${ids}::uuid[])
        and (${tag}::text = any(x.tags)) = ${off}
        and (${off} or cardinality(x.tags) < ${mostTags}::integer)`.execute(change.tx);
    const n = Number(numAffectedRows ?? 0n);
    await change.record({
      kind: 'recording-utterance.tagged',
      itemId: id,
      body: { tag, off, utterances: n },
    });
    return see(
      `${transcriptHref(recording)}#said`,
      off
        ? tn(n, 'Taken off one utterance.', 'Taken off {n} utterances.')
        : tn(n, 'Put on one utterance.', 'Put on {n} utterances.'),
    );
  },
});

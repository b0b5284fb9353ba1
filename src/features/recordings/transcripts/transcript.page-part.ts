import { sql } from 'kysely';
import { list } from '#platform/access/composed.ts';
import { t, tn } from '#platform/i18n/i18n.ts';
import { quietActions } from '#ui/actions.ts';
import { html } from '#ui/html.ts';
import { pagePart } from '../page-part.ts';
import { transcriptHref } from './transcript.ts';

/** On the page of a recording: whether there is a transcript, and the way to it. */
export const transcriptOnPage = pagePart<{ utterances: number }>({
  asks: (who, { id }) =>
    list<{ utterances: number }>(
      sql`select (select count(*)::integer from recording_utterance x where x.owner_id = ${who.organisationId}
          and x.transcript_id = s.id and x.ended_at is null) as utterances
        from recording_transcript s
        where s.owner_id = ${who.organisationId} and s.recording_id = ${id} and s.ended_at is null limit 1`,
    ),
  draw([found], { recording, mine, item }) {
    const brings = mine && !item.endedAt && recording.state !== 'erased';
    if (!found && !brings) return null;
    return html`<section aria-labelledby="transcript">
      <h2 id="transcript">${t('Transcript')}</h2>
      <p>
        ${
          found
            ? tn(
                found.utterances,
                '{n} utterance, with who speaks for how long.',
                '{n} utterances, with who speaks for how long.',
              )
            : t('What was said can be brought in: as captions, as a sheet, or typed.')
        }
      </p>
      ${quietActions([
        found
          ? { label: t('Read the transcript'), href: transcriptHref(recording), icon: 'file' }
          : { label: t('Bring a transcript in'), href: transcriptHref(recording, 'new'), icon: 'add' },
      ])}
    </section>`;
  },
});

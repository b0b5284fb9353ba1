import { audienceNote } from '#platform/access/audience-words.ts';
import { isId } from '#platform/db/ids.ts';
import { NotFound } from '#platform/errors.ts';
import type { Visit } from '#platform/http/context.ts';
import { page } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { form } from '#ui/form.ts';
import { html } from '#ui/html.ts';
import { selectOwnSets } from '../notes/tag-sets/tag-set.queries.ts';
import { playHref } from '../notes/note.ts';
import { usedTags } from '../notes/tags.ts';
import { openRecording, type OpenedRecording } from '../open-recording.ts';
import { recordingPolicy } from '../recording.policy.ts';
import { recordingTrail } from '../recording-trail.ts';
import { clockOf } from '../recording.ts';
import { selectUtterance } from './transcript.queries.ts';
import { transcriptHref, type Utterance, utteranceHref } from './transcript.ts';
import { utteranceFields, utteranceValues } from './utterance-form.ts';

/** The utterance that the address names, of the transcript that stands. Throws `NotFound` for any other. */
export async function utteranceOf(visit: Visit, { recording }: OpenedRecording): Promise<Utterance> {
  const id = visit.params.utterance ?? '';
  const found = isId(id)
    ? await selectUtterance(visit.db, recording.ownerId, { recordingId: recording.id, id })
    : undefined;
  if (!found) throw new NotFound(t('This is not in the transcript any more.'));
  return found;
}

/** One utterance is corrected, and its tags chosen. */
export const utterancePage = page('/recordings/:recording/transcript/utterances/:utterance', {
  purpose: 'learning',
  access: recordingPolicy,
  async load(visit) {
    const opened = await openRecording(visit, 'note');
    const utterance = await utteranceOf(visit, opened);
    return { ...opened, utterance, ownSets: await selectOwnSets(visit.db, visit.organisationId) };
  },
  view({ item, recording, utterance, ownSets }, visit) {
    const action = utteranceHref(recording, utterance);
    const { values, errors } = visit.formAt(action);
    const tags = usedTags(recording.tagSets, ownSets);
    return {
      title: t('What was said at {time}', { time: clockOf(utterance.fromMs) }),
      audience: audienceNote(item, recordingPolicy, visit.who),
      trail: [...recordingTrail(recording), { label: t('Transcript'), href: transcriptHref(recording) }],
      body: html`<p>
          <a href="${playHref(recording.id, utterance)}"
            >${t('Play from {time}', { time: clockOf(utterance.fromMs) })}</a
          >
        </p>
        ${form(
          {
            action,
            button: t('Save the correction'),
            values: { ...utteranceValues(utterance), ...values },
            errors,
            hidden: { version: utterance.version },
            cancel: transcriptHref(recording),
          },
          (f) => utteranceFields(f, { tags, ownSets, utterance }),
        )}`,
    };
  },
});

import { audienceNote } from '#platform/access/audience-words.ts';
import { sql } from 'kysely';
import { composed, type Given } from '#platform/access/composed.ts';
import { NotFound } from '#platform/errors.ts';
import type { Visit } from '#platform/http/context.ts';
import { page } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { form } from '#ui/form.ts';
import { openRecording, type OpenedRecording } from '../open-recording.ts';
import { recordingTrail } from '../recording-trail.ts';
import { recordingPolicy } from '../recording.policy.ts';
import { recordingHref } from '../recording.ts';
import { exemplarFields, exemplarValues } from './exemplar-fields.ts';
import type { Exemplar } from './exemplar.ts';
import { exemplarList } from './exemplar.queries.ts';

const ask = composed((who, given: Given<{ id: string }>) => ({
  exemplars: exemplarList(who.organisationId, sql`${given.id}`),
}));

/** The example that the address names, for its author. Throws as `openRecording` does, and `NotFound` where it is none. */
export async function openExemplar(visit: Visit): Promise<OpenedRecording & { exemplar: Exemplar }> {
  const opened = await openRecording(visit, 'decide');
  const { exemplars } = await ask(visit.db, visit.who, { id: opened.recording.id });
  if (!exemplars[0]) throw new NotFound('This recording is not an example.');
  return { ...opened, exemplar: exemplars[0] };
}

/** Its author changes what stands beside an example. */
export const editExemplarPage = page('/recordings/:recording/exemplar/edit', {
  purpose: 'learning',
  access: recordingPolicy,
  load: openExemplar,
  view({ item, recording, exemplar }, visit) {
    const action = recordingHref(recording, 'exemplar/edit');
    const { values, errors } = visit.formAt(action);
    return {
      title: t('Change what stands beside it'),
      audience: audienceNote(item, recordingPolicy, visit.who),
      trail: recordingTrail(recording),
      body: form(
        {
          action,
          button: t('Save the changes'),
          values: { ...exemplarValues(exemplar), ...values },
          errors,
          hidden: { version: exemplar.version },
          cancel: recordingHref(recording),
        },
        exemplarFields,
      ),
    };
  },
});

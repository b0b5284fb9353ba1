import { NotFound } from '#platform/errors.ts';
import { onlyYou } from '#platform/access/audience-words.ts';
import { isId } from '#platform/db/ids.ts';
import type { Visit } from '#platform/http/context.ts';
import { page } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { type ClipForm, clipFormOf } from '#features/evidence/index.ts';
import { form } from '#ui/form.ts';
import { html } from '#ui/html.ts';
import { openRecording, type OpenedRecording } from '../../open-recording.ts';
import { player } from '../../player.view.ts';
import { recordingPolicy } from '../../recording.policy.ts';
import { clockOf, isPlayable, msOf, recordingHref } from '../../recording.ts';
import { recordingTrail } from '../../recording-trail.ts';
import { noteAudience } from '../note-audience.ts';
import { clipFormHref, draftOf, partsOf, type WrittenClipForm } from './clip-form.ts';
import { answerValues, clipFormFields } from './clip-form-fields.ts';
import { selectOwnClipForm } from './clip-form.queries.ts';

/** The form that the address or the recording names. Throws `NotFound` where there is none. */
function formFor(visit: Visit, { recording }: OpenedRecording): ClipForm {
  const found = clipFormOf(visit.query.form ?? '') ?? clipFormOf(recording.clipForm ?? '');
  if (!found) throw new NotFound('No headings are chosen for this recording. Its teacher chooses them.');
  return found;
}

/** Somebody begins to write about a clip; `?from=` and `?until=` in seconds name the stretch. */
export const newClipFormPage = page('/recordings/:recording/clip-forms/new', {
  purpose: 'learning',
  access: recordingPolicy,
  async load(visit) {
    const opened = await openRecording(visit, 'note');
    const chosen = formFor(visit, opened);
    return { ...opened, chosen, draft: await visit.draft(draftOf(opened.recording.id, 'new')) };
  },
  view({ recording, chosen, draft }, visit) {
    const action = clipFormHref(recording, 'new');
    const { values, errors } = visit.formAt(action);
    const at = (name: string): string => {
      const ms = msOf(visit.query[name] ?? '');
      return ms === null ? '' : clockOf(ms);
    };
    const begun = { from: at('from'), until: at('until') };
    return {
      title: chosen.title,
      audience: onlyYou(t('What you write is yours alone until you share it.')),
      trail: recordingTrail(recording),
      body: html`<p>${chosen.plain}</p>
        ${isPlayable(recording) && player(recording, stretchOf(begun))}
        ${form(
          {
            action,
            button: t('Save'),
            values: values ?? draft ?? begun,
            errors,
            draft: draftOf(recording.id, 'new'),
            hidden: { form: chosen.id },
            cancel: recordingHref(recording),
          },
          (f) => clipFormFields(f, chosen.parts),
        )}`,
    };
  },
});

const stretchOf = ({ from, until }: { from: string; until: string }) => ({
  fromMs: msOf(from) ?? undefined,
  toMs: msOf(until) ?? undefined,
});

/** One's own writing that the address names (`:clip`). Throws `NotFound` for anybody else's. */
export async function openOwnClipForm(
  visit: Visit,
  { recording }: OpenedRecording,
  ended = false,
): Promise<WrittenClipForm> {
  const id = visit.params.clip ?? '';
  const written = isId(id)
    ? await selectOwnClipForm(visit.db, {
        ownerId: recording.ownerId,
        personId: visit.who.personId,
        recordingId: recording.id,
        id,
        ended,
      })
    : undefined;
  if (!written) throw new NotFound('There is nothing of yours at this address.');
  return written;
}

/** Somebody goes on writing about a clip. */
export const editClipFormPage = page('/recordings/:recording/clip-forms/:clip/edit', {
  purpose: 'learning',
  access: recordingPolicy,
  async load(visit) {
    const opened = await openRecording(visit, 'note');
    const written = await openOwnClipForm(visit, opened);
    return { ...opened, written, draft: await visit.draft(draftOf(opened.recording.id, written.id)) };
  },
  view(opened, visit) {
    const { recording, written, draft } = opened;
    const action = clipFormHref(recording, `${written.id}/edit`);
    const { values, errors } = visit.formAt(action);
    const stored = {
      from: clockOf(written.fromMs),
      until: clockOf(written.toMs),
      ...answerValues(written.answers ?? {}),
    };
    return {
      title: clipFormOf(written.form)?.title ?? t('Notes on a clip'),
      audience: noteAudience({ ...opened, note: { ...written, sort: 'describe' } }, visit),
      trail: recordingTrail(recording),
      body: html`${isPlayable(recording) && player(recording, { fromMs: written.fromMs, toMs: written.toMs })}
      ${form(
        {
          action,
          button: t('Save'),
          values: values ?? draft ?? stored,
          errors,
          draft: draftOf(recording.id, written.id),
          hidden: { version: written.version },
          cancel: recordingHref(recording),
        },
        (f) => clipFormFields(f, partsOf(written)),
      )}`,
    };
  },
});

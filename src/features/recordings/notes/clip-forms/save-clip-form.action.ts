import { z } from 'zod';
import { keepText, throwStale } from '#platform/audit/text-versions.ts';
import { newId } from '#platform/db/ids.ts';
import { Refused } from '#platform/errors.ts';
import { version } from '#platform/http/input.ts';
import { action, see } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { clipFormOf } from '#features/evidence/index.ts';
import { openForChange } from '../../open-recording.ts';
import { recordingPolicy } from '../../recording.policy.ts';
import { recordingHref } from '../../recording.ts';
import { clipFormHref, partsOf } from './clip-form.ts';
import { clipFormInput, readClipForm } from './clip-form-fields.ts';
import { editClipFormPage, newClipFormPage, openOwnClipForm } from './write-clip-form.page.ts';

const common = { purpose: 'learning', access: recordingPolicy } as const;

/** Keeps what somebody wrote about a clip; theirs alone until they share it. */
export const addClipForm = action('/recordings/:recording/clip-forms/new', {
  ...common,
  page: newClipFormPage,
  input: clipFormInput.extend({ form: z.string() }),
  async run(change, { form, ...sent }) {
    const { tx, now, who } = change;
    const { recording } = await openForChange(change, 'note');
    const chosen = clipFormOf(form);
    if (!chosen) throw new Refused(t('These headings are not there any more. Open the page again.'));
    const { fromMs, toMs, answers } = readClipForm(sent, chosen.parts, recording);
    const id = newId(now);
    await tx
      .insertInto('recording_clip_form')
      .values({
        owner_id: recording.ownerId,
        id,
        recording_id: recording.id,
        person_id: who.personId,
        form,
        from_ms: fromMs,
        to_ms: toMs,
        answers: JSON.stringify(answers),
        version: 1,
        created_at: now,
        updated_at: now,
      })
      .execute();
    await keepText(tx, { ownerId: recording.ownerId, id }, 1, answers, who.personId, now);
    await change.record({ kind: 'clip-form.written', itemId: recording.id, body: { clipFormId: id } });
    return see(
      recordingHref(recording),
      t('Saved. Only you read it until you share it.'),
      clipFormHref(recording, `${id}/end`),
    );
  },
});

/** Saves one's own; the words before are kept. Throws `Stale`, as from another tab. */
export const saveClipForm = action('/recordings/:recording/clip-forms/:clip/edit', {
  ...common,
  page: editClipFormPage,
  input: clipFormInput.extend({ version: version() }),
  async run(change, { version: shown, ...sent }) {
    const { tx, now, who } = change;
    const opened = await openForChange(change, 'note');
    const written = await openOwnClipForm(change, opened);
    const { recording } = opened;
    const parts = partsOf(written);
    const read = readClipForm(sent, parts, recording);
    const of = { ownerId: recording.ownerId, id: written.id };
    if (written.version !== shown)
      await throwStale(
        tx,
        of,
        {
          version: written.version,
          fields: parts.map(({ id, title }) => ({
            name: `part-${id}`,
            label: title,
            text: written.answers?.[id] ?? '',
          })),
        },
        now,
      );
    await tx
      .updateTable('recording_clip_form')
      .set({
        from_ms: read.fromMs,
        to_ms: read.toMs,
        answers: JSON.stringify(read.answers),
        version: shown + 1,
        updated_at: now,
      })
      .where('owner_id', '=', of.ownerId)
      .where('id', '=', written.id)
      .execute();
    await keepText(tx, of, shown + 1, read.answers, who.personId, now);
    await change.record({
      kind: 'clip-form.written',
      itemId: recording.id,
      body: { clipFormId: written.id },
    });
    return see(recordingHref(recording), t('Saved.'));
  },
});

import { z } from 'zod';
import type { Change } from '#platform/http/context.ts';
import { action, see, type See } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { openForChange } from '../../open-recording.ts';
import { recordingPolicy } from '../../recording.policy.ts';
import { recordingHref } from '../../recording.ts';
import { clipFormHref } from './clip-form.ts';
import { openOwnClipForm } from './write-clip-form.page.ts';

const common = { purpose: 'learning', access: recordingPolicy, input: z.object({}) } as const;

/** What one wrote about a clip is laid open to those who see the recording and are ready themselves. */
export const shareClipForm = action('/recordings/:recording/clip-forms/:clip/share', {
  ...common,
  run: (change) => set(change, 'shared', { shared_at: change.now }, 'keep-back', () => t('It is shared.')),
});

export const keepClipFormBack = action('/recordings/:recording/clip-forms/:clip/keep-back', {
  ...common,
  run: (change) =>
    set(change, 'kept-back', { shared_at: null }, 'share', () =>
      t('It is yours alone again. Whoever read it before has read it.'),
    ),
});

export const endClipForm = action('/recordings/:recording/clip-forms/:clip/end', {
  ...common,
  run: (change) =>
    set(change, 'ended', { ended_at: change.now }, 'bring-back', () => t('It was taken away.')),
});

export const restoreClipForm = action('/recordings/:recording/clip-forms/:clip/bring-back', {
  ...common,
  run: (change) => set(change, 'restored', { ended_at: null }, undefined, () => t('It is back.')),
});

async function set(
  change: Change,
  kind: string,
  changed: { shared_at?: Date | null; ended_at?: Date | null },
  undo: string | undefined,
  said: () => string,
): Promise<See> {
  const opened = await openForChange(change, 'note');
  const written = await openOwnClipForm(change, opened, changed.ended_at === null);
  const { recording } = opened;
  await change.tx
    .updateTable('recording_clip_form')
    .set({ ...changed, updated_at: change.now })
    .where('owner_id', '=', recording.ownerId)
    .where('id', '=', written.id)
    .execute();
  await change.record({
    kind: `clip-form.${kind}`,
    itemId: recording.id,
    body: { clipFormId: written.id },
  });
  return see(recordingHref(recording), said(), undo && clipFormHref(recording, `${written.id}/${undo}`));
}

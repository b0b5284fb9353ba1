import { z } from 'zod';
import { Refused } from '#platform/errors.ts';
import { optionalLine, ticks, version } from '#platform/http/input.ts';
import { action, see } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { clipFormOf } from '#features/evidence/index.ts';
import { openForChange } from '../../open-recording.ts';
import { recordingPolicy } from '../../recording.policy.ts';
import { recordingHref } from '../../recording.ts';
import { allSets } from '../tags.ts';
import { chooseTagsPage } from './choose-tags.page.ts';
import { selectOwnSets } from './tag-set.queries.ts';

/** Saves which sets of tags, and which headings for a clip, a recording offers. */
export const chooseTags = action('/recordings/:recording/tags', {
  purpose: 'learning',
  access: recordingPolicy,
  page: chooseTagsPage,
  input: z.object({ sets: ticks(8), clip_form: optionalLine(60), version: version() }),
  async run(change, { sets, clip_form: clipForm, version: shown }) {
    const { recording } = await openForChange(change);
    const own = await selectOwnSets(change.tx, change.organisationId);
    const known = new Set([...allSets(own).map(({ id }) => id), ...recording.tagSets]);
    const errors = {
      ...(sets.some((id) => !known.has(id)) && { sets: t('Choose sets from the list.') }),
      ...(clipForm && !clipFormOf(clipForm) && { clip_form: t('Choose from the list.') }),
      ...(recording.version !== shown && {
        '': t('This recording was changed meanwhile. Look at what is chosen now, and save again.'),
      }),
    };
    if (Object.keys(errors).length > 0) throw new Refused(errors);
    await change.tx
      .updateTable('recording')
      .set({
        tag_sets: sets,
        clip_form: clipForm || null,
        version: shown + 1,
        changed_at: change.now,
      })
      .where('owner_id', '=', recording.ownerId)
      .where('id', '=', recording.id)
      .execute();
    await change.record({ kind: 'recording.tags-chosen', itemId: recording.id, body: { sets } });
    return see(recordingHref(recording), t('Saved. These are offered for notes now.'));
  },
});

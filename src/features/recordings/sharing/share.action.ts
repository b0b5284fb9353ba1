import { z } from 'zod';
import { type Ability, grantsOf, shareItem } from '#platform/access/items.ts';
import { Refused } from '#platform/errors.ts';
import { ticks } from '#platform/http/input.ts';
import { action, see } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { openForChange } from '../open-recording.ts';
import { recordingPolicy } from '../recording.policy.ts';
import { recordingHref } from '../recording.ts';
import { selectMayBeShown } from './may-be-shown.queries.ts';
import { sharePage } from './share.page.ts';

/** Says who sees a recording from now on, and whether they may write notes. */
export const share = action('/recordings/:recording/share', {
  purpose: 'learning',
  access: recordingPolicy,
  page: sharePage,
  input: z.object({ readers: ticks(50), may: z.enum(['contribute', 'read']) }),
  async run(change, { readers, may }) {
    const { item, recording } = await openForChange(change);
    if (recording.isExemplar)
      throw new Refused(t('An example is for all staff. Take it away if it should not be.'));
    const before = new Set(grantsOf(item).map(({ principal }) => principal));
    const added = readers.filter((reader) => !before.has(reader));
    const allowed = await selectMayBeShown(change, added);
    if (added.some((reader) => !allowed.has(reader)))
      throw new Refused({ readers: t('Choose from the list. Somebody in it is not there any more.') });
    const ability: Ability = may;
    await shareItem(
      change.tx,
      item,
      readers.map((principal) => ({ principal, ability })),
      change.now,
    );
    await change.record({
      kind: 'recording.shared',
      itemId: item.id,
      body: { readers: readers.length, before: [...before] },
      tell: true,
    });
    return see(
      recordingHref(recording),
      readers.length === 0
        ? t('Saved. Nobody but you sees it.')
        : recording.watchedAt
          ? t('Saved. The line under the title says who sees it.')
          : t('Saved. It opens for them when you have watched it.'),
    );
  },
});

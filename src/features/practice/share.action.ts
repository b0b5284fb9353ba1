import { z } from 'zod';
import { shareItem } from '#platform/access/items.ts';
import { Refused } from '#platform/errors.ts';
import { ticks } from '#platform/http/input.ts';
import { action, see } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { practiceHref } from './addresses.ts';
import { practicePolicy } from './practice.policy.ts';
import { selectReaders, sharePracticePage } from './share.page.ts';

/** Says who may read a practice from now on. */
export const sharePractice = action('/practice/:person/:practice/share', {
  purpose: 'learning',
  access: practicePolicy,
  page: sharePracticePage,
  input: z.object({ readers: ticks(100) }),
  async run(change, sent) {
    const { practice, readers } = await selectReaders(change);
    if (sent.readers.some((reader) => !readers.some(({ value }) => value === reader)))
      throw new Refused({ readers: t('Choose readers from the list.') });
    const grants = sent.readers.map((principal) => ({ principal, ability: 'read' as const }));
    await shareItem(change.tx, practice, grants, change.now);
    await change.record({
      ownerId: practice.ownerId,
      kind: 'practice.shared',
      itemId: practice.id,
      body: { organisationId: practice.organisationId, readers: grants.length },
      tell: true,
    });
    return see(
      practiceHref(practice),
      grants.length > 0
        ? t('Saved. The line under the title says who can read it.')
        : t('Saved. Only you can read it now.'),
    );
  },
});

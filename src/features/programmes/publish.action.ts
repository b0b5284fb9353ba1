import { z } from 'zod';
import { shareItem } from '#platform/access/items.ts';
import { Refused } from '#platform/errors.ts';
import { action, see } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { programmeHref } from './addresses.ts';
import { openLedProgramme } from './open-programme.ts';
import { programmePolicy, publishedTo } from './programme.policy.ts';
import { publishPage } from './publish.page.ts';
import { setProgramme } from './set-programme.ts';

/** Publishes a draft: staff may read its outline, those in it are told. */
export const publishAction = action('/programmes/:programme/publish', {
  purpose: 'learning',
  access: programmePolicy,
  page: publishPage,
  input: z.object({}),
  async run(change) {
    const { programme, item } = await openLedProgramme(change, 'design');
    if (programme.published_at) throw new Refused('It is published already.');
    await setProgramme(change, programme, { published_at: change.now });
    await shareItem(change.tx, item, publishedTo(programme.owner_id, programme.id), change.now);
    await change.record({
      kind: 'programme.published',
      itemId: programme.id,
      body: { slug: programme.slug, version: programme.version },
      tell: true,
    });
    return see(
      programmeHref(programme),
      t('The programme is published, and those in it are told.'),
      programmeHref(programme, 'withdraw'),
    );
  },
});

/** Makes a published programme a draft again: only its designers see it. */
export const withdrawAction = action('/programmes/:programme/withdraw', {
  purpose: 'learning',
  access: programmePolicy,
  input: z.object({}),
  async run(change) {
    const { programme, item } = await openLedProgramme(change, 'design');
    await setProgramme(change, programme, { published_at: null });
    await shareItem(change.tx, item, [], change.now);
    await change.record({ kind: 'programme.withdrawn', itemId: programme.id, tell: true });
    return see(
      programmeHref(programme, 'design'),
      t('It is a draft again, seen by those who design it.'),
      programmeHref(programme, 'publish'),
    );
  },
});

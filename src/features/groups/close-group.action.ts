import { z } from 'zod';
import { action, see } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { groupHref, groupPolicy, setProgramme } from '#features/programmes/index.ts';
import { openGroupFor } from './people/people-open.ts';
import { settingsPage } from './settings.page.ts';

/** Closes a group, or opens it again. What was written stays, for those in it. */
const setClosed = (below: 'close' | 'reopen') =>
  action(`/groups/:programme/${below}`, {
    purpose: 'learning',
    access: groupPolicy,
    page: settingsPage,
    input: z.object({}),
    async run(change) {
      const { programme } = await openGroupFor(change, 'design');
      const closes = below === 'close';
      await setProgramme(change, programme, { closed_at: closes ? change.now : null });
      await change.record({ kind: closes ? 'programme.closed' : 'programme.reopened', itemId: programme.id });
      return closes
        ? see(
            groupHref(programme),
            t('The group is closed. Everything in it can still be read.'),
            groupHref(programme, 'reopen'),
          )
        : see(groupHref(programme), t('The group is open again.'), groupHref(programme, 'close'));
    },
  });

export const closeGroup = setClosed('close');
export const reopenGroup = setClosed('reopen');

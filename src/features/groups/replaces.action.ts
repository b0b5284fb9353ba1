import { z } from 'zod';
import { action, see } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { hoursPage } from './hours.page.ts';
import { openPlace } from './people/people-open.ts';
import { placePolicy } from './people/people-place.policy.ts';
import { hasReplaced } from './replaces.queries.ts';
import { replacesInput, writeReplaces } from './replaces.ts';

/** Changes what one says oneself that a group takes the place of. */
export const saveReplaces = action('/groups/:programme/replaces', {
  purpose: 'learning',
  access: placePolicy,
  page: hoursPage,
  input: z.object({ replaces: replacesInput }),
  async run(change, { replaces }) {
    const { tx, who, now } = change;
    const { programme } = await openPlace(change, async (group) =>
      who.isIn(group.id) || (await hasReplaced(tx, who.personId, group.id)) ? true : undefined,
    );
    await writeReplaces(tx, change, programme.id, replaces, now);
    await change.record({ ownerId: who.personId, kind: 'group.replaces-saved', itemId: programme.id });
    return see('/groups/hours#replaces', t('Your words are saved. Only you see them.'));
  },
});

import { z } from 'zod';
import { principals, shareItem } from '#platform/access/items.ts';
import { Refused } from '#platform/errors.ts';
import { optionalId, ticks } from '#platform/http/input.ts';
import { action, see } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { tryOutHref } from './addresses.ts';
import { meetingsOf, selectShareChoices, sharePage } from './share.page.ts';
import { readersToChoose } from './sharing.queries.ts';
import { tryOutPolicy } from './try-out.policy.ts';

/** Says who may read a try-out from now on; to which meeting it comes; where it is filed. */
export const shareTryOut = action('/try-outs/:person/:tryOut/share', {
  purpose: 'learning',
  access: tryOutPolicy,
  page: sharePage,
  input: z.object({ readers: ticks(50), meeting: optionalId(), place: optionalId() }),
  async run(change, sent) {
    const { tx, now, today } = change;
    const choices = await selectShareChoices(change);
    const { tryOut, surroundings, places } = choices;
    const known = new Set([
      ...tryOut.grants,
      ...readersToChoose(surroundings).map(({ principal }) => principal),
    ]);
    if (sent.readers.some((reader) => !known.has(reader)))
      throw new Refused({ readers: t('Choose readers from the list.') });
    const meeting = meetingsOf(choices, today).find(({ id }) => id === sent.meeting);
    if (sent.meeting && !meeting) throw new Refused({ meeting: t('Choose a meeting to come.') });
    const place = places.find(({ id }) => id === sent.place);
    if (sent.place && !place) throw new Refused({ place: t('Choose a place from the list.') });

    const readers = new Set([
      ...sent.readers,
      ...(meeting ? [principals.circle(meeting.programmeId)] : []),
      ...(place ? [principals.circle(place.partnershipId, 'partner')] : []),
    ]);
    await shareItem(
      tx,
      tryOut,
      [...readers].map((principal) => ({ principal, ability: 'contribute' })),
      now,
    );
    await tx
      .updateTable('try_out')
      .set({ meeting_id: meeting?.id ?? null, place_id: place?.id ?? null })
      .where('owner_id', '=', tryOut.ownerId)
      .where('id', '=', tryOut.id)
      .execute();
    await change.record({
      ownerId: tryOut.ownerId,
      kind: 'try-out.shared',
      itemId: tryOut.id,
      body: { organisationId: change.organisationId, readers: readers.size },
      tell: true,
    });
    return see(
      tryOutHref(tryOut),
      readers.size > 0
        ? t('Saved. The line under the title says who can read it.')
        : t('Saved. Only you can read it now.'),
    );
  },
});

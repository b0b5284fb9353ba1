import { z } from 'zod';
import { insertItem } from '#platform/access/items.ts';
import { Refused } from '#platform/errors.ts';
import { line, optionalId, optionalLine, optionalProse } from '#platform/http/input.ts';
import { action, members, see } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { attachUploads, largestFile, uploadInput } from '#features/files/index.ts';
import { newRepairPage } from './new-repair.page.ts';
import { repairPolicy } from './repair.policy.ts';
import { newRepairPath, repairHref } from './repair.ts';

const noPlace = () => ({ place: t('Say where it is, so that it is found.') });

/** Reports something broken. All staff see it from now on. */
export const report = action(newRepairPath, {
  purpose: 'administration',
  access: members('staff'),
  page: newRepairPage,
  uploads: largestFile,
  input: z.object({
    title: line('Say in a few words what is broken.', 120),
    room: optionalId(),
    place: optionalLine(80),
    text: optionalProse(2000),
    ...uploadInput,
  }),
  alsoWrong: (_, { room, place }) => (room === null && place === '' ? noPlace() : {}),
  async run(change, { title, room, place, text, ...said }) {
    const { tx, organisationId: ownerId, who, now } = change;
    if (room === null && place === '') throw new Refused(noPlace());
    if (room !== null) {
      const found = await tx
        .selectFrom('room')
        .select('id')
        .where('owner_id', '=', ownerId)
        .where('id', '=', room)
        .executeTakeFirst();
      if (!found) throw new Refused({ room: t('Choose a place from the list.') });
    }
    const id = await insertItem(tx, { ownerId, policy: repairPolicy, authorId: who.personId }, now);
    await tx
      .insertInto('repair')
      .values({
        owner_id: ownerId,
        id,
        title,
        text,
        room_id: room,
        place,
        state: 'reported',
        looked_after_by: null,
        version: 1,
        created_at: now,
        moved_at: now,
      })
      .execute();
    // A photo of a broken thing is the school's; pictures in which a pupil is seen are not taken.
    await attachUploads(change, { ownerId, id }, { ...said, shows: 'pupils' });
    await change.record({ kind: 'repair.reported', itemId: id, body: { room }, tell: true });
    return see(repairHref(id), t('It is reported. You hear when something moves.'), repairHref(id, 'end'));
  },
});

import { z } from 'zod';
import { today as todayIn } from '#platform/calendar/dates.ts';
import { t } from '#platform/i18n/i18n.ts';
import { told } from '#platform/jobs/handler.ts';
import { selectAddressees, writeTo } from '#platform/notices/write-to.ts';
import { visitorHref } from './visitors.ts';

/**
 * Writes to whoever is visited, once for each visit, where they wish to hear at once. The letter says that somebody is
 * there and not who. Whoever is signed out again, or came to the one who signed them in, needs none.
 */
export const tellHost = told(
  'visitor.arrived',
  z.object({ itemId: z.uuid(), actorId: z.uuid() }),
  async ({ ownerId, body: { itemId, actorId } }, job) => {
    const visitor = await job.db
      .selectFrom('visitor as v')
      .innerJoin('organisation as o', 'o.id', 'v.owner_id')
      .select(['v.host_id as hostId', 'v.on_date as on', 'o.time_zone as zone', 'o.name as school'])
      .where('v.owner_id', '=', ownerId)
      .where('v.id', '=', itemId)
      .where('v.arrived_at', 'is not', null)
      .where('v.left_at', 'is', null)
      .where('v.ended_at', 'is', null)
      .executeTakeFirst();
    if (!visitor || visitor.hostId === actorId || visitor.on !== todayIn(job.now(), visitor.zone)) return;
    for (const host of await selectAddressees(job, ownerId, [visitor.hostId]))
      await writeTo(
        job,
        host,
        `visitor.arrived:${itemId}`,
        () => ({
          subject: t('Somebody has come to see you'),
          paragraphs: [
            t('They have just been signed in at the desk of {school}.', { school: visitor.school }),
          ],
          link: { label: t('See who it is'), href: visitorHref(itemId) },
          because: t('You get this because a visitor said that they have come to see you.'),
        }),
        { about: [itemId] },
      );
  },
);

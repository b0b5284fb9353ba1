import { sql } from 'kysely';
import { z } from 'zod';
import { current } from '#platform/access/current.ts';
import type { Db } from '#platform/db/database.ts';
import { told } from '#platform/jobs/handler.ts';
import { notify, settle } from '#platform/notices/notices.ts';
import { selectAddressees, writeTo } from '#platform/notices/write-to.ts';
import { t } from '#platform/i18n/i18n.ts';
import { administrators } from '#features/people/index.ts';

/** A group asks for a guest, or it is answered: those who look after people find it in their list. */
export const followRequest = told(
  ['group.guest-asked-for', 'group.guest-request-withdrawn', 'group.guest-request-answered'],
  z.object({ request: z.uuid() }),
  async ({ id, kind, ownerId, body: { request } }, job) => {
    const now = job.now();
    const personIds = await selectAdministrators(job.db, ownerId, now);
    const matter = { fromOwner: ownerId, kind: 'group.guest-asked-for', subjectKey: request };
    if (kind !== 'group.guest-asked-for') return settle(job.db, { ...matter, personIds }, now);
    const href = '/groups/guests-asked-for';
    for (const personId of personIds)
      await notify(job.db, { ...matter, personId, itemId: null, href, dueAt: null }, now);
    for (const to of await selectAddressees(job, ownerId, personIds))
      await writeTo(
        job,
        to,
        id,
        () => ({
          subject: t('A group asks for a guest of the school'),
          paragraphs: [t('You decide whether they are let in. They see that group and nothing else.')],
          link: { label: t('Read and answer'), href },
          because: t('You get this because you look after the people of {school}.', {
            school: to.organisation,
          }),
        }),
        { about: [request] },
      );
  },
);

/** Those who look after people on this day of the school's own. */
export async function selectAdministrators(db: Db, ownerId: string, now: Date): Promise<string[]> {
  const { rows } = await sql<{ personId: string }>`
    select distinct a.person_id as "personId" from appointment a join organisation o on o.id = a.owner_id
    where a.owner_id = ${ownerId} and a.role = any(${[...administrators]}::text[])
      and ${current('a', sql`(${now}::timestamptz at time zone o.time_zone)::date`)}`.execute(db);
  return rows.map(({ personId }) => personId);
}

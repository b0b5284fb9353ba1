import { z } from 'zod';
import type { Db } from '#platform/db/database.ts';
import { sql } from 'kysely';
import { Refused } from '#platform/errors.ts';
import { ticks } from '#platform/http/input.ts';
import { action, roles, see } from '#platform/http/route.ts';
import { tn } from '#platform/i18n/i18n.ts';
import { peoplePage } from './people-list.page.ts';
import { pageSize } from './people-list.queries.ts';
import { administrators } from './roles.ts';

/** Invites everybody who was ticked on one page of the list and can be. */
export const inviteMany = action('/people/invite', {
  purpose: 'administration',
  access: roles(...administrators),
  page: peoplePage,
  input: z.object({ people: ticks(pageSize).pipe(z.array(z.uuid())), back: z.string().default('/people') }),
  async run(change, input) {
    if (input.people.length === 0) throw new Refused('Tick whom to invite.');
    const invitable = await selectInvitable(change.tx, change.organisationId, input.people);
    if (invitable.length === 0)
      throw new Refused(
        'Nobody of those ticked can be invited by mail: they have an account, or no address.',
      );
    for (const personId of invitable)
      await change.record({ kind: 'person.invited', itemId: personId, body: { personId }, tell: true });
    const back = /^\/people(\?|$)/.test(input.back) ? input.back : '/people';
    return see(
      back,
      change.services.mailer.hasServer
        ? tn(invitable.length, '{n} invitation is on its way.', '{n} invitations are on their way.')
        : tn(
            invitable.length,
            '{n} invitation goes into the folder “mail” and no further: no mail server is set.',
            '{n} invitations go into the folder “mail” and no further: no mail server is set.',
          ),
    );
  },
});

/** Of these people the members who have an address and no account. */
async function selectInvitable(db: Db, owner: string, personIds: readonly string[]): Promise<string[]> {
  const rows = await db
    .selectFrom('member as m')
    .select('m.person_id as personId')
    .where('m.owner_id', '=', owner)
    .where('m.person_id', 'in', personIds)
    .where('m.ended_at', 'is', null)
    .where(sql<boolean>`exists (select 1 from person_email e where e.person_id = m.person_id)`)
    .where(sql<boolean>`not exists (select 1 from credential c where c.person_id = m.person_id)`)
    .orderBy('m.sort_name')
    .execute();
  return rows.map((row) => row.personId);
}

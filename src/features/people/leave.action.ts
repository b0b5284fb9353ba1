import { z } from 'zod';
import { Refused } from '#platform/errors.ts';
import type { Change } from '#platform/http/context.ts';
import { day } from '#platform/http/input.ts';
import { action, roles, see } from '#platform/http/route.ts';
import { formatDate, t } from '#platform/i18n/i18n.ts';
import { standingsChanged } from '#platform/access/standing.ts';
import { mustNotBeLastAdministrator } from './last-administrator.ts';
import { leavePage } from './leave.page.ts';
import { endMember, reopenMember } from './members.ts';
import { personOf } from './person.page.ts';
import { administrators } from './roles.ts';

/** Writes down that somebody leaves. Until a last day to come they keep everything; a daily job ends it then. */
export const leave = action('/people/:person/leave', {
  purpose: 'administration',
  access: roles(...administrators),
  page: leavePage,
  input: z.object({ last: day() }),
  async run(change, input) {
    const person = await personOf(change);
    const { personId, name } = person;
    if (person.hasLeft) throw new Refused(`${name} has left already.`);
    await mustNotBeLastAdministrator(change, person);
    const at = `/people/${personId}`;
    if (input.last > change.today) {
      await setLastDay(change, personId, input.last);
      await change.record({ kind: 'member.leaving', itemId: personId, body: { lastDay: input.last } });
      return see(at, t('{name} leaves after {day}.', { name, day: formatDate(input.last) }), `${at}/stay`);
    }
    await endMember(change.tx, change.organisationId, personId, input.last, change.now);
    await change.record({
      kind: 'member.left',
      itemId: personId,
      body: { personId, lastDay: input.last },
      tell: true,
    });
    return see(at, t('{name} has left.', { name }), `${at}/return`);
  },
});

/** Takes a leaving to come back. */
export const stay = action('/people/:person/stay', {
  purpose: 'administration',
  access: roles(...administrators),
  input: z.object({}),
  async run(change) {
    const { personId, name, hasLeft } = await personOf(change);
    if (hasLeft) throw new Refused(`${name} has left already.`);
    await setLastDay(change, personId, null);
    await change.record({ kind: 'member.staying', itemId: personId });
    return see(`/people/${personId}`, t('{name} stays.', { name }));
  },
});

/** Somebody who left is back, with the roles and classes that ended when they left. */
export const comeBack = action('/people/:person/return', {
  purpose: 'administration',
  access: roles(...administrators),
  input: z.object({}),
  async run(change) {
    const { personId, name, hasLeft } = await personOf(change);
    if (!hasLeft) throw new Refused(`${name} is here.`);
    await reopenMember(change.tx, change.organisationId, personId);
    await change.record({ kind: 'member.returned', itemId: personId, body: { personId }, tell: true });
    return see(`/people/${personId}`, t('{name} is back.', { name }));
  },
});

async function setLastDay(change: Change, personId: string, endsOn: string | null): Promise<void> {
  await change.tx
    .updateTable('member')
    .set({ ends_on: endsOn })
    .where('owner_id', '=', change.organisationId)
    .where('person_id', '=', personId)
    .execute();
  await standingsChanged(change.tx, change.organisationId);
}

import { z } from 'zod';
import { isId } from '#platform/db/ids.ts';
import { NotFound, Refused } from '#platform/errors.ts';
import type { Change } from '#platform/http/context.ts';
import { day, id } from '#platform/http/input.ts';
import { action, roles, see } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { lineManagerPage } from './line-manager.page.ts';
import { addLineManager, setLineManagementEnded } from './line-managers.ts';
import { personOf } from './person.page.ts';
import { selectPerson } from './person.queries.ts';
import { administrators } from './roles.ts';

export const addManager = action('/people/:person/line-managers', {
  purpose: 'administration',
  access: roles(...administrators),
  page: lineManagerPage,
  input: z.object({ manager: id('Choose a colleague.'), from: day() }),
  async run(change, input) {
    const person = await personOf(change);
    if (input.manager === person.personId)
      throw new Refused({ manager: 'Nobody is their own line manager.' });
    const manager = await selectPerson(change.tx, change.organisationId, input.manager, change.today);
    if (person.kind !== 'staff' || manager.kind !== 'staff' || manager.hasLeft)
      throw new Refused({ manager: 'Choose a member of staff who is here.' });
    if (person.managers.some((each) => each.personId === manager.personId))
      throw new Refused({ manager: `${manager.name} is their line manager already.` });
    const link = { managerId: manager.personId, personId: person.personId, startsOn: input.from };
    await addLineManager(change.tx, change.organisationId, link, change.now);
    await change.record({
      kind: 'manager.added',
      itemId: person.personId,
      body: { managerId: manager.personId, startsOn: input.from },
    });
    return see(
      `/people/${person.personId}`,
      t('{manager} is line manager of {name}.', { manager: manager.name, name: person.name }),
    );
  },
});

export const endManager = action('/people/:person/line-managers/:link/end', {
  purpose: 'administration',
  access: roles(...administrators),
  input: z.object({}),
  async run(change) {
    const { at, link } = await setEnded(change, change.now);
    return see(at, t('The line management is ended.'), `${at}/line-managers/${link}/restore`);
  },
});

export const restoreManager = action('/people/:person/line-managers/:link/restore', {
  purpose: 'administration',
  access: roles(...administrators),
  input: z.object({}),
  async run(change) {
    const { at } = await setEnded(change, null);
    return see(at, t('The line management is back.'));
  },
});

async function setEnded(change: Change, endedAt: Date | null): Promise<{ at: string; link: string }> {
  const person = await personOf(change);
  const link = change.params.link!;
  const found = isId(link)
    ? await change.tx
        .selectFrom('line_management')
        .select('manager_id as managerId')
        .where('owner_id', '=', change.organisationId)
        .where('id', '=', link)
        .where('person_id', '=', person.personId)
        .executeTakeFirst()
    : undefined;
  if (!found) throw new NotFound();
  await setLineManagementEnded(change.tx, change.organisationId, link, endedAt);
  await change.record({
    kind: endedAt ? 'manager.ended' : 'manager.restored',
    itemId: person.personId,
    body: { managerId: found.managerId },
  });
  return { at: `/people/${person.personId}`, link };
}

import { z } from 'zod';
import { standingsChanged } from '#platform/access/standing.ts';
import { notOver } from '#platform/access/current.ts';
import { isId } from '#platform/db/ids.ts';
import { NotFound, Refused } from '#platform/errors.ts';
import type { Change } from '#platform/http/context.ts';
import { choice, ticks } from '#platform/http/input.ts';
import { action, roles, see } from '#platform/http/route.ts';
import { t, tn } from '#platform/i18n/i18n.ts';
import { administrators } from './roles.ts';
import { insertMemberships, unitParts } from './units.ts';
import { unitPage } from './unit.page.ts';
import { selectUnit } from './units.queries.ts';

export const addToUnit = action('/people/units/:unit/people', {
  purpose: 'administration',
  access: roles(...administrators),
  page: unitPage,
  input: z.object({ people: ticks(20).pipe(z.array(z.uuid())), part: choice(unitParts) }),
  async run(change, input) {
    const unit = await selectUnit(change.tx, change.organisationId, change.params.unit!, change.today);
    if (input.people.length === 0) throw new Refused({ people: 'Tick whom to add.' });
    await mustBeFitFor(change, input.part, input.people);
    const memberships = input.people.map((personId) => ({
      unitId: unit.id,
      personId,
      part: input.part,
      startsOn: change.today,
    }));
    await insertMemberships(change.tx, change.organisationId, memberships, change.now);
    await change.record({
      kind: 'unit.joined',
      body: { unitId: unit.id, people: input.people, part: input.part },
    });
    return see(
      `/people/units/${unit.id}`,
      tn(input.people.length, '{n} person is added.', '{n} people are added.'),
    );
  },
});

/** Pupils are in a unit as pupils, staff as anything else; and only people of this school. */
async function mustBeFitFor(change: Change, part: string, personIds: readonly string[]): Promise<void> {
  const fit = await change.tx
    .selectFrom('member')
    .select('person_id')
    .where('owner_id', '=', change.organisationId)
    .where('person_id', 'in', personIds)
    .where(notOver('member', change.today))
    .where('kind', '=', part === 'pupil' ? 'pupil' : 'staff')
    .execute();
  if (fit.length < personIds.length)
    throw new Refused({
      part: part === 'pupil' ? 'Somebody ticked is not a pupil.' : 'Somebody ticked does not work here.',
    });
}

export const endInUnit = action('/people/units/:unit/people/:membership/end', {
  purpose: 'administration',
  access: roles(...administrators),
  input: z.object({}),
  async run(change) {
    const { at, id } = await setEnded(change, change.now);
    return see(at, t('Removed.'), `${at}/people/${id}/restore`);
  },
});

export const restoreInUnit = action('/people/units/:unit/people/:membership/restore', {
  purpose: 'administration',
  access: roles(...administrators),
  input: z.object({}),
  async run(change) {
    const { at } = await setEnded(change, null);
    return see(at, t('Added again.'));
  },
});

async function setEnded(change: Change, endedAt: Date | null): Promise<{ at: string; id: string }> {
  const { unit, membership } = change.params as { unit: string; membership: string };
  const row =
    isId(unit) && isId(membership)
      ? await change.tx
          .updateTable('membership')
          .set({ ended_at: endedAt })
          .where('owner_id', '=', change.organisationId)
          .where('id', '=', membership)
          .where('unit_id', '=', unit)
          .returning('person_id')
          .executeTakeFirst()
      : undefined;
  if (!row) throw new NotFound();
  await standingsChanged(change.tx, change.organisationId);
  const kind = endedAt ? 'unit.left' : 'unit.joined';
  await change.record({ kind, body: { unitId: unit, people: [row.person_id] } });
  return { at: `/people/units/${unit}`, id: membership };
}

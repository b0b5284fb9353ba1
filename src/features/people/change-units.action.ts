import { z } from 'zod';
import { standingsChanged } from '#platform/access/standing.ts';
import type { Change } from '#platform/http/context.ts';
import { choice, line, optionalLine } from '#platform/http/input.ts';
import { action, roles, see } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { administrators } from './roles.ts';
import { insertUnits, unitKinds } from './units.ts';
import { unitsPage } from './units.page.ts';
import { selectUnit, type Unit } from './units.queries.ts';

export const addUnit = action('/people/units', {
  purpose: 'administration',
  access: roles(...administrators),
  page: unitsPage,
  input: z.object({
    kind: choice(unitKinds),
    name: line('Write its name.', 80),
    subject: optionalLine(80),
    year: optionalLine(20),
  }),
  async run(change, input) {
    const unit = {
      kind: input.kind,
      name: input.name,
      subject: input.subject || null,
      yearLabel: input.year || null,
    };
    const [id] = await insertUnits(change.tx, change.organisationId, [unit], change.now);
    await change.record({ kind: 'unit.added', body: { unitId: id } });
    return see(
      `/people/units/${id}`,
      t('{name} is added. Now find who belongs to it.', { name: input.name }),
    );
  },
});

/** Takes a unit off the lists; who belonged to it stays written down. */
export const endUnit = action('/people/units/:unit/end', {
  purpose: 'administration',
  access: roles(...administrators),
  input: z.object({}),
  async run(change) {
    const unit = await setEnded(change, change.now);
    return see(
      '/people/units',
      t('{name} is taken off the list.', { name: unit.name }),
      `/people/units/${unit.id}/restore`,
    );
  },
});

export const restoreUnit = action('/people/units/:unit/restore', {
  purpose: 'administration',
  access: roles(...administrators),
  input: z.object({}),
  async run(change) {
    const unit = await setEnded(change, null);
    return see(`/people/units/${unit.id}`, t('{name} is back.', { name: unit.name }));
  },
});

async function setEnded(change: Change, endedAt: Date | null): Promise<Unit> {
  const unit = await selectUnit(change.tx, change.organisationId, change.params.unit!, change.today);
  await change.tx
    .updateTable('unit')
    .set({ ended_at: endedAt })
    .where('owner_id', '=', change.organisationId)
    .where('id', '=', unit.id)
    .execute();
  await standingsChanged(change.tx, change.organisationId);
  await change.record({ kind: endedAt ? 'unit.ended' : 'unit.restored', body: { unitId: unit.id } });
  return unit;
}

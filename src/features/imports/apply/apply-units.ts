import { sql } from 'kysely';
import { record } from '#platform/audit/record.ts';
import { comparable } from '#platform/i18n/comparable.ts';
import { transaction } from '#platform/db/transaction.ts';
import { insertTerms } from '#features/organisation/index.ts';
import { insertUnits } from '#features/people/index.ts';
import { type Applying, batches, link, reserve } from './context.ts';

/** School years and terms of the organisation that imports. */
export async function applyTerms(applying: Applying): Promise<void> {
  const { plan, db, run, now, actorId } = applying;
  const { added, changed, ended, linked } = plan.terms;
  await link(applying, 'term', linked);
  const ids = await reserve(
    applying,
    'term',
    added.map(({ key }) => key),
  );
  if (added.length + changed.length + ended.length === 0) return;
  const terms = added.map(({ key, kind, name, startsOn, endsOn }) => ({
    id: ids.get(key)!,
    kind,
    name,
    startsOn,
    endsOn,
  }));
  await transaction(db, async (tx) => {
    await insertTerms(tx, run.ownerId, terms, now);
    for (const { id, item } of changed)
      await tx
        .updateTable('term')
        .set({
          kind: item.kind,
          name: item.name,
          starts_on: item.startsOn,
          ends_on: item.endsOn,
          ended_at: null,
        })
        .where('owner_id', '=', run.ownerId)
        .where('id', '=', id)
        .execute();
    for (const { id } of ended)
      await tx
        .updateTable('term')
        .set({ ended_at: now })
        .where('owner_id', '=', run.ownerId)
        .where('id', '=', id)
        .execute();
    const body = { runId: run.id, added: terms.map(({ id }) => id), ended: ended.map(({ id }) => id) };
    await record(tx, actorId, { ownerId: run.ownerId, kind: 'import.terms', itemId: run.id, body }, now);
  });
  await applying.done(added.length + changed.length + ended.length);
}

/** Classes, forms and departments, each in its organisation. */
export async function applyUnits(applying: Applying): Promise<void> {
  const { plan, reach, organisationIds } = applying;
  const { added, changed, ended, linked } = plan.units;
  await link(applying, 'unit', linked);
  const ids = await reserve(
    applying,
    'unit',
    added.map(({ key }) => key),
  );
  for (const [key, id] of ids) applying.unitIds.set(key, id);
  const units = added.map((unit) => ({ unit, id: ids.get(unit.key)! }));
  const ownerOf = (key: string | undefined): string => organisationIds.get(key ?? '') ?? reach.home.id;
  for (const { unit, id } of units) applying.unitOwner.set(id, ownerOf(unit.organisationKey));
  const ownerOfId = ({ id }: { id: string }): string => applying.unitOwner.get(id)!;
  for (const [owner, all] of Map.groupBy(units, ownerOfId))
    for (const batch of batches(all, 500))
      await inOneOwner(
        applying,
        owner,
        'added',
        batch.map(({ id }) => id),
        (tx) =>
          insertUnits(
            tx,
            owner,
            batch.map(({ unit, id }) => ({
              id,
              kind: unit.kind,
              name: unit.name,
              subject: unit.subject,
              yearLabel: unit.yearLabels.join(', ') || null,
            })),
            applying.now,
          ),
      );
  for (const [owner, all] of Map.groupBy(changed, ownerOfId))
    for (const batch of batches(all, 200))
      await inOneOwner(
        applying,
        owner,
        'changed',
        batch.map(({ id }) => id),
        async (tx) => {
          for (const { id, item } of batch)
            await tx
              .updateTable('unit')
              .set({
                kind: item.kind,
                name: item.name,
                sort_name: comparable(item.name) || item.name.toLowerCase(),
                ...(item.subject === undefined ? {} : { subject: item.subject }),
                ...(item.yearLabels.length > 0 ? { year_label: item.yearLabels.join(', ') } : {}),
                ended_at: null,
              })
              .where('owner_id', '=', owner)
              .where('id', '=', id)
              .execute();
        },
      );
  for (const [owner, all] of Map.groupBy(ended, ownerOfId))
    await inOneOwner(
      applying,
      owner,
      'ended',
      all.map(({ id }) => id),
      (tx) =>
        sql`update unit set ended_at = ${applying.now} where owner_id = ${owner}
        and id = any(${all.map(({ id }) => id)}::uuid[])`.execute(tx),
    );
}

async function inOneOwner(
  applying: Applying,
  ownerId: string,
  what: string,
  unitIds: readonly string[],
  work: (tx: Parameters<Parameters<typeof transaction>[1]>[0]) => Promise<unknown>,
): Promise<void> {
  const { db, actorId, run, now } = applying;
  await transaction(db, async (tx) => {
    await work(tx);
    await record(
      tx,
      actorId,
      { ownerId, kind: `import.units-${what}`, itemId: run.id, body: { runId: run.id, unitIds } },
      now,
    );
  });
  await applying.done(unitIds.length);
}

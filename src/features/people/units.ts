import { standingsChanged } from '#platform/access/standing.ts';
import { comparable } from '#platform/i18n/comparable.ts';
import type { Db } from '#platform/db/database.ts';
import { newId } from '#platform/db/ids.ts';

export const unitKinds = ['class', 'form', 'department', 'team'] as const;
export type UnitKind = (typeof unitKinds)[number];

export interface NewUnit {
  id?: string | undefined;
  kind: UnitKind;
  name: string;
  subject?: string | null | undefined;
  yearLabel?: string | null | undefined;
}

/** What somebody is in a unit. */
export const unitParts = ['teacher', 'assistant', 'pupil', 'member'] as const;
export type UnitPart = (typeof unitParts)[number];

export interface NewMembership {
  unitId: string;
  personId: string;
  part: UnitPart;
  startsOn?: string | null | undefined;
  endsOn?: string | null | undefined;
  /** The system whose lists say so; nothing when a person did. */
  source?: string | null | undefined;
}

/** Writes classes, forms, departments, teams; ids in the same order. */
export async function insertUnits(
  tx: Db,
  ownerId: string,
  units: readonly NewUnit[],
  now: Date,
): Promise<string[]> {
  const rows = units.map((unit) => ({
    owner_id: ownerId,
    id: unit.id ?? newId(now),
    kind: unit.kind,
    name: unit.name,
    sort_name: comparable(unit.name) || unit.name.toLowerCase(),
    subject: unit.subject ?? null,
    year_label: unit.yearLabel ?? null,
    created_at: now,
    ended_at: null,
  }));
  if (rows.length > 0) await tx.insertInto('unit').values(rows).execute();
  return rows.map(({ id }) => id);
}

/** Puts people into units; somebody who was there before in the same part is there again. */
export async function insertMemberships(
  tx: Db,
  ownerId: string,
  memberships: readonly NewMembership[],
  now: Date,
): Promise<void> {
  if (memberships.length === 0) return;
  await tx
    .insertInto('membership')
    .values(
      memberships.map((each) => ({
        owner_id: ownerId,
        id: newId(now),
        unit_id: each.unitId,
        person_id: each.personId,
        part: each.part,
        starts_on: each.startsOn ?? null,
        ends_on: each.endsOn ?? null,
        source: each.source ?? null,
        created_at: now,
        ended_at: null,
      })),
    )
    .onConflict((conflict) =>
      conflict.columns(['owner_id', 'unit_id', 'person_id', 'part']).doUpdateSet((row) => ({
        starts_on: row.ref('excluded.starts_on'),
        ends_on: row.ref('excluded.ends_on'),
        ended_at: null,
      })),
    )
    .execute();
  await standingsChanged(tx, ownerId);
}

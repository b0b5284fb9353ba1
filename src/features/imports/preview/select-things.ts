import { sql } from 'kysely';
import { notOver } from '#platform/access/current.ts';
import type { Db } from '#platform/db/database.ts';
import { isPassedOn } from '../next-year-known.ts';
import type {
  ExistingMembership,
  ExistingRelation,
  ExistingRoster,
  ExistingTerm,
  ExistingUnit,
  SourceKey,
} from '../plan/index.ts';
import { comparableName } from '../read/names.ts';
import type { Reach } from './reach.ts';

export interface Things {
  roster: Omit<ExistingRoster, 'people'>;
  /** By our id: what sources call it. */
  keysOf: ReadonlyMap<string, SourceKey[]>;
  unitOwner: ReadonlyMap<string, string>;
  personIds: ReadonlyMap<string, string>;
}

/** What there is beside people: organisations, dates, classes, who is in them, families, names of sources. */
export async function selectThings(db: Db, reach: Reach, today: string): Promise<Things> {
  const owners = reach.owners;
  const { keysOf, personIds } = await selectKeys(db, reach);
  const sourceKeys = (id: string): SourceKey[] => keysOf.get(id) ?? [];
  const terms = await sql<Omit<ExistingTerm, 'sourceKeys'>>`
    select t.id, t.kind, t.name, t.starts_on as "startsOn", t.ends_on as "endsOn", t.ended_at is not null as ended
    from term t where t.owner_id = ${reach.home.id} order by t.starts_on, t.id`.execute(db);
  const units = await selectUnits(db, reach);
  const memberships = await sql<Nullable<ExistingMembership>>`
    select s.id, s.person_id as "personId", s.unit_id as "unitId", s.part as role, s.source,
      s.starts_on as "startsOn", s.ends_on as "endsOn", not ${notOver('s', today)} as ended,
      ${isPassedOn(owners, 's')} as passed
    from membership s where s.owner_id = any(${owners}::uuid[]) order by s.id`.execute(db);
  const relations = await sql<Nullable<ExistingRelation>>`
    select f.id, f.adult_id as "adultId", f.pupil_id as "pupilId", f.source, f.ended_at is not null as ended
    from family_relation f where f.owner_id = any(${owners}::uuid[]) order by f.id`.execute(db);
  const unitOwner = new Map(units.map(({ id, ownerId }) => [id, ownerId]));
  return {
    roster: {
      organisations: reach.organisations.map(({ id, name, kind, ended }) => ({
        id,
        name,
        kind,
        ended,
        sourceKeys: sourceKeys(id),
      })),
      terms: terms.rows.map((term) => ({ ...term, sourceKeys: sourceKeys(term.id) })),
      units: units.map(({ ownerId, subject, yearLabel, ...unit }) => ({
        ...unit,
        ...(subject === null ? {} : { subject }),
        yearLabels: yearLabel === null ? [] : yearLabel.split(', '),
        sourceKeys: [...sourceKeys(unit.id), ...nameAsKey(unit, ownerId, reach)],
      })),
      memberships: memberships.rows
        .filter(({ unitId }) => unitOwner.has(unitId!))
        .map((row) => withoutNulls<ExistingMembership>(row)),
      relations: relations.rows.map((row) => withoutNulls<ExistingRelation>(row)),
    },
    keysOf,
    unitOwner,
    personIds,
  };
}

type Nullable<T> = { [K in keyof T]: T[K] | null };

const withoutNulls = <T>(row: Nullable<T>): T =>
  Object.fromEntries(Object.entries(row as object).filter(([, value]) => value !== null)) as T;

/** A plain list knows a class by its name alone, so one that was made by hand under this name is the same. */
const nameAsKey = (unit: { kind: string; name: string }, ownerId: string, reach: Reach): SourceKey[] =>
  ownerId === reach.home.id ? [{ source: 'plain', key: `${unit.kind}:${comparableName(unit.name)}` }] : [];

async function selectUnits(
  db: Db,
  reach: Reach,
): Promise<
  (Pick<ExistingUnit, 'id' | 'kind' | 'name' | 'ended'> & {
    ownerId: string;
    subject: string | null;
    yearLabel: string | null;
  })[]
> {
  const { rows } = await sql<Awaited<ReturnType<typeof selectUnits>>[number]>`
    select u.id, u.owner_id as "ownerId", u.kind, u.name, u.subject, u.year_label as "yearLabel",
      u.ended_at is not null as ended
    from unit u where u.owner_id = any(${reach.owners}::uuid[]) and u.kind in ('class', 'form', 'department')
    order by u.ended_at desc nulls last, u.id`.execute(db);
  return rows;
}

async function selectKeys(
  db: Db,
  reach: Reach,
): Promise<{ keysOf: Map<string, SourceKey[]>; personIds: Map<string, string> }> {
  const { rows } = await sql<{ part: string; source: string; key: string; thingId: string; ours: boolean }>`
    select k.part, k.source, k.key, k.thing_id as "thingId", k.owner_id = ${reach.home.id} as ours from import_key k
    where k.owner_id = any(${reach.keyOwners}::uuid[]) order by k.created_at, k.key`.execute(db);
  const keysOf = new Map<string, SourceKey[]>();
  const personIds = new Map<string, string>();
  for (const { part, source, key, thingId, ours } of rows) {
    const known = keysOf.get(thingId);
    if (known) known.push({ source, key });
    else keysOf.set(thingId, [{ source, key }]);
    if (part === 'person' && ours) personIds.set(`${source} ${key}`, thingId);
  }
  return { keysOf, personIds };
}

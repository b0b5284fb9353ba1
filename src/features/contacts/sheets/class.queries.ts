import { sql } from 'kysely';
import { composed, type Given, list } from '#platform/access/composed.ts';
import { current, notOver } from '#platform/access/current.ts';
import type { Who } from '#platform/access/who.ts';
import type { Db } from '#platform/db/database.ts';
import { isId, newId } from '#platform/db/ids.ts';
import { NotFound } from '#platform/errors.ts';
import { readsAllContacts, readsUnitContacts } from '../contacts.access.ts';
import { carerColumns } from '../carers/carers.queries.ts';
import type { Carer } from '../carers/carer.ts';

export interface SheetPupil {
  personId: string;
  name: string;
  /** In the order of calling. */
  carers: Pick<Carer, 'name' | 'relationship' | 'phones' | 'askFirst' | 'calledIn'>[];
}

export interface ClassContacts {
  unitId: string;
  name: string;
  pupils: SheetPupil[];
}

/** A class with whom to call about each of its pupils. Throws `NotFound` where this person does not read them. */
export async function selectClassContacts(
  db: Db,
  who: Who,
  unitId: string,
  today: string,
): Promise<ClassContacts> {
  if (!isId(unitId)) throw new NotFound();
  const { units, pupils } = await askClass(db, who, { unitId, today });
  if (!units[0]) throw new NotFound();
  return { ...units[0], pupils };
}

const askClass = composed((who, { unitId, today }: Given<{ unitId: string; today: string }>) => {
  const owner = who.organisationId;
  const unit = sql`u.owner_id = ${owner} and u.id = ${unitId} and u.ended_at is null
    and ${readsUnitContacts(who, 'u', today)}`;
  return {
    units: list<{ unitId: string; name: string }>(
      sql`select u.id as "unitId", u.name from unit u where ${unit}`,
    ),
    pupils: list<SheetPupil>(sql`
      select m.person_id as "personId", c.name,
        coalesce((select json_agg(k order by k."calledIn" nulls last, k."isTold" desc, k.name) from (
          select ${carerColumns(who, today)}, f.told <> '{}' as "isTold" from family_relation f join person p on p.id = f.adult_id
          join member a on a.owner_id = ${owner} and a.person_id = f.adult_id and ${notOver('a', today)}
          left join person w on w.id = f.restriction_by
          where f.owner_id = ${owner} and f.pupil_id = m.person_id and f.ended_at is null
            and not f.not_called) k), '[]'::json) as carers
      from membership s join unit u on ${unit} and u.id = s.unit_id
      join member m on m.owner_id = ${owner} and m.person_id = s.person_id and m.kind = 'pupil' and ${notOver('m', today)}
      join person c on c.id = m.person_id
      where s.owner_id = ${owner} and s.unit_id = ${unitId} and s.part = 'pupil' and ${current('s', today)}
      order by m.sort_name, m.person_id`),
  };
});

export interface ContactsHome {
  units: { id: string; name: string; pupils: number }[];
  /** Pupils about whom nobody can be called, for those who read all. */
  unreached: { personId: string; name: string; all: number }[];
  /** The last sheets that were printed, for those who read all. */
  /** Of a class; of the whole school where `unit` is null. */
  sheets: { id: string; unit: string | null; by: string; reason: string; pupils: number; printedAt: Date }[];
}

export const selectContactsHome: (db: Db, who: Who, given: { today: string }) => Promise<ContactsHome> =
  composed((who, { today }: Given<{ today: string }>) => {
    const owner = who.organisationId;
    const all = sql.lit(readsAllContacts(who));
    return {
      units: list<ContactsHome['units'][number]>(sql`
        select u.id, u.name, count(s.id)::int as pupils from unit u
        join membership s on s.owner_id = ${owner} and s.unit_id = u.id and s.part = 'pupil' and ${current('s', today)}
        where u.owner_id = ${owner} and u.ended_at is null and u.kind in ('class', 'form')
          and ${readsUnitContacts(who, 'u', today)}
        group by u.id, u.name, u.sort_name order by u.sort_name, u.id limit 300`),
      unreached: list<ContactsHome['unreached'][number]>(sql`
        select m.person_id as "personId", p.name, (count(*) over ())::int as all
        from member m join person p on p.id = m.person_id
        where m.owner_id = ${owner} and ${all} and m.kind = 'pupil' and ${notOver('m', today)} and not exists (
          select 1 from family_relation f join contact_phone n on n.owner_id = ${owner} and n.person_id = f.adult_id
            and n.ended_at is null
          where f.owner_id = ${owner} and f.pupil_id = m.person_id and f.ended_at is null and not f.not_called)
        order by m.sort_name, m.person_id limit 30`),
      sheets: list<ContactsHome['sheets'][number]>(
        sql`select s.id, u.name as unit, p.name as by, s.reason, s.pupils, s.printed_at as "printedAt"
          from contact_sheet s left join unit u on u.owner_id = ${owner} and u.id = s.unit_id
          join person p on p.id = s.printed_by
          where s.owner_id = ${owner} and ${all} order by s.printed_at desc, s.id desc limit 20`,
        { printedAt: 'moment' },
      ),
    };
  });

/** Writes down that a sheet was printed. */
export async function insertSheet(
  tx: Db,
  owner: string,
  sheet: { unitId: string | null; printedBy: string; reason: string; pupils: number },
  now: Date,
): Promise<string> {
  const id = newId(now);
  await tx
    .insertInto('contact_sheet')
    .values({
      owner_id: owner,
      id,
      unit_id: sheet.unitId,
      printed_by: sheet.printedBy,
      reason: sheet.reason,
      pupils: sheet.pupils,
      printed_at: now,
    })
    .execute();
  return id;
}

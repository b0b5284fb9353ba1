import { sql } from 'kysely';
import type { Db } from '#platform/db/database.ts';
import type { RosterPerson } from '../read/index.ts';

type Facts = Pick<RosterPerson, 'upn' | 'payrollNumber' | 'dateOfBirth' | 'grades'> & { id: string };

/** Keeps what the lists say of people beyond what everybody may know. A blank says nothing and erases nothing. */
export async function upsertRecords(
  tx: Db,
  ownerId: string,
  people: readonly Facts[],
  now: Date,
): Promise<void> {
  const told = people.filter(
    ({ upn, payrollNumber, dateOfBirth, grades }) => upn || payrollNumber || dateOfBirth || grades?.length,
  );
  if (told.length === 0) return;
  await tx
    .insertInto('member_record')
    .values(
      told.map(({ id, upn, payrollNumber, dateOfBirth, grades }) => ({
        owner_id: ownerId,
        person_id: id,
        upn: upn ?? null,
        payroll_number: payrollNumber ?? null,
        date_of_birth: dateOfBirth ?? null,
        grades: [...(grades ?? [])],
        changed_at: now,
      })),
    )
    .onConflict((conflict) =>
      conflict.columns(['owner_id', 'person_id']).doUpdateSet((row) => ({
        upn: row.fn.coalesce('excluded.upn', 'member_record.upn'),
        payroll_number: row.fn.coalesce('excluded.payroll_number', 'member_record.payroll_number'),
        date_of_birth: row.fn.coalesce('excluded.date_of_birth', 'member_record.date_of_birth'),
        grades: sql`case when cardinality(excluded.grades) = 0 then member_record.grades else excluded.grades end`,
        changed_at: now,
      })),
    )
    .execute();
}

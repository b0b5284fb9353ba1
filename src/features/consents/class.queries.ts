import { composed, type Given, list } from '#platform/access/composed.ts';
import { sql } from 'kysely';
import type { Who } from '#platform/access/who.ts';
import type { Db } from '#platform/db/database.ts';
import { isId } from '#platform/db/ids.ts';
import { NotFound } from '#platform/errors.ts';
import { type FilmedPupil, filmedPupilsList } from './standing.ts';
import { consentPurpose } from './purposes.ts';
import { yearEnd } from './year-end.ts';

export interface ClassConsents {
  unitId: string;
  name: string;
  purpose: string;
  yearEnd: string | null;
  pupils: FilmedPupil[];
}

/** A class with how it stands for one purpose. Throws `NotFound` for no class, or no such purpose. */
export async function selectClass(
  db: Db,
  who: Who,
  { unitId, purpose }: { unitId: string; purpose: string },
  today: string,
): Promise<ClassConsents> {
  if (!isId(unitId) || !consentPurpose(purpose)) throw new NotFound();
  const { units, pupils } = await ask(db, who, { unitId, purpose, today });
  if (!units[0]) throw new NotFound();
  return { ...units[0], purpose, pupils };
}

interface Asked {
  unitId: string;
  purpose: string;
  today: string;
}

const ask = composed((who, { unitId, purpose, today }: Given<Asked>) => ({
  units: list<{ unitId: string; name: string; yearEnd: string | null }>(sql`
    select u.id as "unitId", u.name, ${yearEnd(who.organisationId, today)} as "yearEnd"
    from unit u where u.owner_id = ${who.organisationId} and u.id = ${unitId} and u.ended_at is null`),
  pupils: filmedPupilsList({ organisationId: who.organisationId, unitId, purpose, today }),
}));

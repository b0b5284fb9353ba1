import type { Db } from '#platform/db/database.ts';

export interface EmailRow {
  address: string;
  kind: 'work' | 'personal';
  confirmedAt: Date | null;
}

export async function selectEmails(db: Db, personId: string): Promise<EmailRow[]> {
  const rows = await db
    .selectFrom('person_email')
    .select(['address', 'kind', 'confirmed_at as confirmedAt'])
    .where('person_id', '=', personId)
    .orderBy('kind', 'desc')
    .orderBy('address')
    .execute();
  return rows.map((row) => ({ ...row, kind: row.kind === 'personal' ? 'personal' : 'work' }));
}

export interface SessionRow {
  id: string;
  device: string;
  seenAt: Date;
  createdAt: Date;
  /** How many organisations the person belongs to now. */
  schools: number;
}

/** Where a person is signed in now, last seen first. */
export const selectOpenSessions = (db: Db, personId: string, now: Date): Promise<SessionRow[]> =>
  db
    .selectFrom('session')
    .select(['id', 'device', 'seen_at as seenAt', 'created_at as createdAt'])
    .select((row) =>
      row
        .selectFrom('affiliation')
        .select((count) => count.cast<number>(count.fn.countAll(), 'integer').as('schools'))
        .where('owner_id', '=', personId)
        .where('ended_at', 'is', null)
        .as('schools'),
    )
    .$narrowType<{ schools: number }>()
    .where('person_id', '=', personId)
    .where('ended_at', 'is', null)
    .where('expires_at', '>', now)
    .orderBy('seen_at', 'desc')
    .limit(50)
    .execute();

/** The organisations a person belongs to or belonged to: what is theirs may lie with any of them. */
export async function selectOrganisationIds(db: Db, personId: string): Promise<string[]> {
  const rows = await db
    .selectFrom('affiliation')
    .select('organisation_id')
    .where('owner_id', '=', personId)
    .execute();
  return rows.map((row) => row.organisation_id);
}

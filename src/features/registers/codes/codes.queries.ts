import { sql } from 'kysely';
import { list, type List } from '#platform/access/composed.ts';
import type { Who } from '#platform/access/who.ts';
import type { Db } from '#platform/db/database.ts';
import { newId } from '#platform/db/ids.ts';
import type { Change } from '#platform/http/context.ts';
import { type Code, codeOf, codesFor, codesOfList, type StoredCode, usualList } from './code.ts';

const inUse = (
  owner: string,
) => sql<StoredCode>`select c.id, c.symbol, c.name, c.list, c.national, c.category, c.usual
  from attendance_code c where c.owner_id = ${owner} and c.ended_at is null order by c.position, c.symbol`;

/** The codes in use; none where the school has not changed any and saved no register. */
export const codesList = (who: Who): List<StoredCode> => list<StoredCode>(inUse(who.organisationId));

/** One row: the locale of the organisation, which says whose list it has. */
export const localeList = (who: Who): List<{ locale: string }> =>
  list<{ locale: string }>(sql`select o.locale from organisation o where o.id = ${who.organisationId}`);

export async function selectCodes(db: Db, owner: string): Promise<Code[]> {
  const { rows } = await inUse(owner).execute(db);
  return codesFor(rows, await selectLocale(db, owner));
}

const selectLocale = async (db: Db, owner: string): Promise<string> =>
  (await db.selectFrom('organisation').select('locale').where('id', '=', owner).executeTakeFirstOrThrow())
    .locale;

/** A code with its row. */
export type KeptCode = Code & { id: string };

/**
 * The school's codes, each with a row: where there is none yet, those of its country's list are written. When sixty
 * do so in the same minute each writes them in the same order, so that none waits for another in a circle, and all
 * read what the first wrote.
 */
export async function keepCodes({
  tx,
  organisationId,
  now,
}: Pick<Change, 'tx' | 'organisationId' | 'now'>): Promise<KeptCode[]> {
  const { rows } = await inUse(organisationId).execute(tx);
  if (rows.length > 0) return rows.map((row) => codeOf(row) as KeptCode);
  const codes = codesOfList(usualList(await selectLocale(tx, organisationId)));
  await insertCodes(tx, organisationId, codes, now);
  return (await inUse(organisationId).execute(tx)).rows.map((row) => codeOf(row) as KeptCode);
}

/** Writes codes in the order given. Those whose symbol is in use already are left as they are. */
export async function insertCodes(tx: Db, owner: string, codes: readonly Code[], now: Date): Promise<void> {
  await tx
    .insertInto('attendance_code')
    .values(
      codes.map(({ symbol, name, list: of, national, category, usual }, position) => ({
        owner_id: owner,
        id: newId(now),
        symbol,
        name,
        list: of,
        national,
        category,
        usual,
        position,
        version: 1,
        created_at: now,
      })),
    )
    .onConflict((conflict) =>
      conflict.columns(['owner_id', 'symbol']).where('ended_at', 'is', null).doNothing(),
    )
    .execute();
}

import { type Expression, sql } from 'kysely';
import { keepText, selectTexts } from '#platform/audit/text-versions.ts';
import { list, type List } from '#platform/access/composed.ts';
import type { Db } from '#platform/db/database.ts';
import type { Together } from '../together.ts';
import type { Signature } from './agreement-parts.ts';

const signatures = (ownerId: string, id: unknown) => sql<Signature>`
  select s.version, s.person_id as "personId", n.name, s.signed_at as at
  from coaching_signature s join person n on n.id = s.person_id
  where s.owner_id = ${ownerId} and s.coaching_id = ${id} order by s.version, s.signed_at`;

/** Who signed which version, the first first. */
export async function selectSignatures(
  db: Db,
  { ownerId, id }: Pick<Together, 'ownerId' | 'id'>,
): Promise<Signature[]> {
  return (await signatures(ownerId, id).execute(db)).rows;
}

/** The same for a page that asks more in one statement. */
export const signatureList = (ownerId: string, id: Expression<string>): List<Signature> =>
  list<Signature>(signatures(ownerId, id), { at: 'moment' });

/** A text as it was: parts by id, and the day to look again. */
export interface OldText {
  version: number;
  writtenBy: string;
  writtenAt: Date;
  answers: Together['answers'];
}

/** The texts before the present one, newest first. */
export async function selectOldTexts(db: Db, of: Pick<Together, 'ownerId' | 'id'>): Promise<OldText[]> {
  const texts = await selectTexts(db, of);
  return texts.map(({ fields, ...text }) => ({ ...text, answers: fields as Together['answers'] }));
}

/**
 * Makes this the next version; the text before stays under its number. Answers whether it was the version shown that
 * was replaced: false where somebody was quicker.
 */
export async function saveText(
  tx: Db,
  before: Together,
  text: { answers: Together['answers']; lookAgainOn: string | null; writtenBy: string },
  now: Date,
): Promise<boolean> {
  if (before.textVersion > 0)
    await keepText(
      tx,
      before,
      before.textVersion,
      { ...before.answers, ...(before.lookAgainOn && { look_again_on: before.lookAgainOn }) },
      before.writtenBy,
      before.writtenAt,
    );
  const { numUpdatedRows } = await tx
    .updateTable('coaching')
    .set({
      answers: JSON.stringify(text.answers),
      look_again_on: text.lookAgainOn,
      version: before.textVersion + 1,
      written_by: text.writtenBy,
      written_at: now,
    })
    .where('owner_id', '=', before.ownerId)
    .where('id', '=', before.id)
    .where('version', '=', before.textVersion)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

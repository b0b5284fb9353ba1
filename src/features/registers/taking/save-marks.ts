import { sql } from 'kysely';
import type { Db } from '#platform/db/database.ts';
import { newId } from '#platform/db/ids.ts';
import type { Change } from '#platform/http/context.ts';

/** One mark as somebody wants it. */
export interface WantedMark {
  pupilId: string;
  /** Null: none; the mark is taken away. */
  codeId: string | null;
  minutes: number | null;
  note: string;
}

/** A register whose row this transaction holds, so that nobody else writes in it meanwhile. */
export interface HeldRegister {
  id: string;
  version: number;
}

/** Whether the register is taken by this, given back, or stays taken as it was. */
export type Did = 'took' | 'gave-back' | 'corrected';

type Writer = Pick<Change, 'tx' | 'organisationId' | 'now' | 'who'>;

/**
 * Writes what differs, as one new version of the register, with what each mark was before. Answers how many marks
 * became others; where none did and it is no more than a correction, nothing is written.
 */
export async function saveMarks(
  change: Writer,
  register: HeldRegister,
  wanted: readonly WantedMark[],
  { reason, saveId, did }: { reason: string; saveId: string; did: Did },
): Promise<number> {
  const { tx, organisationId, now, who } = change;
  const before = new Map(
    (await selectMarks(tx, organisationId, register.id)).map((mark) => [mark.pupilId, mark]),
  );
  const others = wanted.filter((mark) => !isSame(mark, before.get(mark.pupilId)));
  if (others.length === 0 && did === 'corrected') return 0;
  const version = register.version + 1;
  await touch(change, register, version, did);
  await tx
    .insertInto('register_save')
    .values({
      owner_id: organisationId,
      register_id: register.id,
      version,
      save_id: saveId,
      did,
      saved_by: who.personId,
      saved_at: now,
    })
    .execute();
  const stay = others.flatMap(({ codeId, ...mark }) => (codeId === null ? [] : [{ codeId, ...mark }]));
  if (stay.length > 0)
    await tx
      .insertInto('register_mark')
      .values(
        stay.map(({ pupilId, codeId, minutes, note }) => ({
          owner_id: organisationId,
          register_id: register.id,
          pupil_id: pupilId,
          code_id: codeId,
          minutes,
          note,
          marked_by: who.personId,
          marked_at: now,
          version,
        })),
      )
      .onConflict((conflict) =>
        conflict.columns(['owner_id', 'register_id', 'pupil_id']).doUpdateSet((row) => ({
          code_id: row.ref('excluded.code_id'),
          minutes: row.ref('excluded.minutes'),
          note: row.ref('excluded.note'),
          marked_by: row.ref('excluded.marked_by'),
          marked_at: row.ref('excluded.marked_at'),
          version: row.ref('excluded.version'),
        })),
      )
      .execute();
  const gone = others.flatMap(({ pupilId, codeId }) => (codeId === null ? [pupilId] : []));
  if (gone.length > 0)
    await tx
      .deleteFrom('register_mark')
      .where('owner_id', '=', organisationId)
      .where('register_id', '=', register.id)
      .where('pupil_id', 'in', gone)
      .execute();
  // What was marked first stands in the marks themselves; from then on each change has its row.
  const changed = register.version === 0 ? [] : others;
  if (changed.length > 0)
    await tx
      .insertInto('register_mark_change')
      .values(
        changed.map(({ pupilId, codeId, minutes, note }) => {
          const was = before.get(pupilId);
          return {
            owner_id: organisationId,
            id: newId(now),
            register_id: register.id,
            pupil_id: pupilId,
            was_code_id: was?.codeId ?? null,
            was_minutes: was?.minutes ?? null,
            was_note: was?.note ?? '',
            code_id: codeId,
            minutes,
            note,
            reason,
            version,
            changed_by: who.personId,
            changed_at: now,
          };
        }),
      )
      .execute();
  return others.length;
}

/** Who took it first stays who took it; somebody who takes what was given back takes it anew. */
async function touch(
  { tx, organisationId, now, who }: Writer,
  register: HeldRegister,
  version: number,
  did: Did,
): Promise<void> {
  await tx
    .updateTable('register')
    .set({
      version,
      ...(did === 'took' && { taken_by: who.personId, taken_at: now }),
      ...(did === 'gave-back' && { taken_by: null, taken_at: null }),
    })
    .where('owner_id', '=', organisationId)
    .where('id', '=', register.id)
    .execute();
}

export const selectMarks = async (
  db: Db,
  owner: string,
  registerId: string,
): Promise<(WantedMark & { codeId: string })[]> => {
  const { rows } = await sql<
    WantedMark & { codeId: string }
  >`select a.pupil_id as "pupilId", a.code_id as "codeId",
      a.minutes, a.note from register_mark a
    where a.owner_id = ${owner} and a.register_id = ${registerId}`.execute(db);
  return rows;
};

const isSame = (wanted: WantedMark, was: WantedMark | undefined): boolean =>
  was === undefined
    ? wanted.codeId === null
    : wanted.codeId === was.codeId && wanted.minutes === was.minutes && wanted.note === was.note;

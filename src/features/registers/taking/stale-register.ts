import { Refused, Stale } from '#platform/errors.ts';
import type { Change } from '#platform/http/context.ts';
import { t } from '#platform/i18n/i18n.ts';
import type { KeptCode } from '../codes/codes.queries.ts';
import { markField, minutesField, noteField } from './mark-fields.ts';
import { type HeldRegister, selectMarks, type WantedMark } from './save-marks.ts';

/**
 * Throws `Stale` with the marks in which the two differ, pupil by pupil, where they do. A page's script cannot show both: it is told
 * that this was not taken, and sends the form as a form (src/browser/register-taking.part.ts).
 */
export async function throwWhereDifferent(
  { tx, organisationId }: Change,
  held: HeldRegister,
  wanted: readonly WantedMark[],
  codes: readonly KeptCode[],
  queued: boolean,
): Promise<void> {
  const stored = new Map(
    (await selectMarks(tx, organisationId, held.id)).map((mark) => [mark.pupilId, mark]),
  );
  const names = await selectNames(
    tx,
    wanted.map(({ pupilId }) => pupilId),
  );
  const symbol = (codeId: string | null | undefined): string =>
    codes.find(({ id }) => id === codeId)?.symbol ?? '';
  const fields = wanted.flatMap((mark) => {
    const there = stored.get(mark.pupilId);
    const name = names.get(mark.pupilId) ?? '';
    return [
      ...(mark.codeId !== there?.codeId
        ? [{ name: markField(mark.pupilId), label: name, text: symbol(there?.codeId) }]
        : []),
      ...(mark.minutes !== (there?.minutes ?? null)
        ? [
            {
              name: minutesField(mark.pupilId),
              label: t('{name}, minutes late', { name }),
              text: String(there?.minutes ?? ''),
            },
          ]
        : []),
      ...(mark.note !== (there?.note ?? '')
        ? [{ name: noteField(mark.pupilId), label: t('{name}, note', { name }), text: there?.note ?? '' }]
        : []),
    ];
  });
  if (fields.length === 0) return;
  if (queued) throw new Refused(t('Somebody else has saved this register meanwhile.'));
  const last = await tx
    .selectFrom('register_save as s')
    .innerJoin('person as p', 'p.id', 's.saved_by')
    .select(['s.saved_by as writerId', 'p.name as writtenBy', 's.saved_at as writtenAt'])
    .where('s.owner_id', '=', organisationId)
    .where('s.register_id', '=', held.id)
    .where('s.version', '=', held.version)
    .executeTakeFirstOrThrow();
  throw new Stale({ version: held.version, fields, ...last });
}

async function selectNames(tx: Change['tx'], personIds: readonly string[]): Promise<Map<string, string>> {
  const rows = await tx.selectFrom('person').select(['id', 'name']).where('id', 'in', personIds).execute();
  return new Map(rows.map(({ id, name }) => [id, name]));
}

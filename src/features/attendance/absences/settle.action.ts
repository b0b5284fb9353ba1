import { sql } from 'kysely';
import { z } from 'zod';
import { keepText, throwStale } from '#platform/audit/text-versions.ts';
import { NotAllowed, Refused } from '#platform/errors.ts';
import type { Change } from '#platform/http/context.ts';
import { choice, optionalId, optionalProse, version } from '#platform/http/input.ts';
import { action, roles, see } from '#platform/http/route.ts';
import { t, tn } from '#platform/i18n/i18n.ts';
import { absenceHref } from '../attendance.ts';
import { office } from '../attendance.access.ts';
import { type ChangedMark, setMarks, setMarksBack } from '#features/registers/index.ts';
import { absencePage, maySettle } from './absence.page.ts';
import { type OpenedAbsence, selectAbsence } from './absences.queries.ts';

const common = { purpose: 'administration', access: roles(...office) } as const;

/** The school settles what was said: it is a reason or not, by which code, and what the family is answered. */
export const settleAbsence = action(absenceHref(':absence', 'settle'), {
  ...common,
  page: absencePage,
  input: z.object({
    decision: choice(['agreed', 'not-agreed'], 'Choose how it counts.'),
    code_id: optionalId(),
    answer: optionalProse(1000),
    version: version(),
  }),
  async run(change, input) {
    const { absence, codes } = await openToSettle(change);
    if (absence.takenBackAt !== null)
      throw new Refused(t('This was taken back: there is nothing to settle.'));
    if (absence.decision !== null) throw new Refused(t('This is settled already.'));
    if (absence.sort === 'leave' && input.answer === '')
      throw new Refused({ answer: t('Write a few words to the family: they asked.') });
    if (input.code_id !== null && !codes.some(({ id }) => id === input.code_id))
      throw new Refused({ code_id: t('Choose one from the list.') });
    const settled = {
      decision: input.decision,
      code_id: input.code_id,
      answer: input.answer,
      settled_by: change.who.personId,
      settled_at: change.now,
    };
    await save(change, absence, input.version, settled);
    const marks =
      input.code_id === null
        ? []
        : await setMarks(change, {
            pupilId: absence.pupilId,
            from: absence.fromOn,
            until: absence.untilOn,
            part: absence.part,
            codeId: input.code_id,
            reason: t('Explained by the family'),
          });
    await keepMarks(change, absence.id, marks);
    await change.record({
      kind: 'absence.settled',
      itemId: absence.id,
      body: {
        pupilId: absence.pupilId,
        decision: input.decision,
        writerId: absence.saidHow === 'online' ? absence.writtenById : null,
        answered: input.answer !== '' || absence.sort === 'leave',
      },
      tell: true,
    });
    const said =
      marks.length === 0
        ? ''
        : ` ${tn(marks.length, '{n} mark has the code now.', '{n} marks have the code now.')}`;
    return see(absenceHref(absence.id), `${t('Settled.')}${said}`, absenceHref(absence.id, 'unsettle'));
  },
});

/** It was a slip, or there is more to it: it waits again, and the marks it changed are set back where nobody did since. */
export const unsettleAbsence = action(absenceHref(':absence', 'unsettle'), {
  ...common,
  input: z.object({}),
  async run(change) {
    const { absence } = await openToSettle(change);
    if (absence.decision === null) throw new Refused(t('This is not settled.'));
    const open = { decision: null, code_id: null, answer: '', settled_by: null, settled_at: null };
    await save(change, absence, absence.version, open);
    const { tx, organisationId: owner } = change;
    const marks = await tx
      .deleteFrom('pupil_absence_mark')
      .where('owner_id', '=', owner)
      .where('absence_id', '=', absence.id)
      .returning(['register_id as registerId', 'was_code_id as wasCodeId', 'code_id as codeId'])
      .execute();
    const back = await setMarksBack(change, absence.pupilId, marks, t('The explanation is settled anew'));
    await change.record({
      kind: 'absence.unsettled',
      itemId: absence.id,
      body: { pupilId: absence.pupilId, fromOn: absence.fromOn, untilOn: absence.untilOn },
      tell: true,
    });
    // Registers that were taken since, with the code as known, and marks somebody wrote by hand: they stay.
    const after = await selectAbsence(tx, change.who, absence.id, change.today);
    const still = after.marks.filter(({ code }) => code === absence.code).length;
    return see(absenceHref(absence.id), waitsAgain(back, marks.length - back, still, absence.code ?? ''));
  },
});

/** What became of the marks: how many were set back, were changed by somebody since, and say the same still. */
const waitsAgain = (back: number, changed: number, still: number, code: string): string =>
  [
    t('It waits again.'),
    back > 0 && tn(back, '{n} mark is as it was before.', '{n} marks are as they were before.'),
    changed > 0 &&
      tn(
        changed,
        '{n} mark was changed since and stays as it is.',
        '{n} marks were changed since and stay as they are.',
      ),
    still > 0 &&
      tn(
        still,
        '{n} mark of these days was not written by this and still says “{code}”.',
        '{n} marks of these days were not written by this and still say “{code}”.',
        { code },
      ),
  ]
    .filter(Boolean)
    .join(' ');

/** Taken back by the office: what was written down by a slip. */
export const takeBackWritten = action(absenceHref(':absence', 'take-back'), {
  ...common,
  input: z.object({}),
  run: (change) => setTakenBack(change, true),
});

export const restoreWritten = action(absenceHref(':absence', 'restore'), {
  ...common,
  input: z.object({}),
  run: (change) => setTakenBack(change, false),
});

async function setTakenBack(change: Change, back: boolean) {
  const { absence } = await selectAbsence(change.tx, change.who, change.params.absence!, change.today);
  if (absence.saidHow === 'online')
    throw new NotAllowed(t('The family said this itself.'), t('Settle it instead: it need not be accepted.'));
  if (absence.decision !== null || (absence.takenBackAt === null) !== back)
    throw new Refused(back ? t('It is settled or taken back already.') : t('It stands already.'));
  await save(change, absence, absence.version, {
    taken_back_at: back ? change.now : null,
    taken_back_by: back ? change.who.personId : null,
  });
  await change.record({
    kind: back ? 'absence.taken-back' : 'absence.said',
    itemId: absence.id,
    body: { pupilId: absence.pupilId, fromOn: absence.fromOn, untilOn: absence.untilOn },
    tell: true,
  });
  return back
    ? see(absenceHref(absence.id), t('Taken back.'), absenceHref(absence.id, 'restore'))
    : see(absenceHref(absence.id), t('It stands again.'), absenceHref(absence.id, 'take-back'));
}

async function openToSettle(change: Change) {
  const opened = await selectAbsence(change.tx, change.who, change.params.absence!, change.today);
  if (!maySettle(opened.absence, change))
    throw new NotAllowed(t('The head decides about leave.'), t('Ask the head.'));
  return opened;
}

/** Writes it over the version that was shown, and keeps what it was. Throws `Stale` where it moved meanwhile. */
async function save(
  change: Change,
  absence: OpenedAbsence,
  shown: number,
  columns: Record<string, string | Date | null>,
): Promise<void> {
  const { tx, organisationId: owner } = change;
  const of = { ownerId: owner, id: absence.id };
  const saved = await tx
    .updateTable('pupil_absence')
    .set({ ...columns, version: shown + 1 })
    .where('owner_id', '=', owner)
    .where('id', '=', absence.id)
    .where('version', '=', shown)
    .returning('version')
    .executeTakeFirst();
  if (!saved)
    await throwStale(
      tx,
      of,
      {
        version: absence.version,
        fields: [{ name: 'answer', label: t('A few words to the family'), text: absence.answer }],
      },
      change.now,
    );
  await keepText(tx, of, shown + 1, columns, change.who.personId, change.now);
}

async function keepMarks(
  { tx, organisationId: owner }: Change,
  absenceId: string,
  marks: readonly ChangedMark[],
) {
  if (marks.length === 0) return;
  await sql`insert into pupil_absence_mark (owner_id, absence_id, register_id, was_code_id, code_id)
    select ${owner}, ${absenceId}, x.register_id, x.was_code_id, x.code_id
    from unnest(${marks.map((m) => m.registerId)}::uuid[], ${marks.map((m) => m.wasCodeId)}::uuid[],
      ${marks.map((m) => m.codeId)}::uuid[]) as x (register_id, was_code_id, code_id)
    on conflict (owner_id, absence_id, register_id) do nothing`.execute(tx);
}

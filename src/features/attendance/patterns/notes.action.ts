import { sql } from 'kysely';
import { z } from 'zod';
import { keepText, throwStale } from '#platform/audit/text-versions.ts';
import { isId, newId } from '#platform/db/ids.ts';
import { NotFound } from '#platform/errors.ts';
import type { Change } from '#platform/http/context.ts';
import { optionalDay, prose, version } from '#platform/http/input.ts';
import { action, members, see } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { attendancePath, pupilHref } from '../attendance.ts';
import { readsHandOf } from '../attendance.access.ts';
import { pupilPage } from '../pupil/pupil.page.ts';
import { selectPupilYear } from '../pupil/year.queries.ts';

const common = { purpose: 'administration', access: members('staff') } as const;

/** Somebody who looks after the pupil writes down what was done to help. */
export const writeNote = action(pupilHref(':pupil', 'notes'), {
  ...common,
  page: pupilPage,
  input: z.object({ words: prose('Write what was done.', 2000), look_again_on: optionalDay() }),
  async run(change, { words, look_again_on }) {
    const { tx, organisationId: owner, now, who } = change;
    const { year, readsHand } = await selectPupilYear(tx, who, change.params.pupil!, change.today);
    if (!readsHand) throw new NotFound();
    const id = newId(now);
    await tx
      .insertInto('attendance_note')
      .values({
        owner_id: owner,
        id,
        pupil_id: year.id,
        words,
        look_again_on,
        outcome: '',
        written_by: who.personId,
        changed_by: who.personId,
        changed_at: now,
        version: 1,
        created_at: now,
      })
      .execute();
    await keepText(tx, { ownerId: owner, id }, 1, { words, outcome: '', look_again_on }, who.personId, now);
    await change.record({ kind: 'attendance.note-written', itemId: id, body: { pupilId: year.id } });
    return see(pupilHref(year.id), t('Written down.'), `${attendancePath}/notes/${id}/end`);
  },
});

/** What came of it, and when it is looked at again. What stood there stays among the versions. */
export const writeOutcome = action(`${attendancePath}/notes/:note/outcome`, {
  ...common,
  input: z.object({
    outcome: prose('Write what came of it.', 2000),
    look_again_on: optionalDay(),
    version: version(),
  }),
  async run(change, input) {
    const { tx, organisationId: owner, now, who } = change;
    const note = await openNote(change, false);
    const columns = { outcome: input.outcome, look_again_on: input.look_again_on };
    const saved = await tx
      .updateTable('attendance_note')
      .set({ ...columns, changed_by: who.personId, changed_at: now, version: input.version + 1 })
      .where('owner_id', '=', owner)
      .where('id', '=', note.id)
      .where('version', '=', input.version)
      .returning('version')
      .executeTakeFirst();
    const of = { ownerId: owner, id: note.id };
    if (!saved)
      await throwStale(
        tx,
        of,
        {
          version: note.version,
          fields: [{ name: 'outcome', label: t('What came of it'), text: note.outcome }],
        },
        now,
      );
    await keepText(tx, of, input.version + 1, { words: note.words, ...columns }, who.personId, now);
    await change.record({
      kind: 'attendance.note-outcome',
      itemId: note.id,
      body: { pupilId: note.pupilId },
    });
    return see(pupilHref(note.pupilId), t('Saved.'));
  },
});

/** It was a slip. Only whoever wrote it takes it out. */
export const endNote = action(`${attendancePath}/notes/:note/end`, {
  ...common,
  input: z.object({}),
  run: (change) => setEnded(change, true),
});

export const restoreNote = action(`${attendancePath}/notes/:note/restore`, {
  ...common,
  input: z.object({}),
  run: (change) => setEnded(change, false),
});

async function setEnded(change: Change, ended: boolean) {
  const { tx, organisationId: owner, now, who } = change;
  const note = await openNote(change, !ended);
  if (note.writtenBy !== who.personId) throw new NotFound();
  await tx
    .updateTable('attendance_note')
    .set({ ended_at: ended ? now : null })
    .where('owner_id', '=', owner)
    .where('id', '=', note.id)
    .execute();
  await change.record({
    kind: ended ? 'attendance.note-ended' : 'attendance.note-restored',
    itemId: note.id,
    body: { pupilId: note.pupilId },
  });
  return ended
    ? see(pupilHref(note.pupilId), t('Taken out.'), `${attendancePath}/notes/${note.id}/restore`)
    : see(pupilHref(note.pupilId), t('It stands again.'), `${attendancePath}/notes/${note.id}/end`);
}

interface OpenedNote {
  id: string;
  pupilId: string;
  words: string;
  outcome: string;
  writtenBy: string;
  version: number;
}

async function openNote(
  { tx, who, organisationId: owner, params, today }: Change,
  ended: boolean,
): Promise<OpenedNote> {
  if (!isId(params.note!)) throw new NotFound();
  const { rows } =
    await sql<OpenedNote>`select n.id, n.pupil_id as "pupilId", n.words, n.outcome, n.written_by as "writtenBy",
      n.version
    from attendance_note n where n.owner_id = ${owner} and n.id = ${params.note!} and (n.ended_at is not null) = ${ended}
      and ${readsHandOf(who, sql`n.pupil_id`, today)}`.execute(tx);
  if (!rows[0]) throw new NotFound();
  return rows[0];
}

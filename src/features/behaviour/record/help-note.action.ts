import { z } from 'zod';
import { keepText, throwStale } from '#platform/audit/text-versions.ts';
import { isId, newId } from '#platform/db/ids.ts';
import { NotAllowed, NotFound, Refused } from '#platform/errors.ts';
import type { Change } from '#platform/http/context.ts';
import { prose, ticked, version } from '#platform/http/input.ts';
import { action, members, see, type See } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { pupilHref } from '../addresses.ts';
import { readsWhole } from '../behaviour.access.ts';
import { namedWords, namesOfOthers, selectNamesNear } from '../names-in.ts';
import { pupilPage } from './pupil.page.ts';
import { selectRecord } from './record.queries.ts';

const common = { purpose: 'administration', access: members('staff') } as const;

const fields = { words: prose('Write what helps.', 500), shared: ticked(), no_name: ticked() };

/** Writes down what helps a pupil. */
export const addHelpNote = action(pupilHref(':pupil', 'help-notes'), {
  ...common,
  page: pupilPage,
  input: z.object(fields),
  async run(change, sent) {
    const pupilId = await readPupil(change);
    await mustNameNobody(change, pupilId, sent);
    const id = newId(change.now);
    await change.tx
      .insertInto('behaviour_help_note')
      .values({
        owner_id: change.organisationId,
        id,
        pupil_id: pupilId,
        words: sent.words,
        shared: sent.shared,
        written_by: change.who.personId,
        version: 1,
        created_at: change.now,
        changed_at: change.now,
      })
      .execute();
    await change.record({
      kind: 'behaviour-help-note.added',
      itemId: id,
      body: { pupilId, shared: sent.shared },
    });
    return see(pupilHref(pupilId), t('It is added.'), pupilHref(pupilId, `help-notes/${id}/end`));
  },
});

/** Puts a note right; how it was is kept. Throws `Stale`, carrying both texts. */
export const changeHelpNote = action(pupilHref(':pupil', 'help-notes/:note'), {
  ...common,
  page: pupilPage,
  input: z.object({ ...fields, version: version() }),
  async run(change, sent) {
    const note = await ownNote(change);
    if (note.ended_at !== null) throw new NotFound();
    await mustNameNobody(change, note.pupil_id, sent);
    const of = { ownerId: change.organisationId, id: note.id };
    const { numUpdatedRows } = await change.tx
      .updateTable('behaviour_help_note')
      .set({ words: sent.words, shared: sent.shared, version: sent.version + 1, changed_at: change.now })
      .where('owner_id', '=', of.ownerId)
      .where('id', '=', of.id)
      .where('version', '=', sent.version)
      .executeTakeFirst();
    if (numUpdatedRows === 0n)
      await throwStale(
        change.tx,
        of,
        { version: note.version, fields: [{ name: 'words', label: t('What helps'), text: note.words }] },
        change.now,
      );
    const before = { words: note.words, shared: note.shared };
    await keepText(change.tx, of, note.version, before, note.written_by, change.now);
    await change.record({
      kind: 'behaviour-help-note.changed',
      itemId: note.id,
      body: { pupilId: note.pupil_id, shared: sent.shared },
    });
    return see(pupilHref(note.pupil_id), t('It is saved.'));
  },
});

export const endHelpNote = action(pupilHref(':pupil', 'help-notes/:note/end'), {
  ...common,
  input: z.object({}),
  run: (change) => setEnded(change, change.now),
});

export const restoreHelpNote = action(pupilHref(':pupil', 'help-notes/:note/restore'), {
  ...common,
  input: z.object({}),
  run: (change) => setEnded(change, null),
});

async function setEnded(change: Change, endedAt: Date | null): Promise<See> {
  const { id, pupil_id: pupilId } = await ownNote(change);
  await change.tx
    .updateTable('behaviour_help_note')
    .set({ ended_at: endedAt })
    .where('owner_id', '=', change.organisationId)
    .where('id', '=', id)
    .execute();
  await change.record({
    kind: endedAt ? 'behaviour-help-note.ended' : 'behaviour-help-note.restored',
    itemId: id,
    body: { pupilId },
  });
  const at = (what: string) => pupilHref(pupilId, `help-notes/${id}/${what}`);
  return endedAt
    ? see(pupilHref(pupilId), t('It is taken away.'), at('restore'))
    : see(pupilHref(pupilId), t('It is back.'), at('end'));
}

/** The pupil in the address, where this person reads of them. Throws `NotFound`. */
async function readPupil({ tx, who, params, today }: Change): Promise<string> {
  const span = { today, from: today, until: today, limit: 1 };
  return (await selectRecord(tx, who, params.pupil!, span)).personId;
}

/** The note in the address, where this person reads of the pupil and wrote it, or reads of every pupil. */
async function ownNote(change: Change) {
  const pupilId = await readPupil(change);
  const { note: id } = change.params;
  if (!isId(id!)) throw new NotFound();
  const note = await change.tx
    .selectFrom('behaviour_help_note')
    .selectAll()
    .where('owner_id', '=', change.organisationId)
    .where('id', '=', id!)
    .where('pupil_id', '=', pupilId)
    .executeTakeFirst();
  if (!note) throw new NotFound();
  if (note.written_by !== change.who.personId && !readsWhole(change.who))
    throw new NotAllowed(t('Whoever wrote it changes it.'), t('Ask them.'));
  return note;
}

async function mustNameNobody(
  { tx, organisationId, today }: Change,
  pupilId: string,
  { words, shared, no_name }: { words: string; shared: boolean; no_name: boolean },
): Promise<void> {
  if (!shared || no_name) return;
  const names = namesOfOthers(words, await selectNamesNear(tx, organisationId, [pupilId], today), pupilId);
  if (names.length > 0) throw new Refused({ words: namedWords(names) });
}

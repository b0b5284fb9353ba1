import { z } from 'zod';
import { keepText } from '#platform/audit/text-versions.ts';
import { newId } from '#platform/db/ids.ts';
import { Refused, Stale } from '#platform/errors.ts';
import type { Change } from '#platform/http/context.ts';
import { optionalProse, version } from '#platform/http/input.ts';
import { action, members, see } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { type Module, moduleHref } from './modules.ts';
import { moduleOf, modulePage } from './module.page.ts';
import { fieldOf, noteAt, type PreparationNote, selectModule, versionOf } from './preparation.queries.ts';

/**
 * Somebody writes for themselves at the tasks of a part, all in one form. Throws `Stale` when they saved any of them
 * in another window meanwhile.
 */
export const writeNotes = action('/coaching/preparation/:module/words', {
  purpose: 'learning',
  access: members('staff', 'guest'),
  input: z.looseObject({ version: version() }),
  page: modulePage,
  unrecorded: 'nothing is changed where the words are those that stand',
  async run(change, sent) {
    const module = moduleOf(change);
    const words = wordsOf(module, sent);
    const { notes } = await selectModule(change.tx, change.who, module.id);
    if (versionOf(notes) !== sent.version) throw staleNotes(change, module, notes);
    const changed = module.tasks.filter(({ id }) => words[id] !== (noteAt(notes, id)?.words ?? ''));
    for (const { id: task } of changed) {
      const before = noteAt(notes, task);
      const saved = before
        ? await update(change, before, words[task]!)
        : await insert(change, { module, task, words: words[task]! });
      // Somebody was quicker, between reading and writing: their own other window.
      if (!saved)
        throw staleNotes(change, module, (await selectModule(change.tx, change.who, module.id)).notes);
    }
    if (changed.length > 0)
      await change.record({
        kind: 'coaching.preparation-written',
        body: { module: module.id, tasks: changed.map(({ id }) => id) },
      });
    return see(moduleHref(module), t('Kept. Only you can read it.'));
  },
});

/** What was sent, by task. Throws `Refused` beside each that is too long. */
function wordsOf(module: Module, sent: Readonly<Record<string, unknown>>): Record<string, string> {
  const words: Record<string, string> = {};
  const wrong: Record<string, string> = {};
  for (const task of module.tasks) {
    const read = optionalProse(5000).safeParse(sent[fieldOf(task)]);
    if (read.success) words[task.id] = read.data;
    else wrong[fieldOf(task)] = read.error.issues[0]!.message;
  }
  if (Object.keys(wrong).length > 0) throw new Refused(wrong);
  return words;
}

async function update(change: Change, before: PreparationNote, words: string): Promise<boolean> {
  const me = change.who.personId;
  const of = { ownerId: me, id: before.id };
  await keepText(change.tx, of, before.version, { words: before.words }, me, before.updatedAt);
  const { numUpdatedRows } = await change.tx
    .updateTable('preparation_note')
    .set({ words, version: before.version + 1, updated_at: change.now })
    .where('owner_id', '=', me)
    .where('id', '=', before.id)
    .where('version', '=', before.version)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

async function insert(
  change: Change,
  note: { module: Module; task: string; words: string },
): Promise<boolean> {
  const made = await change.tx
    .insertInto('preparation_note')
    .values({
      owner_id: change.who.personId,
      id: newId(change.now),
      organisation_id: change.organisationId,
      module: note.module.id,
      task: note.task,
      words: note.words,
      version: 1,
      updated_at: change.now,
    })
    .onConflict((conflict) => conflict.columns(['owner_id', 'organisation_id', 'module', 'task']).doNothing())
    .returning('id')
    .executeTakeFirst();
  return made !== undefined;
}

function staleNotes(change: Change, module: Module, notes: readonly PreparationNote[]): Stale {
  const last = notes.toSorted((a, b) => b.updatedAt.getTime() - a.updatedAt.getTime())[0];
  return new Stale({
    version: versionOf(notes),
    writerId: change.who.personId,
    writtenBy: change.who.standing.name,
    writtenAt: last?.updatedAt ?? change.now,
    fields: module.tasks.map((task) => ({
      name: fieldOf(task),
      label: task.asks,
      text: noteAt(notes, task.id)?.words ?? '',
    })),
  });
}

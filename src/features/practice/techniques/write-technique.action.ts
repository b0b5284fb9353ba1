import { z } from 'zod';
import { throwStale } from '#platform/audit/text-versions.ts';
import { insertItem } from '#platform/access/items.ts';
import { version } from '#platform/http/input.ts';
import { action, members, see } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { readTechnique, saidIn, techniqueInput } from './technique-form.ts';
import { techniqueHref } from './technique.ts';
import { techniquePolicy } from './technique.policy.ts';
import { insertTechnique, updateTechnique } from './technique.queries.ts';
import { editTechniquePage, newTechniquePage, openLibraryTechnique } from './write-technique.page.ts';

/** Adds a technique to the school's library. */
export const addTechnique = action('/practice/techniques/new', {
  purpose: 'learning',
  access: members('staff'),
  page: newTechniquePage,
  input: z.object(techniqueInput),
  async run(change, sent) {
    const { tx, who, now, organisationId: ownerId } = change;
    const id = await insertItem(tx, { ownerId, policy: techniquePolicy, authorId: who.personId }, now);
    await insertTechnique(tx, { ownerId, id }, readTechnique(sent), who.personId, now);
    await change.record({ kind: 'technique.added', itemId: id });
    return see(
      techniqueHref(id),
      t('It is in the library. Add an example, so that colleagues can see it done.'),
    );
  },
});

/** Saves a new version. Throws `Stale` when somebody saved it meanwhile. */
export const saveTechnique = action('/practice/techniques/:technique/edit', {
  purpose: 'learning',
  access: techniquePolicy,
  page: editTechniquePage,
  input: z.object({ ...techniqueInput, version: version() }),
  async run(change, { version: shown, ...sent }) {
    const { tx, who, now } = change;
    const { item } = await openLibraryTechnique(change);
    who.must('write', techniquePolicy, item);
    if (!(await updateTechnique(tx, item, shown, readTechnique(sent), who.personId, now))) {
      const { technique } = await openLibraryTechnique(change);
      await throwStale(tx, item, { version: technique.version, fields: saidIn(technique) }, now);
    }
    await change.record({ kind: 'technique.changed', itemId: item.id, body: { version: shown + 1 } });
    return see(techniqueHref(item.id), t('The changes are saved. The earlier text is kept.'));
  },
});

import { z } from 'zod';
import { keepText, throwStale } from '#platform/audit/text-versions.ts';
import { isId, newId } from '#platform/db/ids.ts';
import { NotFound } from '#platform/errors.ts';
import type { Change } from '#platform/http/context.ts';
import { version } from '#platform/http/input.ts';
import { action, members, see, type See } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import type { OwnTagSet } from '../tags.ts';
import { editTagSetPage } from './edit-tag-set.page.ts';
import { newTagSetPage } from './new-tag-set.page.ts';
import { readTags, tagSetInput } from './tag-set-form.ts';
import { selectOwnSet, tagSetsHref } from './tag-set.queries.ts';

const common = { purpose: 'learning', access: members('staff') } as const;

/** Makes a set of tags of the school's own. */
export const addTagSet = action('/recordings/tag-sets/new', {
  ...common,
  page: newTagSetPage,
  input: z.looseObject(tagSetInput),
  async run(change, sent) {
    const { tx, now, who, organisationId } = change;
    const tags = readTags(sent);
    const id = newId(now);
    const text = { title: sent.title, plain: sent.plain };
    await tx
      .insertInto('recording_tag_set')
      .values({
        owner_id: organisationId,
        id,
        ...text,
        tags: JSON.stringify(tags),
        made_by: who.personId,
        version: 1,
        created_at: now,
        updated_at: now,
      })
      .execute();
    await keepText(
      tx,
      { ownerId: organisationId, id },
      1,
      { ...text, tags: tagsInWords(tags) },
      who.personId,
      now,
    );
    await change.record({ kind: 'tag-set.made', body: { setId: id, tags: tags.length } });
    return see(
      tagSetsHref(),
      t('The set is there, and can be chosen for any recording.'),
      tagSetsHref(`${id}/end`),
    );
  },
});

/** Changes one. Throws `Stale` where somebody saved it meanwhile. */
export const saveTagSet = action('/recordings/tag-sets/:set/edit', {
  ...common,
  page: editTagSetPage,
  input: z.looseObject({ ...tagSetInput, version: version() }),
  async run(change, { version: shown, ...sent }) {
    const { tx, now, who } = change;
    const set = await setOfAddress(change);
    const of = { ownerId: change.organisationId, id: set.id };
    const tags = readTags(sent);
    if (set.version !== shown)
      await throwStale(
        tx,
        of,
        {
          version: set.version,
          fields: [
            { name: 'title', label: t('Name of the set'), text: set.title },
            { name: 'plain', label: t('What it is for'), text: set.plain },
            { name: 'tags', label: t('Tags'), text: tagsInWords(set.tags) },
          ],
        },
        now,
      );
    const text = { title: sent.title, plain: sent.plain };
    await tx
      .updateTable('recording_tag_set')
      .set({ ...text, tags: JSON.stringify(tags), version: shown + 1, updated_at: now })
      .where('owner_id', '=', of.ownerId)
      .where('id', '=', set.id)
      .execute();
    await keepText(tx, of, shown + 1, { ...text, tags: tagsInWords(tags) }, who.personId, now);
    await change.record({ kind: 'tag-set.changed', body: { setId: set.id, tags: tags.length } });
    return see(tagSetsHref(), t('The set is saved.'));
  },
});

const tagsInWords = (tags: OwnTagSet['tags']): string =>
  tags.map(({ title, key }) => `${title} (${key})`).join('\n');

/** Takes a set away: it is offered no more, and notes keep its tags. */
export const endTagSet = action('/recordings/tag-sets/:set/end', {
  ...common,
  input: z.object({}),
  run: (change) => setEnd(change, change.now),
});

export const restoreTagSet = action('/recordings/tag-sets/:set/bring-back', {
  ...common,
  input: z.object({}),
  run: (change) => setEnd(change, null),
});

async function setEnd(change: Change, endedAt: Date | null): Promise<See> {
  const { id } = await setOfAddress(change);
  await change.tx
    .updateTable('recording_tag_set')
    .set({ ended_at: endedAt, updated_at: change.now })
    .where('owner_id', '=', change.organisationId)
    .where('id', '=', id)
    .execute();
  await change.record({ kind: endedAt ? 'tag-set.ended' : 'tag-set.restored', body: { setId: id } });
  return endedAt
    ? see(tagSetsHref(), t('The set was taken away. Notes keep its tags.'), tagSetsHref(`${id}/bring-back`))
    : see(tagSetsHref(), t('The set is back.'));
}

async function setOfAddress(change: Change): Promise<OwnTagSet> {
  const id = change.params.set ?? '';
  const set = isId(id) ? await selectOwnSet(change.tx, change.organisationId, id) : undefined;
  if (!set) throw new NotFound('There is no set of tags at this address.');
  return set;
}

import { z } from 'zod';
import { endItem, insertItem } from '#platform/access/items.ts';
import { NotFound, Refused } from '#platform/errors.ts';
import type { Change } from '#platform/http/context.ts';
import { optionalLine, optionalProse } from '#platform/http/input.ts';
import { action, members, see, type See } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { attachUploads, largestFile, uploadInput } from '#features/files/index.ts';
import { openToEnd } from './open-to-end.ts';
import { shippedTechnique, techniqueHref } from './technique.ts';
import { techniquePage } from './technique.page.ts';
import { examplePolicy, techniquePolicy } from './technique.policy.ts';

const link = optionalLine(500).refine(
  (text) => text === '' || /^https?:\/\/\S+\.\S+$/.test(text),
  'A link begins with https:// and stands alone.',
);

/** Adds an example to a technique of the catalogue or of the library: in words, by a link, as a file. */
export const addExample = action('/practice/techniques/:technique/examples', {
  purpose: 'learning',
  access: members('staff'),
  page: techniquePage,
  uploads: largestFile,
  input: z.object({ words: optionalProse(4_000), link, ...uploadInput }),
  async run(change, sent) {
    const { tx, who, now, organisationId: ownerId } = change;
    const technique = change.params.technique!;
    if (!shippedTechnique(technique)) await change.open(techniquePolicy, technique);
    if (sent.words === '' && sent.link === '' && change.uploads.length === 0)
      throw new Refused({ words: t('Describe it, give a link, or choose a file.') });
    const id = await insertItem(tx, { ownerId, policy: examplePolicy, authorId: who.personId }, now);
    await tx
      .insertInto('technique_example')
      .values({ owner_id: ownerId, id, technique, words: sent.words, link: sent.link, created_at: now })
      .execute();
    const files = await attachUploads(change, { ownerId, id }, sent);
    await change.record({ kind: 'technique.example-added', itemId: id, body: { technique, files } });
    return see(`${techniqueHref(technique)}#example`, t('The example is there for everybody.'));
  },
});

/** Takes an example away. */
export const endExample = action('/practice/examples/:example/end', {
  purpose: 'learning',
  access: examplePolicy,
  input: z.object({}),
  run: (change) => setEnd(change, change.now),
});

/** Brings it back. */
export const restoreExample = action('/practice/examples/:example/bring-back', {
  purpose: 'learning',
  access: examplePolicy,
  input: z.object({}),
  run: (change) => setEnd(change, null),
});

async function setEnd(change: Change, endedAt: Date | null): Promise<See> {
  const item = await openToEnd(change, examplePolicy, change.params.example!);
  const row = await change.tx
    .selectFrom('technique_example')
    .select('technique')
    .where('owner_id', '=', item.ownerId)
    .where('id', '=', item.id)
    .executeTakeFirst();
  if (!row) throw new NotFound();
  await endItem(change.tx, item, endedAt);
  await change.record({
    kind: endedAt ? 'technique.example-ended' : 'technique.example-restored',
    itemId: item.id,
  });
  const there = techniqueHref(row.technique);
  return endedAt
    ? see(there, t('The example was taken away.'), `/practice/examples/${item.id}/bring-back`)
    : see(there, t('The example is back.'));
}

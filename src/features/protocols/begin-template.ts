import { insertItem } from '#platform/access/items.ts';
import { keepText } from '#platform/audit/text-versions.ts';
import { newId } from '#platform/db/ids.ts';
import type { Change } from '#platform/http/context.ts';
import { keptOf } from './change-draft.ts';
import { type Draft, freeId } from './draft.ts';
import { protocolTemplatePolicy } from './protocol-template.policy.ts';
import { insertTemplate, selectNamesLike, type Template } from './template.queries.ts';

/** How the names of a school's own protocols begin. The catalogue's never do, in no release to come. */
const ownPrefix = 'own-';

/** A name for addresses that the school has not used: the one wished for with the prefix, or one made like it. */
export async function freeName(change: Change, wished: string): Promise<string> {
  const name = freeId(wished.startsWith(ownPrefix) ? wished : `${ownPrefix}${wished}`, [], 'protocol');
  return freeId(name, await selectNamesLike(change.tx, change.organisationId, name), 'protocol');
}

/** Where a new protocol of the school came from. */
interface Origin {
  basedOn?: { id: string; version: number };
  importedFrom?: string;
}

/** Makes a protocol of the school's own out of a draft, whose `id` is its name in addresses. */
export async function beginTemplate(change: Change, draft: Draft, origin: Origin): Promise<Template> {
  const { tx, now, who } = change;
  const id = newId(now);
  await insertItem(
    tx,
    { ownerId: change.organisationId, id, policy: protocolTemplatePolicy, authorId: who.personId },
    now,
  );
  const template = {
    owner_id: change.organisationId,
    id,
    protocol: draft.id,
    title: draft.title,
    draft,
    version: 1,
    based_on: origin.basedOn?.id ?? null,
    based_on_version: origin.basedOn?.version ?? null,
    imported_from: origin.importedFrom ?? null,
    created_at: now,
    updated_by: who.personId,
  };
  await insertTemplate(tx, template);
  await keepText(tx, keptOf(template), 1, { ...draft }, who.personId, now);
  await change.record({
    kind: origin.importedFrom === undefined ? 'protocol.begun' : 'protocol.imported',
    itemId: id,
    body: { protocol: draft.id, basedOn: template.based_on, basedOnVersion: template.based_on_version },
  });
  return { ...template, published_version: null, updated_at: now, ended_at: null };
}

import { itemOf } from '#platform/access/select-item.ts';
import type { Item } from '#platform/access/who.ts';
import { isId } from '#platform/db/ids.ts';
import { NotFound } from '#platform/errors.ts';
import type { Visit } from '#platform/http/context.ts';
import { t } from '#platform/i18n/i18n.ts';
import { resourcePolicy } from './resource.policy.ts';
import type { TaughtPoint } from './points/point.queries.ts';
import type { Reading } from './readings/reading.ts';
import type { InSet, Kin, Resource } from './resource.ts';
import { selectResource } from './resource.queries.ts';

export interface OpenedResource {
  resource: Resource;
  item: Item;
  adaptedFrom: Kin | undefined;
  adaptedAs: Kin[];
  /** The other pages of its set. */
  set: InSet[];
  points: TaughtPoint[];
  /** What colleagues were asked to say of it, as far as this person may know. */
  readings: Reading[];
  /** It is theirs to change. */
  writes: boolean;
  /** May take it out of the bank. */
  takesOut: boolean;
  ended: boolean;
}

/** The resource in the address, for whoever may read it. Throws `NotFound`, or `NotAllowed` with whom to ask. */
export async function openResource(visit: Visit): Promise<OpenedResource> {
  const { who, params, now, today } = visit;
  if (!isId(params.resource ?? '')) throw new NotFound();
  const { row, resource, ...rest } = await selectResource(visit.db, who, {
    id: params.resource!,
    now,
    today,
  });
  if (!row || !resource || row.kind !== resourcePolicy.kind) throw new NotFound();
  const item = itemOf(row, who);
  who.must('read', resourcePolicy, item);
  const writes = who.may('write', resourcePolicy, item);
  if (item.endedAt !== null && !writes) throw new NotFound(t('This resource was taken away.'));
  return {
    resource,
    item,
    ...rest,
    writes,
    takesOut: who.may('takeOut', resourcePolicy, item),
    ended: item.endedAt !== null,
  };
}

/** The same for whoever may change it. */
export async function openOwnResource(visit: Visit): Promise<OpenedResource> {
  const opened = await openResource(visit);
  visit.who.must('write', resourcePolicy, opened.item);
  return opened;
}

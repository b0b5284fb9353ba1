import type { Change } from '#platform/http/context.ts';
import type { OpenedResource } from './open-resource.ts';
import { setResourcePoints } from './points/point.queries.ts';
import { insertResource, updateMarks } from './resource.queries.ts';

/** Makes a copy that its maker alone has, with its files, marks and points and the lineage back. Answers its id. */
export async function copyResource(
  change: Change,
  { resource, points }: Pick<OpenedResource, 'resource' | 'points'>,
  place: { setId: string; step: string } | null = null,
): Promise<string> {
  const { tx, organisationId: ownerId, who, now } = change;
  const { title, summary, subject, yearLabel, text, knowledge, needs, files } = resource;
  const id = await insertResource(
    tx,
    { ownerId, authorId: who.personId },
    { title, summary, subject, year: yearLabel ?? '', text, review_on: null },
    now,
    { copiedFrom: { id: resource.id, version: resource.version }, place, files },
  );
  await updateMarks(tx, ownerId, id, { knowledge, needs });
  await setResourcePoints(change, id, { added: points.map((point) => point.id), removed: [] });
  return id;
}

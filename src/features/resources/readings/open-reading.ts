import type { Item } from '#platform/access/who.ts';
import { isId } from '#platform/db/ids.ts';
import { NotFound } from '#platform/errors.ts';
import type { Visit } from '#platform/http/context.ts';
import { type OpenedResource, openResource } from '../open-resource.ts';
import type { Reading } from './reading.ts';
import { readingPolicy } from './reading.policy.ts';

export interface OpenedReading {
  opened: OpenedResource;
  reading: Reading;
  item: Item;
}

/** The reading in the address, of its page. Throws `NotFound`, or `NotAllowed` with whom to ask. */
export async function openReading(visit: Visit): Promise<OpenedReading> {
  const id = visit.params.reading!;
  if (!isId(id)) throw new NotFound();
  const item = await visit.open(readingPolicy, id);
  const opened = await openResource(visit);
  const reading = opened.readings.find((each) => each.id === id);
  if (!reading || opened.ended) throw new NotFound();
  return { opened, reading, item };
}

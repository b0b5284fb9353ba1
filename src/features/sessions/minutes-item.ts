import { type RawBuilder, sql } from 'kysely';
import { type ItemRow, itemList, itemOf } from '#platform/access/select-item.ts';
import type { Item } from '#platform/access/who.ts';
import type { Visit } from '#platform/http/context.ts';
import type { Programme } from '#features/programmes/index.ts';
import { minutesPolicy, ofProgramme } from './sessions.policy.ts';

/** The item of what is written at the step `s` as a column, null while nobody wrote anything. */
export function minutesColumn({ who, now }: Visit): RawBuilder<ItemRow | null> {
  const at = { ownerId: sql<string>`s.owner_id`, id: sql<string>`s.id`, now: sql.val(now) };
  return sql`(select row_to_json(r) from (${itemList(who, at).select}) r)`;
}

/** What decides who reads and writes at a step: its own item, or what stands for it until there is one. */
export function minutesOf(visit: Visit, programme: Programme, row: ItemRow | null): Item {
  if (row === null) return ofProgramme(minutesPolicy, programme);
  // JSON brings moments as text.
  const moments = { createdAt: new Date(row.createdAt), endedAt: row.endedAt && new Date(row.endedAt) };
  return itemOf({ ...row, ...moments }, visit.who);
}

/** The number of a step in an address; 0, which no step has, for anything else. */
export const stepNumber = ({ params }: Visit): number =>
  /^\d{1,5}$/.test(params.number ?? '') ? Number(params.number) : 0;

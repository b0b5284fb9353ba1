import { type Expression, sql } from 'kysely';
import { current } from '#platform/access/current.ts';
import { composed, type Given, list } from '#platform/access/composed.ts';
import { insertItem } from '#platform/access/items.ts';
import { itemList, type ItemRow } from '#platform/access/select-item.ts';
import type { Who } from '#platform/access/who.ts';
import { keepText } from '#platform/audit/text-versions.ts';
import type { Db } from '#platform/db/database.ts';
import type { Change } from '#platform/http/context.ts';
import { comparable } from '#platform/i18n/comparable.ts';
import { copyFiles, filesInJson, type KeptFile } from '#features/files/index.ts';
import { parseText } from '#ui/text/parse-text.ts';
import { wordsOf } from '#ui/text/words-of.ts';
import { pointsOfResource, type TaughtPoint } from './points/point.queries.ts';
import type { Reading } from './readings/reading.ts';
import { readingsOf } from './readings/reading.queries.ts';
import { resourcePolicy } from './resource.policy.ts';
import type { InSet, Kin, Resource } from './resource.ts';
import type { ResourceFields } from './resource-input.ts';

const moments = { sharedAt: 'moment', changedAt: 'moment', createdAt: 'moment' } as const;

/** Whether the author of an item works at the school. */
export const authorIsHere = (
  owner: string,
  today: Expression<string>,
) => sql<boolean>`exists (select 1 from member m
  where m.owner_id = ${owner} and m.person_id = i.author_id and m.kind = 'staff' and ${current('m', today)})`;

const ask = composed((who, { id, now, today }: Given<{ id: string; now: Date; today: string }>) => {
  const owner = who.organisationId;
  const kin = (condition: ReturnType<typeof sql>) =>
    list<InSet>(sql`select k.id, k.title, a.name as author, k.step from resource k
      join item i on i.owner_id = ${owner} and i.id = k.id and i.ended_at is null join person a on a.id = i.author_id
      where k.owner_id = ${owner} and ${condition} and ${who.sees('i', resourcePolicy)}
      order by k.changed_at desc, k.id desc limit 20`);
  return {
    items: itemList(who, { ownerId: sql`${owner}::uuid`, id, now }),
    resources: list<Resource>(
      sql`select r.id, r.title, r.summary, r.text, r.subject, r.year_label as "yearLabel", r.review_on as "reviewOn",
          r.shared_at as "sharedAt", r.knowledge, r.needs, r.set_id as "setId", r.step, r.version, ${filesInJson('i')} as files, i.author_id as "authorId", a.name as author, ${authorIsHere(owner, today)} as "authorIsHere",
          r.changed_at as "changedAt", r.created_at as "createdAt"
        from resource r join item i on i.owner_id = ${owner} and i.id = r.id join person a on a.id = i.author_id
        where r.owner_id = ${owner} and r.id = ${id}`,
      moments,
    ),
    adaptedFrom:
      kin(sql`k.id = (select r.copied_from from resource r where r.owner_id = ${owner} and r.id = ${id}
      and r.copied_from_owner = ${owner})`),
    adaptedAs: kin(sql`k.copied_from = ${id} and k.copied_from_owner = ${owner} and k.step is null`),
    set: kin(sql`k.id <> ${id} and (select coalesce(r.set_id, r.id) from resource r where r.owner_id = ${owner}
      and r.id = ${id}) in (k.id, k.set_id)`),
    points: pointsOfResource(owner, id),
    readings: readingsOf(who, id),
  };
});

/** One resource with its item as this person reaches it, and its kin; nothing is decided here. */
export async function selectResource(
  db: Db,
  who: Who,
  asked: { id: string; now: Date; today: string },
): Promise<{
  row: ItemRow | undefined;
  resource: Resource | undefined;
  adaptedFrom: Kin | undefined;
  adaptedAs: Kin[];
  set: InSet[];
  points: TaughtPoint[];
  readings: Reading[];
}> {
  const { items, resources, adaptedFrom, ...rest } = await ask(db, who, asked);
  return { row: items[0], resource: resources[0], adaptedFrom: adaptedFrom[0], ...rest };
}

/** The fields as they are kept with each version and shown side by side. */
const textsOf = ({ title, summary, subject, year, text }: ResourceFields) => ({
  title,
  summary,
  subject,
  year,
  text,
});

const columnsOf = (sent: ResourceFields) => ({
  title: sent.title,
  summary: sent.summary,
  text: sent.text,
  subject: sent.subject,
  year_label: sent.year === '' ? null : sent.year,
  review_on: sent.review_on,
  heading: headingOf(sent),
  words: sql<string>`to_tsvector('simple', ${searchedIn(sent)})`,
});

const headingOf = ({ title, subject, year }: ResourceFields): string => comparable(title, subject, year);
const searchedIn = (sent: ResourceFields): string =>
  comparable(sent.title, sent.summary, sent.subject, sent.year, wordsOf(parseText(sent.text)));

interface CopiedAs {
  copiedFrom?: { id: string; version: number } | null;
  /** The set it stands in, and its step there. */
  place?: { setId: string; step: string } | null;
  /** Copied along; the text shows the copies. */
  files?: readonly KeptFile[];
}

/** Writes a resource that its author alone has. Answers its id. */
export async function insertResource(
  tx: Db,
  { ownerId, authorId }: { ownerId: string; authorId: string },
  written: ResourceFields,
  now: Date,
  { copiedFrom = null, place = null, files = [] }: CopiedAs = {},
): Promise<string> {
  const id = await insertItem(tx, { ownerId, policy: resourcePolicy, authorId }, now);
  const copies = await copyFiles(tx, files, { ownerId, id }, { by: authorId, now });
  const text = written.text.replace(/(?<=file:)[0-9a-f-]{36}/g, (file) => copies.get(file) ?? file);
  const sent = { ...written, text };
  await tx
    .insertInto('resource')
    .values({
      owner_id: ownerId,
      id,
      ...columnsOf(sent),
      copied_from_owner: copiedFrom && ownerId,
      copied_from: copiedFrom && copiedFrom.id,
      copied_version: copiedFrom && copiedFrom.version,
      set_id: place && place.setId,
      step: place && place.step,
      version: 1,
      changed_by: authorId,
      changed_at: now,
      created_at: now,
    })
    .execute();
  await keepText(tx, { ownerId, id }, 1, textsOf(sent), authorId, now);
  return id;
}

/** Saves over the version that was shown; false when that is not the one that stands. */
export async function updateResource(
  { tx, now, organisationId: ownerId, who }: Change,
  { id, version }: { id: string; version: number },
  sent: ResourceFields,
): Promise<boolean> {
  const saved = await tx
    .updateTable('resource')
    .set({ ...columnsOf(sent), version: version + 1, changed_by: who.personId, changed_at: now })
    .where('owner_id', '=', ownerId)
    .where('id', '=', id)
    .where('version', '=', version)
    .returning('version')
    .executeTakeFirst();
  if (!saved) return false;
  await keepText(tx, { ownerId, id }, saved.version, textsOf(sent), who.personId, now);
  return true;
}

export const updateMarks = (
  tx: Db,
  ownerId: string,
  id: string,
  marks: Pick<Resource, 'knowledge' | 'needs'>,
): Promise<unknown> =>
  tx.updateTable('resource').set(marks).where('owner_id', '=', ownerId).where('id', '=', id).execute();

/** Puts it into the bank at a moment, or with null takes it out. */
export const setShared = (tx: Db, ownerId: string, id: string, at: Date | null): Promise<unknown> =>
  tx
    .updateTable('resource')
    .set({ shared_at: at })
    .where('owner_id', '=', ownerId)
    .where('id', '=', id)
    .execute();

import { sql } from 'kysely';
import type { Db } from '#platform/db/database.ts';
import { newId } from '#platform/db/ids.ts';
import type { Agreement } from './agreement.ts';
import { linesOf } from './answers.ts';
import { shownParts } from './form-parts.ts';

/** A place that an agreement keeps for what shows how it goes. */
export interface EvidencePlace {
  id: string;
  title: string;
  /** What goes there, in the partners' words; '' when they said no more. */
  about: string;
}

/** Something filed: an item of whoever filed it, under the words they chose for their partners. */
export interface FiledEvidence {
  placeId: string;
  itemOwnerId: string;
  itemId: string;
  title: string;
  href: string;
  filedBy: string;
  filedByName: string;
  filedAt: Date;
}

/** The places of a partnership, in order. `circleId` is the agreement's own id. */
export const evidencePlaces = (db: Db, ownerId: string, circleId: string): Promise<EvidencePlace[]> =>
  db
    .selectFrom('evidence_place')
    .select(['id', 'title', 'about'])
    .where('owner_id', '=', ownerId)
    .where('agreement_id', '=', circleId)
    .where('ended_at', 'is', null)
    .orderBy('created_at')
    .orderBy('key')
    .execute();

/** The places of a partnership with what is in each, newest first, in one statement. */
export async function selectFiled(
  db: Db,
  ownerId: string,
  circleId: string,
): Promise<(EvidencePlace & { filed: FiledEvidence[] })[]> {
  const { rows } = await sql<
    EvidencePlace & { filed: (Omit<FiledEvidence, 'filedAt'> & { filedAt: string })[] }
  >`
    select p.id, p.title, p.about, coalesce((
      select json_agg(json_build_object('placeId', f.place_id, 'itemOwnerId', f.item_owner_id, 'itemId', f.item_id, 'title', f.title,
        'href', f.href, 'filedBy', f.filed_by, 'filedByName', n.name, 'filedAt', f.filed_at) order by f.filed_at desc)
      from evidence_filed f join person n on n.id = f.filed_by
      where f.owner_id = ${ownerId} and f.place_id = p.id and f.ended_at is null), '[]'::json) as filed
    from evidence_place p
    where p.owner_id = ${ownerId} and p.agreement_id = ${circleId} and p.ended_at is null
    order by p.created_at, p.key`.execute(db);
  return rows.map((place) => ({
    ...place,
    filed: place.filed.map((each) => ({ ...each, filedAt: new Date(each.filedAt) })),
  }));
}

/**
 * Files an item in a place. The caller has asked whether the person may (they are a partner) and has
 * shared the item with the partnership: filing shows its title to the partners, it grants nothing.
 */
export async function fileEvidence(
  tx: Db,
  filed: {
    ownerId: string;
    placeId: string;
    itemOwnerId: string;
    itemId: string;
    title: string;
    href: string;
    filedBy: string;
  },
  now: Date,
): Promise<void> {
  const words = {
    title: filed.title,
    href: filed.href,
    filed_by: filed.filedBy,
    filed_at: now,
    ended_at: null,
  };
  await tx
    .insertInto('evidence_filed')
    .values({
      owner_id: filed.ownerId,
      place_id: filed.placeId,
      item_owner_id: filed.itemOwnerId,
      item_id: filed.itemId,
      ...words,
    })
    .onConflict((conflict) => conflict.columns(['owner_id', 'place_id', 'item_id']).doUpdateSet(words))
    .execute();
}

/** Takes an item out of a place again; out of all places of the organisation when none is named. */
export async function unfileEvidence(
  tx: Db,
  filed: { ownerId: string; itemId: string; placeId?: string },
  now: Date,
): Promise<void> {
  let taken = tx
    .updateTable('evidence_filed')
    .set({ ended_at: now })
    .where('owner_id', '=', filed.ownerId)
    .where('item_id', '=', filed.itemId)
    .where('ended_at', 'is', null);
  if (filed.placeId) taken = taken.where('place_id', '=', filed.placeId);
  await taken.execute();
}

/** Makes the places what the agreement now says. One that is no longer chosen is hidden with what is in it, and kept. */
export async function keepPlaces(tx: Db, agreement: Agreement, now: Date): Promise<void> {
  const places = placesOf(agreement);
  for (const { key, title, about } of places)
    await tx
      .insertInto('evidence_place')
      .values({
        owner_id: agreement.ownerId,
        id: newId(now),
        agreement_id: agreement.id,
        key,
        title,
        about,
        created_at: now,
      })
      .onConflict((conflict) =>
        conflict.columns(['owner_id', 'agreement_id', 'key']).doUpdateSet({ title, about, ended_at: null }),
      )
      .execute();
  let others = tx
    .updateTable('evidence_place')
    .set({ ended_at: now })
    .where('owner_id', '=', agreement.ownerId)
    .where('agreement_id', '=', agreement.id)
    .where('ended_at', 'is', null);
  if (places.length > 0)
    others = others.where(
      'key',
      'not in',
      places.map(({ key }) => key),
    );
  await others.execute();
}

/** The places that the answers ask for: each record chosen, each line of one's own, and the record of the coaching itself. */
function placesOf({ form, answers }: Agreement): { key: string; title: string; about: string }[] {
  return shownParts(form).flatMap((part) => {
    const answer = answers[part.id];
    if (!answer) return [];
    if (part.kind === 'places')
      return [
        ...part.options
          .filter(({ id }) => answer.chosen?.includes(id))
          .map(({ id, label }) => ({ key: `${part.id}:${id}`, title: label, about: '' })),
        ...[...new Set(linesOf(answer.words))].map((line) => ({
          key: `${part.id}:own:${line.slice(0, 200)}`,
          title: line.slice(0, 200),
          about: '',
        })),
      ];
    if (part.kind === 'place' && answer.words)
      return [{ key: part.id, title: 'How our peer coaching goes', about: answer.words }];
    return [];
  });
}

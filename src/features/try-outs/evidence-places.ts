import type { Who } from '#platform/access/who.ts';
import type { Db } from '#platform/db/database.ts';
import { evidencePlaces, fileEvidence, unfileEvidence } from '#features/agreements/index.ts';

export interface EvidencePlaceOfMine {
  id: string;
  title: string;
  partnershipId: string;
  partnership: string;
}

/** The places of one's partnerships in which evidence is filed. One statement for each partnership. */
export async function selectMyPlaces(
  db: Db,
  who: Who,
  partnerships: readonly { id: string; name: string }[],
): Promise<EvidencePlaceOfMine[]> {
  const all: EvidencePlaceOfMine[] = [];
  for (const { id, name } of partnerships)
    for (const place of await evidencePlaces(db, who.organisationId, id))
      all.push({ id: place.id, title: place.title, partnershipId: id, partnership: name });
  return all;
}

/** Files a try-out in the place its author chose, and nowhere else; with no place, takes it out of all. */
export async function fileTryOut(
  db: Db,
  filed: Omit<Parameters<typeof fileEvidence>[1], 'placeId'> & { placeId: string | null },
  now: Date,
): Promise<void> {
  await unfileEvidence(db, { ownerId: filed.ownerId, itemId: filed.itemId }, now);
  const { placeId } = filed;
  if (placeId !== null) await fileEvidence(db, { ...filed, placeId }, now);
}

import type { Selectable } from 'kysely';
import { sql } from 'kysely';
import { draftColumn, type DraftFields, type Writer } from '#platform/drafts/drafts.ts';
import type { Db } from '#platform/db/database.ts';
import type { Tables } from '#platform/db/schema.generated.ts';

export type Offer = Selectable<Tables['coaching_offer']>;

interface MyOffer {
  offer: (Omit<Offer, 'updated_at'> & { updated_at: string }) | null;
  /** The modules one has finished. */
  finished: string[];
  draft: DraftFields | null;
  /** With how many one works now as mentor, coach or co-coach. */
  running: number;
}

/** What one offers, what one has prepared, and with how many one works. One statement. */
export async function selectMyOffer(db: Db, writer: Writer): Promise<MyOffer> {
  const { personId, organisationId: owner } = writer;
  const { rows } = await sql<MyOffer>`select
      (select to_json(o) from coaching_offer o where o.owner_id = ${owner} and o.person_id = ${personId}) as offer,
      array(select d.module from coaching_prepared d where d.owner_id = ${owner} and d.person_id = ${personId})
        as finished,
      ${draftColumn(writer, 'coaching-offer')} as draft,
      (select count(*)::int from pairing_person x join pairing p on p.owner_id = x.owner_id and p.id = x.pairing_id
        where x.owner_id = ${owner} and p.owner_id = ${owner} and x.person_id = ${personId} and x.part <> 'learner'
          and x.answer = 'yes' and x.left_at is null and p.ended_at is null and p.agreed_at is not null) as running`.execute(
    db,
  );
  return rows[0]!;
}

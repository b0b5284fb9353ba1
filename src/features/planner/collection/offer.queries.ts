import { sql } from 'kysely';
import { composed, type Given, list } from '#platform/access/composed.ts';
import { itemList } from '#platform/access/select-item.ts';
import type { Db } from '#platform/db/database.ts';
import type { Offer } from './offer.ts';

/** The offer of an agreement with what its people say, and its item. One statement. */
export const selectOffer = composed((who, { agreement, now }: Given<{ agreement: string; now: Date }>) => {
  const owner = who.organisationId;
  return {
    items: itemList(who, {
      ownerId: sql.val(owner),
      id: sql<string>`(select o.id from agreement_offer o
        where o.owner_id = ${owner} and o.agreement_id = ${agreement})`,
      now,
    }),
    offers: list<Offer>(
      sql`select o.id, o.parts, o.version, w.name as "writtenBy", o.written_at as "writtenAt",
          o.given_as as "givenAs", exists (select 1 from collected_agreement c where c.owner_id = ${owner}
            and c.id = o.given_as and c.ended_at is null) as stands,
          coalesce((select json_agg(json_build_object('personId', a.person_id, 'name', p.name,
              'saysYes', a.says_yes) order by p.sort_name)
            from agreement_offer_answer a join person p on p.id = a.person_id
            where a.owner_id = ${owner} and a.offer_id = o.id), '[]'::json) as answers
        from agreement_offer o join person w on w.id = o.written_by
        where o.owner_id = ${owner} and o.agreement_id = ${agreement}`,
      { writtenAt: 'moment' },
    ),
  };
});

/** Holds the row until the change is written, so that of two people acting at once the second sees the first's act. */
export const lockOffer = (
  tx: Db,
  ownerId: string,
  agreementId: string,
): Promise<{ id: string } | undefined> =>
  tx
    .selectFrom('agreement_offer')
    .select('id')
    .where('owner_id', '=', ownerId)
    .where('agreement_id', '=', agreementId)
    .forUpdate()
    .executeTakeFirst();

/** What waits because of an offer: who has said what, and whether it was given. For its handler. */
export async function selectOfferFacts(
  db: Db,
  ownerId: string,
  id: string,
): Promise<
  | {
      agreementId: string;
      writtenBy: string;
      given: boolean;
      answers: { personId: string; saysYes: boolean | null }[];
    }
  | undefined
> {
  const row = await db
    .selectFrom('agreement_offer')
    .select(['agreement_id as agreementId', 'written_by as writtenBy', 'given_as as givenAs'])
    .where('owner_id', '=', ownerId)
    .where('id', '=', id)
    .executeTakeFirst();
  if (!row) return undefined;
  const answers = await db
    .selectFrom('agreement_offer_answer')
    .select(['person_id as personId', 'says_yes as saysYes'])
    .where('owner_id', '=', ownerId)
    .where('offer_id', '=', id)
    .execute();
  return { agreementId: row.agreementId, writtenBy: row.writtenBy, given: row.givenAs !== null, answers };
}

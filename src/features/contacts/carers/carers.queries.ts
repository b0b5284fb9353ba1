import { type Expression, sql } from 'kysely';
import { composed, type Given, list } from '#platform/access/composed.ts';
import { current, notOver } from '#platform/access/current.ts';
import type { Who } from '#platform/access/who.ts';
import type { Db } from '#platform/db/database.ts';
import { isId } from '#platform/db/ids.ts';
import { NotFound } from '#platform/errors.ts';
import {
  keepsContacts,
  readsAllContacts,
  readsPupilContacts,
  readsRestrictions,
} from '../contacts.access.ts';
import { phonesJson } from '../phones/phones.queries.ts';
import { allMatters, type Carer, type EarlierVersion } from './carer.ts';

export interface PupilContacts {
  personId: string;
  name: string;
  yearLabel: string | null;
  carers: Carer[];
  /** Newest first; none for those who do not read restrictions. */
  earlier: EarlierVersion[];
}

/** A pupil with whom to call. Throws `NotFound` where there is none, or none whose contacts this person reads. */
export async function selectContacts(
  db: Db,
  who: Who,
  pupilId: string,
  today: string,
): Promise<PupilContacts> {
  if (!isId(pupilId)) throw new NotFound();
  const { pupils, carers, earlier } = await ask(db, who, { pupilId, today });
  if (!pupils[0]) throw new NotFound();
  return { ...pupils[0], carers, earlier };
}

type Asked = Given<{ pupilId: string; today: string }>;

const ask = composed((who, given: Asked) => {
  const owner = who.organisationId;
  const { pupilId } = given;
  return {
    pupils: list<Omit<PupilContacts, 'carers' | 'earlier'>>(sql`
      select m.person_id as "personId", p.name, m.year_label as "yearLabel"
      from member m join person p on p.id = m.person_id where ${readable(who, given)}`),
    carers: list<Carer>(sql`select ${carerColumns(who, given.today)}
      from family_relation f join person p on p.id = f.adult_id
      join member a on a.owner_id = ${owner} and a.person_id = f.adult_id and ${notOver('a', given.today)}
      left join person w on w.id = f.restriction_by
      where f.owner_id = ${owner} and f.pupil_id = ${pupilId} and f.ended_at is null
        and exists (select 1 from member m where ${readable(who, given)})
      order by f.not_called, f.called_in nulls last, f.told = '{}', p.sort_name, p.id`),
    earlier: list<EarlierVersion>(
      sql`select v.relation_id as "relationId", p.name, v.version, v.relationship, v.told, v.called_in as "calledIn", v.not_called as "notCalled",
          v.lives_with as "livesWith", v.responsibility, v.restriction, v.restriction_from as "restrictionFrom",
          v.restriction_until as "restrictionUntil", w.name as "changedBy", v.changed_at as "changedAt"
        from contact_version v
        join family_relation f on f.owner_id = ${owner} and f.id = v.relation_id and f.pupil_id = ${pupilId}
        join person p on p.id = f.adult_id join person w on w.id = v.changed_by
        where v.owner_id = ${owner} and ${sql.lit(readsRestrictions(who))}
          and exists (select 1 from member m where ${readable(who, given)})
        order by v.changed_at desc, v.version desc limit 100`,
      { changedAt: 'moment' },
    ),
  };
});

const readable = (who: Who, { pupilId, today }: Asked) =>
  sql`m.owner_id = ${who.organisationId} and m.person_id = ${pupilId} and m.kind = 'pupil' and ${notOver('m', today)}
    and ${readsPupilContacts(who, 'm', today)}`;

/** What is known of a carer, cut to what this person reads; the link stands under f, the grown-up under p. */
export function carerColumns(who: Who, today: string | Expression<unknown>) {
  const all = sql.lit(readsAllContacts(who));
  const words = sql.lit(readsRestrictions(who));
  const only = (condition: Expression<unknown>, column: string) =>
    sql`case when ${condition} then ${sql.ref(column)} end`;
  return sql`f.id as "relationId", p.id as "personId", p.name, f.relationship, f.called_in as "calledIn", f.not_called as "notCalled", f.version,
    ${only(all, 'f.told')} as told, ${only(all, 'f.lives_with')} as "livesWith",
    ${only(all, 'f.responsibility')} as responsibility, ${only(words, 'f.restriction')} as restriction,
    ${only(words, 'f.restriction_from')} as "restrictionFrom",
    ${only(words, 'f.restriction_until')} as "restrictionUntil", ${only(words, 'w.name')} as "restrictionBy",
    not f.told @> ${[...allMatters]}::text[]
      or f.restriction is not null and coalesce(f.restriction_until, ${today}) >= ${today} as "askFirst",
    exists (select 1 from credential c where c.person_id = p.id) as "hasAccount",
    case when ${sql.lit(keepsContacts(who))} then (select e.address from person_email e where e.person_id = p.id
      order by e.kind = 'work' desc, e.created_at limit 1) end as email,
    ${phonesJson(who.organisationId, sql`p.id`)} as phones`;
}

/** Throws `NotFound` unless the person is the pupil, who is here, or a carer linked to them. */
export async function mustBeOfPupil(
  tx: Db,
  owner: string,
  { pupilId, personId }: { pupilId: string; personId: string },
  today: string,
): Promise<void> {
  if (!isId(pupilId) || !isId(personId)) throw new NotFound();
  const { rows } = await sql`select 1 from family_relation f
    join member m on m.owner_id = ${owner} and m.person_id = f.pupil_id and m.kind = 'pupil' and ${notOver('m', today)}
    join member a on a.owner_id = ${owner} and a.person_id = f.adult_id and ${current('a', today)}
    where f.owner_id = ${owner} and f.pupil_id = ${pupilId} and f.adult_id = ${personId} and f.ended_at is null
    limit 1`.execute(tx);
  if (rows.length === 0) throw new NotFound();
}

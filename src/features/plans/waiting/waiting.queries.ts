import { sql } from 'kysely';
import { composed, type Given, list } from '#platform/access/composed.ts';
import type { Who } from '#platform/access/who.ts';
import type { Db } from '#platform/db/database.ts';
import { planPolicy, suggestionPolicy } from '../plan.policy.ts';

/** Somebody waits for somebody, at a plan. */
export interface WaitingLook {
  planId: string;
  plan: string;
  askedOf: string;
  askedBy: string;
  byDate: string | null;
}

export interface WaitingSuggestion {
  planId: string;
  plan: string;
  author: string;
  createdAt: Date;
}

/** A plan that begins soon and is being written. */
export interface SoonPlan {
  id: string;
  title: string;
  subject: string;
  yearKey: string;
  startsOn: string;
  teachers: string[];
}

const most = 100;

const ask = composed((who, { today, soon }: Given<{ today: string; soon: string }>) => {
  const owner = who.organisationId;
  const me = who.personId;
  const looks = (whose: ReturnType<typeof sql>) =>
    list<WaitingLook>(sql`select s.id as "planId", s.title as plan, o.name as "askedOf", b.name as "askedBy",
        k.by_date as "byDate"
      from plan_look k join scheme s on s.owner_id = ${owner} and s.id = k.scheme_id
      join item i on i.owner_id = ${owner} and i.id = s.id and i.ended_at is null
      join person o on o.id = k.asked_of join person b on b.id = k.asked_by
      where k.owner_id = ${owner} and k.looked_at is null and k.ended_at is null and ${whose}
        and ${who.sees('i', planPolicy)}
      order by k.by_date nulls last, k.created_at limit ${most}`);
  const suggestions = (whose: ReturnType<typeof sql>) =>
    list<WaitingSuggestion>(
      sql`select s.id as "planId", s.title as plan, a.name as author, g.created_at as "createdAt"
      from plan_suggestion g join item i on i.owner_id = ${owner} and i.id = g.id and i.ended_at is null
      join scheme s on s.owner_id = ${owner} and s.id = g.scheme_id
      join item si on si.owner_id = ${owner} and si.id = s.id and si.ended_at is null
      join person a on a.id = i.author_id
      where g.owner_id = ${owner} and g.state = 'open' and ${whose}
      order by g.created_at limit ${most}`,
      { createdAt: 'moment' },
    );
  return {
    asksMe: looks(sql`k.asked_of = ${me}`),
    askedByMe: looks(sql`k.asked_by = ${me}`),
    others: looks(sql`k.asked_of <> ${me} and k.asked_by <> ${me}`),
    toAnswer: suggestions(sql`${who.sees('i', suggestionPolicy, 'answer')} and i.author_id <> ${me}`),
    unanswered: suggestions(sql`${who.sees('i', suggestionPolicy)} and i.author_id = ${me}`),
    soon: list<SoonPlan>(sql`select s.id, s.title, s.subject, s.year_key as "yearKey", s.starts_on as "startsOn",
        array(select p.name from audience_grant g join person p on p.id = split_part(g.principal, ':', 2)::uuid
          where g.owner_id = ${owner} and g.audience_id = i.audience_id and g.ability = 'edit'
            and g.principal like 'person:%' order by p.name) as teachers
      from scheme s join item i on i.owner_id = ${owner} and i.id = s.id and i.ended_at is null
      where s.owner_id = ${owner} and s.ready_at is null and s.starts_on between ${today}::date and ${soon}::date
        and ${who.sees('i', planPolicy)}
      order by s.starts_on, s.subject, s.title limit ${most}`),
  };
});

/** What this person waits for, what waits for them, and what begins by a day and is being written. */
export const selectWaiting = (db: Db, who: Who, days: { today: string; soon: string }) => ask(db, who, days);

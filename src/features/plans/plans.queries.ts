import { sql } from 'kysely';
import { composed, type Given, list } from '#platform/access/composed.ts';
import type { Who } from '#platform/access/who.ts';
import type { Db } from '#platform/db/database.ts';
import { comparable } from '#platform/i18n/comparable.ts';
import { planPolicy } from './plan.policy.ts';
import type { ListedPlan } from './plan.ts';

const plansAPage = 30;

/** Which plans somebody looks for; '' for all. */
export interface PlanFilter {
  words: string;
  subject: string;
  /** A school year, by its id. */
  when: string;
  mine: boolean;
}

export interface SchoolYear {
  id: string;
  name: string;
  startsOn: string;
  endsOn: string;
}

interface Asked {
  words: string | undefined;
  subject: string | undefined;
  when: string | undefined;
  mine: true | undefined;
  offset: number;
}

const ask = composed((who, { words, subject, when, mine, offset }: Given<Asked>) => {
  const owner = who.organisationId;
  return {
    plans: list<ListedPlan>(
      sql`select s.id, s.title, s.subject, s.year_key as "yearKey", s.starts_on as "startsOn", s.ends_on as "endsOn",
          s.ready_at as "readyAt", a.name as author, s.changed_at as "changedAt"
        from scheme s join item i on i.owner_id = ${owner} and i.id = s.id and i.ended_at is null
        join person a on a.id = i.author_id
        where s.owner_id = ${owner} and ${mine === undefined ? who.sees('i', planPolicy) : who.sees('i', planPolicy, 'write')}
          ${words === undefined ? sql`` : sql`and s.heading %> ${words}`}
          ${subject === undefined ? sql`` : sql`and s.subject = ${subject}`}
          ${
            when === undefined
              ? sql``
              : sql`and exists (select 1 from term y where y.owner_id = ${owner} and y.id = ${when}
                  and s.starts_on <= y.ends_on and s.ends_on >= y.starts_on)`
          }
        order by ${words === undefined ? sql`` : sql`word_similarity(${words}, s.heading) desc,`}
          s.starts_on desc, s.subject, s.title, s.id limit ${plansAPage + 1} offset ${offset}::int`,
      { readyAt: 'moment', changedAt: 'moment' },
    ),
    away: list<{ id: string; title: string }>(sql`select s.id, s.title from scheme s
      join item i on i.owner_id = ${owner} and i.id = s.id and i.ended_at is not null
      where s.owner_id = ${owner} and ${who.sees('i', planPolicy, 'write')} order by i.ended_at desc limit 50`),
    subjects: list<{ subject: string }>(
      sql`select distinct s.subject from scheme s where s.owner_id = ${owner} order by s.subject limit 100`,
    ),
    years:
      list<SchoolYear>(sql`select y.id, y.name, y.starts_on as "startsOn", y.ends_on as "endsOn" from term y
      where y.owner_id = ${owner} and y.kind = 'year' and y.ended_at is null order by y.starts_on desc limit 20`),
  };
});

/** A page of plans and one more, the latest first, with what the filter offers. */
export async function selectPlans(
  db: Db,
  who: Who,
  { words, subject, when, mine }: PlanFilter,
  page: number,
): Promise<{
  plans: ListedPlan[];
  more: boolean;
  /** Those that this person wrote and that were taken away. */
  away: { id: string; title: string }[];
  subjects: string[];
  years: SchoolYear[];
}> {
  const { plans, away, subjects, years } = await ask(db, who, {
    words: comparable(words) || undefined,
    subject: subject || undefined,
    when: when || undefined,
    mine: mine || undefined,
    offset: (page - 1) * plansAPage,
  });
  return {
    plans: plans.slice(0, plansAPage),
    more: plans.length > plansAPage,
    away,
    subjects: subjects.map((each) => each.subject),
    years,
  };
}

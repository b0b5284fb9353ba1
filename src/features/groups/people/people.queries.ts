import { sql } from 'kysely';
import { composed, type Given, list } from '#platform/access/composed.ts';
import { notOver } from '#platform/access/current.ts';
import { NotFound } from '#platform/errors.ts';
import type { Visit } from '#platform/http/context.ts';
import type { Protocol } from '#features/evidence/index.ts';
import {
  openFoundProgramme,
  type OpenedProgramme,
  programmeLists,
  templateOf,
} from '#features/programmes/index.ts';
import { minutesPolicy } from '#features/sessions/index.ts';

export interface PersonOfGroup {
  personId: string;
  name: string;
  kind: string;
  parts: string[];
}

/** Somebody who was asked, or who asks, and waits for an answer. */
export interface Waiting {
  personId: string;
  name: string;
  kind: string;
  part: string;
  way: string;
  words: string;
  by: string;
  at: Date;
}

/** Something promised by somebody who is in the group no more. */
export interface LeftPromise {
  name: string;
  trying: string;
  pupils: string;
  dueOn: string;
  madeAt: number;
}

export interface PeopleOfGroup {
  opened: OpenedProgramme;
  protocol: Protocol | undefined;
  /** By name. */
  people: PersonOfGroup[];
  /** Those who were asked first; for those in the group alone. */
  waiting: Waiting[];
  /** For those who read the meetings alone. */
  promises: LeftPromise[];
  /** How many are let in for one stage now. */
  guests: number;
}

const ask = composed((who, given: Given<{ slug: string; now: Date; today: string }>) => {
  const owner = who.organisationId;
  const group = sql`programme p where p.owner_id = ${owner} and p.slug = ${given.slug}`;
  const stillIn = sql`exists (select 1 from circle_member k
    join member m on m.owner_id = k.owner_id and m.person_id = k.person_id
    where k.owner_id = ${owner} and m.owner_id = ${owner} and k.circle_id = p.id and k.person_id = c.person_id
      and k.ends_at is null and m.ended_at is null)`;
  return {
    ...programmeLists(who, given),
    people: list<PersonOfGroup>(sql`
      select c.person_id as "personId", n.name, m.kind, array_agg(c.part order by c.part) as parts
      from programme p join circle_member c on c.owner_id = p.owner_id and c.circle_id = p.id
      join member m on m.owner_id = c.owner_id and m.person_id = c.person_id
      join person n on n.id = c.person_id
      where p.owner_id = ${owner} and c.owner_id = ${owner} and m.owner_id = ${owner} and p.slug = ${given.slug}
        and c.ends_at is null and ${notOver('m', given.today)}
      group by c.person_id, n.name, n.sort_name, m.kind order by n.sort_name, c.person_id`),
    waiting: list<Waiting>(
      sql`
      select v.person_id as "personId", n.name, m.kind, v.part, v.way, v.words, b.name as by, v.at
      from programme p join group_invitation v on v.owner_id = p.owner_id and v.programme_id = p.id
      join person n on n.id = v.person_id join person b on b.id = v.by_id
      join member m on m.owner_id = v.owner_id and m.person_id = v.person_id
      where p.owner_id = ${owner} and v.owner_id = ${owner} and m.owner_id = ${owner} and p.slug = ${given.slug}
        and v.answer is null and ${notOver('m', given.today)}
      order by v.at, v.person_id`,
      { at: 'moment' },
    ),
    promises: list<LeftPromise>(sql`
      select n.name, c.trying, c.pupils, c.due_on as "dueOn", s.number as "madeAt"
      from programme p join commitment c on c.owner_id = p.owner_id and c.programme_id = p.id
      join programme_step s on s.owner_id = c.owner_id and s.id = c.step_id
      join item i on i.owner_id = c.owner_id and i.id = c.step_id
      join person n on n.id = c.person_id
      where p.owner_id = ${owner} and c.owner_id = ${owner} and s.owner_id = ${owner} and i.owner_id = ${owner}
        and p.slug = ${given.slug} and c.ended_at is null and c.outcome is null and i.ended_at is null
        and ${who.sees('i', minutesPolicy)} and not ${stillIn}
      order by c.due_on, n.sort_name limit 50`),
    guests: list<{ n: number }>(sql`
      select count(*)::int as n from stage_guest g where g.owner_id = ${owner}
        and g.programme_id = (select p.id from ${group}) and g.ended_at is null and g.until_on >= ${given.today}`),
  };
});

/**
 * Opens the group that the address names with who is in it and who waits. Throws `NotFound` for a programme that is
 * led, and as `openProgramme` does. One statement, and one more where the protocol is the school's own.
 */
export async function openPeople(visit: Visit): Promise<PeopleOfGroup> {
  const { programmes, items, guests, ...found } = await ask(visit.db, visit.who, {
    slug: visit.params.programme ?? '',
    now: visit.now,
    today: visit.today,
  });
  if (programmes[0] && programmes[0].sort !== 'group')
    throw new NotFound('There is no group at this address.');
  const opened = openFoundProgramme(visit, { programmes, items }, 'people');
  return {
    ...found,
    waiting: opened.may('takePart') || opened.may('design') ? found.waiting : [],
    guests: guests[0]?.n ?? 0,
    opened,
    protocol: await templateOf(visit.db, opened.programme),
  };
}

/** Whether somebody who can keeps the plan of the group. */
export const isKept = (people: readonly { parts: readonly string[] }[]): boolean =>
  people.some(({ parts }) => parts.includes('leader'));

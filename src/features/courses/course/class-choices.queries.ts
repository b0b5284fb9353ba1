import { type Expression, sql } from 'kysely';
import { composed, type Given, list, type List } from '#platform/access/composed.ts';
import { current } from '#platform/access/current.ts';
import type { Who } from '#platform/access/who.ts';
import type { Db } from '#platform/db/database.ts';
import { coursePolicy } from '../course.policy.ts';

export interface ClassChoice {
  id: string;
  name: string;
}

/** The classes and forms that somebody teaches on a day. */
const classesList = (who: Who, today: Expression<string>): List<ClassChoice> =>
  list<ClassChoice>(sql`select u.id, u.name from unit u
    where u.owner_id = ${who.organisationId} and u.ended_at is null and u.kind in ('class', 'form')
      and exists (select 1 from membership s where s.owner_id = ${who.organisationId} and s.unit_id = u.id
        and s.person_id = ${who.personId} and s.part = 'teacher' and ${current('s', today)})
    order by u.sort_name, u.id limit 200`);

const ask = composed((who, { today }: Given<{ today: string }>) => ({
  classes: classesList(who, today),
  templates: list<{
    id: string;
    title: string;
    subject: string;
  }>(sql`select c.id, c.title, c.subject from course c
    join item i on i.owner_id = ${who.organisationId} and i.id = c.id and i.ended_at is null
    where c.owner_id = ${who.organisationId} and c.is_template and ${who.sees('i', coursePolicy)}
    order by c.subject, c.title limit 100`),
}));

/** Whom a new course can be for, and what it can be begun from. */
export const selectChoices = (db: Db, who: Who, today: string) => ask(db, who, { today });

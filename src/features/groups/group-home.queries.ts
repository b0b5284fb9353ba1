import { sql } from 'kysely';
import { composed, type Given, list } from '#platform/access/composed.ts';
import { notOver } from '#platform/access/current.ts';
import type { Visit } from '#platform/http/context.ts';
import type { Protocol } from '#features/evidence/index.ts';
import {
  openFoundProgramme,
  type OpenedProgramme,
  type ProgrammeAbility,
  programmeLists,
  templateOf,
} from '#features/programmes/index.ts';
import { openPromises, type OpenPromise } from '#features/sessions/index.ts';
import { NotFound } from '#platform/errors.ts';
import type { GroupStep } from './where-we-are.ts';

export interface InGroup {
  personId: string;
  name: string;
  parts: string[];
}

export interface CycleLine {
  id: string;
  number: number;
  question: string;
  version: number;
  begunAt: Date;
  releasedAt: Date | null;
}

/** A group with what its first page and its cycles show. */
export interface GroupHome {
  opened: OpenedProgramme;
  /** The protocol in the version the group is on; undefined when the school has it no more. */
  protocol: Protocol | undefined;
  /** In order of date. */
  steps: GroupStep[];
  people: InGroup[];
  terms: { name: string; startsOn: string; endsOn: string }[];
  closures: { startsOn: string; endsOn: string }[];
  /** The first first. */
  cycles: CycleLine[];
  /** For those inside: what was promised and nobody has spoken of yet. */
  promises: OpenPromise[];
  /** What the school works on this year with the protocol; undefined where no theme is set. */
  theme: string | undefined;
  /** Those who asked to be let in and wait for an answer. */
  asking: number;
}

const ask = composed((who, given: Given<{ slug: string; now: Date; today: string }>) => {
  const owner = who.organisationId;
  const group = sql`programme p where p.owner_id = ${owner} and p.slug = ${given.slug}`;
  return {
    ...programmeLists(who, given),
    steps: list<GroupStep>(sql`
      select s.number, s.kind, s.strand, s.lead, s.title, s.on_date, s.starts_at, s.minutes, s.in_school_day, s.mode,
        s.required, s.cycle, s.stage, s.done_at
      from programme_step s join programme p on p.owner_id = s.owner_id and p.id = s.programme_id
      where s.owner_id = ${owner} and p.owner_id = ${owner} and p.slug = ${given.slug} and s.ended_at is null
      order by s.on_date, s.starts_at nulls first, s.number`),
    people: list<InGroup>(sql`
      select c.person_id as "personId", n.name, array_agg(c.part order by c.part) as parts
      from programme p join circle_member c on c.owner_id = p.owner_id and c.circle_id = p.id
      join person n on n.id = c.person_id
      join member m on m.owner_id = c.owner_id and m.person_id = c.person_id
      where p.owner_id = ${owner} and c.owner_id = ${owner} and p.slug = ${given.slug} and c.ends_at is null
        and m.owner_id = ${owner} and ${notOver('m', given.today)}
      group by c.person_id, n.name, n.sort_name order by n.sort_name`),
    terms: list<GroupHome['terms'][number]>(sql`
      select t.name, t.starts_on as "startsOn", t.ends_on as "endsOn" from term t
      where t.owner_id = ${owner} and t.kind = 'term' and t.ended_at is null
        and t.ends_on >= (select p.starts_on from ${group}) and t.starts_on <= (select p.ends_on from ${group})
      order by t.starts_on`),
    closures: list<GroupHome['closures'][number]>(sql`
      select c.starts_on as "startsOn", c.ends_on as "endsOn" from closure c
      where c.owner_id = ${owner} and c.ended_at is null
        and c.ends_on >= (select p.starts_on from ${group}) and c.starts_on <= (select p.ends_on from ${group})`),
    cycles: list<CycleLine>(
      sql`
      select y.id, y.number, y.question, y.version, y.begun_at as "begunAt", y.released_at as "releasedAt"
      from programme p join group_cycle y on y.owner_id = p.owner_id and y.programme_id = p.id
      where p.owner_id = ${owner} and y.owner_id = ${owner} and p.slug = ${given.slug} and y.ended_at is null order by y.number`,
      { begunAt: 'moment', releasedAt: 'moment' },
    ),
    themes: list<{ title: string }>(sql`
      select y.title from programme p join yearly_theme y on y.owner_id = p.owner_id and y.protocol = p.template_id
      where p.owner_id = ${owner} and y.owner_id = ${owner} and p.slug = ${given.slug}
        and ${given.today} between y.starts_on and y.ends_on`),
    promises: openPromises(who, given.slug),
    asking: list<{ n: number }>(sql`
      select count(*)::int as n from programme p
      join group_invitation v on v.owner_id = p.owner_id and v.programme_id = p.id
      where p.owner_id = ${owner} and v.owner_id = ${owner} and p.slug = ${given.slug} and v.way = 'asked'
        and v.answer is null`),
  };
});

/**
 * Opens the group that the address names (`:programme`) with what its pages show, in one statement.
 * Throws `NotFound` when there is none or it is a programme that is led, and as `openProgramme` does.
 */
export async function openGroup(visit: Visit, ability: ProgrammeAbility = 'read'): Promise<GroupHome> {
  const { programmes, items, asking, themes, ...rest } = await ask(visit.db, visit.who, {
    slug: visit.params.programme ?? '',
    now: visit.now,
    today: visit.today,
  });
  if (programmes[0] && programmes[0].sort !== 'group')
    throw new NotFound('There is no group at this address.');
  const opened = openFoundProgramme(visit, { programmes, items }, ability);
  const seesPeople = opened.may('people');
  return {
    ...rest,
    people: seesPeople ? rest.people : [],
    asking: asking[0]?.n ?? 0,
    theme: themes[0]?.title,
    opened,
    protocol: await templateOf(visit.db, opened.programme),
  };
}

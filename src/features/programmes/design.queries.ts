import { type Expression, sql } from 'kysely';
import { current } from '#platform/access/current.ts';
import { list, type List } from '#platform/access/composed.ts';
import type { Who } from '#platform/access/who.ts';
import { learningLeaders } from '#features/people/index.ts';
import { type Design, type DesignPerson, type DesignStep, designStepColumns } from './design.ts';
import { seesProgramme } from './programme.policy.ts';
import type { Programme } from './programme.queries.ts';

/** Another programme in the line of copies, as far as the reader may know of it. */
export interface Relative {
  slug: string;
  title: string;
}

export interface DesignWithLineage extends Design {
  adaptedFrom: Relative | null;
  adaptedBy: readonly Relative[];
}

/** A design as it comes out of the database. */
export interface DesignRow {
  steps: (DesignStep & { ended_at: string | null })[];
  costs: Design['costs'];
  risks: Design['risks'];
  people: DesignPerson[];
  answers: Record<string, string>;
  terms: Design['terms'];
  closures: Design['closures'];
  priority: string | null;
  other_programmes: number | null;
  adapted_from: Relative | null;
  adapted_by: Relative[];
}

/** The design of a programme from its row. */
export const designIn = (
  programme: Programme,
  row: DesignRow,
  template: Design['template'],
): DesignWithLineage => ({
  programme,
  steps: row.steps.filter((step) => step.ended_at === null),
  removed: row.steps.filter((step) => step.ended_at !== null),
  costs: row.costs,
  risks: row.risks,
  people: row.people,
  answers: row.answers,
  terms: row.terms,
  closures: row.closures,
  priority: row.priority,
  otherProgrammes: row.other_programmes,
  template,
  adaptedFrom: row.adapted_from,
  adaptedBy: row.adapted_by,
});

/**
 * Everything the design of the programme called `slug` says, in one row. `today` decides who holds a post. Whether
 * it may be read is for the kernel to say.
 */
export function designList(
  who: Who,
  { slug, today }: { slug: Expression<string>; today: Expression<string> },
): List<DesignRow> {
  const owner = who.organisationId;
  return list<DesignRow>(sql`
    select
      coalesce((select json_agg(row_to_json(s) order by s.on_date, s.starts_at nulls first, s.number)
        from (select ${sql.join(designStepColumns.map((name) => sql.ref(name)))}, ended_at from programme_step
          where owner_id = ${owner} and programme_id = g.id) s), '[]'::json) as steps,
      coalesce((select json_agg(json_build_object('id', c.id, 'kind', c.kind, 'about', c.about, 'amount', c.amount)
          order by c.created_at, c.id)
        from programme_cost c where c.owner_id = ${owner} and c.programme_id = g.id and c.ended_at is null),
        '[]'::json) as costs,
      coalesce((select json_agg(json_build_object('id', r.id, 'risk', r.risk, 'response', r.response)
          order by r.created_at, r.id)
        from programme_risk r where r.owner_id = ${owner} and r.programme_id = g.id and r.ended_at is null),
        '[]'::json) as risks,
      coalesce((select json_agg(json_build_object('personId', each.person_id, 'name', each.name, 'kind', each.kind,
          'parts', each.parts, 'leads', each.leads) order by each.sort_name)
        from (select cm.person_id, p.name, p.sort_name, m.kind, array_agg(cm.part order by cm.part) as parts,
            exists (select 1 from appointment a where a.owner_id = ${owner} and a.person_id = cm.person_id
              and a.role in (${sql.join(learningLeaders.filter((name) => name !== 'cpd-leader'))})
              and ${current('a', today)}) as leads
          from circle_member cm join person p on p.id = cm.person_id
          left join member m on m.owner_id = cm.owner_id and m.person_id = cm.person_id and m.ended_at is null
          where cm.owner_id = ${owner} and cm.circle_id = g.id and cm.ends_at is null
          group by cm.person_id, p.name, p.sort_name, m.kind) each), '[]'::json) as people,
      coalesce((select json_object_agg(w.question, w.answer)
        from programme_answer w where w.owner_id = ${owner} and w.programme_id = g.id), '{}'::json) as answers,
      coalesce((select json_agg(json_build_object('name', t.name, 'startsOn', t.starts_on, 'endsOn', t.ends_on)
          order by t.starts_on)
        from term t where t.owner_id = ${owner} and t.kind = 'term' and t.ended_at is null
          and t.ends_on >= g.starts_on - 366
          and t.starts_on <= g.ends_on + 366), '[]'::json) as terms,
      coalesce((select json_agg(json_build_object('startsOn', k.starts_on, 'endsOn', k.ends_on))
        from closure k where k.owner_id = ${owner} and k.ended_at is null), '[]'::json) as closures,
      (select y.title from school_priority y
        where y.owner_id = ${owner} and y.id = g.priority_id) as priority,
      (select case when count(*) = 0 then null else (
          select count(distinct o.id)::int from programme o
          join circle_member other on other.owner_id = o.owner_id and other.circle_id = o.id
          where o.owner_id = ${owner} and other.owner_id = ${owner} and o.id <> g.id
            and o.published_at is not null and o.closed_at is null
            and o.starts_on <= g.ends_on and o.ends_on >= g.starts_on
            and other.part = 'participant' and other.ends_at is null
            and other.person_id in (select mine.person_id from circle_member mine where mine.owner_id = ${owner}
              and mine.circle_id = g.id and mine.part = 'participant' and mine.ends_at is null)) end
        from circle_member taking where taking.owner_id = ${owner} and taking.circle_id = g.id
          and taking.part = 'participant' and taking.ends_at is null) as other_programmes,
      (select json_build_object('slug', f.slug, 'title', f.title) from programme f
        join item i on i.owner_id = f.owner_id and i.id = f.id
        where f.owner_id = ${owner} and i.owner_id = ${owner} and f.id = g.copied_from
          and i.ended_at is null and ${seesProgramme(who, 'i')}) as adapted_from,
      coalesce((select json_agg(json_build_object('slug', f.slug, 'title', f.title) order by f.title) from programme f
        join item i on i.owner_id = f.owner_id and i.id = f.id
        where f.owner_id = ${owner} and i.owner_id = ${owner} and f.copied_from_owner = ${owner}
          and f.copied_from = g.id and i.ended_at is null
          and ${seesProgramme(who, 'i')}), '[]'::json) as adapted_by
    from programme g where g.owner_id = ${owner} and g.slug = ${slug}`);
}

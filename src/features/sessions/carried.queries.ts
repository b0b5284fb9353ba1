import { type RawBuilder, sql } from 'kysely';
import type { Who } from '#platform/access/who.ts';
import type { Protocol } from '#features/evidence/index.ts';
import { minutesPolicy } from './sessions.policy.ts';

/** What an earlier step hands on to this one, as its protocol says: in this cycle or from the one before. */
export interface Carried {
  number: number;
  title: string;
  on: string;
  cycle: number;
  /** What was written there together and may be read: by the part's id, in no order. */
  texts: { section: string; text: string }[];
  templateStep: string;
}

/** The nearest step before `s` of each that the protocol carries over to it, with what was written at it, as JSON. */
export function carriedJson(who: Who, protocol: Protocol | undefined): RawBuilder<Carried[]> {
  const pairs = (protocol?.carriesOver ?? []).flatMap(({ from, to }) => (from && to ? [{ from, to }] : []));
  if (pairs.length === 0) return sql<Carried[]>`'[]'::json`;
  return sql<Carried[]>`coalesce((
    select json_agg(json_build_object('number', e.number, 'title', e.title, 'on', e.on_date, 'cycle', e.cycle,
      'templateStep', e.template_step, 'texts', coalesce((
        select json_agg(json_build_object('section', n.section, 'text', n.text))
        from step_minutes n join item i on i.owner_id = n.owner_id and i.id = n.step_id
        where n.owner_id = e.owner_id and n.step_id = e.id and n.text <> '' and i.ended_at is null
          and ${who.sees('i', minutesPolicy)}), '[]'::json)) order by e.on_date)
    from (select distinct on (o.template_step) o.owner_id, o.id, o.number, o.title, o.on_date, o.cycle, o.template_step
      from unnest(${pairs.map(({ from }) => from)}::text[], ${pairs.map(({ to }) => to)}::text[]) c (earlier, later)
      join programme_step o on o.template_step = c.earlier
      where c.later = s.template_step and o.owner_id = s.owner_id and o.programme_id = s.programme_id
        and o.ended_at is null and o.id <> s.id and o.on_date <= s.on_date and o.cycle <= s.cycle
      order by o.template_step, o.on_date desc, o.number desc) e), '[]'::json)`;
}

import { sql, type RawBuilder } from 'kysely';
import { current } from '#platform/access/current.ts';
import type { Who } from '#platform/access/who.ts';
import type { Db } from '#platform/db/database.ts';
import { askPolicy, choicePolicy } from './exchange.policy.ts';
import type { Side } from './exchange.ts';

export interface Choice {
  id: string;
  technique: string;
  /** Of the school's library; null where the catalogue has it. */
  schoolTitle: string | null;
  side: Side;
}

/** A colleague whose wish or offer goes with one's own. */
export interface Pair {
  personId: string;
  name: string;
  technique: string;
  schoolTitle: string | null;
  /** What the colleague said. */
  side: Side;
  /** Between the two it goes both ways, over this technique and another. */
  mutual: boolean;
}

export interface Ask {
  id: string;
  technique: string;
  schoolTitle: string | null;
  fromId: string;
  from: string;
  toId: string;
  to: string;
  /** What the asker would do. */
  side: Side;
  words: string;
  askedAt: string;
  answer: 'yes' | 'no' | null;
  answerWords: string;
}

const titleOf = (alias: string, owner: string): RawBuilder<unknown> =>
  sql`(select x.title from technique x where x.owner_id = ${owner} and x.id::text = ${sql.ref(`${alias}.technique`)})`;

/** Neither of the two manages the other, from today on as things stand. */
const neitherManages = (who: Who, person: RawBuilder<unknown>, today: string): RawBuilder<boolean> =>
  sql`not exists (select 1 from line_management l where l.owner_id = ${who.organisationId} and ${current('l', today)}
    and ((l.manager_id = ${who.personId} and l.person_id = ${person})
      or (l.manager_id = ${person} and l.person_id = ${who.personId})))`;

/** The person works at the school still. */
const isHere = (who: Who, person: RawBuilder<unknown>, today: string): RawBuilder<boolean> =>
  sql`exists (select 1 from member m where m.owner_id = ${who.organisationId} and m.person_id = ${person}
    and m.kind = 'staff' and ${current('m', today)})`;

export interface ChoicesOf {
  mine: Choice[];
  /** Colleagues who could show it. Those who would like to see it are told to nobody but those who could show it. */
  couldShow: number;
}

/** What one said of a technique oneself, and how many colleagues could show it. */
export async function selectChoicesOf(
  db: Db,
  who: Who,
  technique: string,
  today: string,
): Promise<ChoicesOf> {
  const person = sql`c.person_id`;
  const { rows } = await sql<ChoicesOf>`
    with all_of as materialized (select c.* from exchange_choice c
      join item i on i.owner_id = c.owner_id and i.id = c.id
      where c.owner_id = ${who.organisationId} and c.technique = ${technique} and i.ended_at is null
        and ${who.sees('i', choicePolicy)})
    select coalesce((select json_agg(json_build_object('id', c.id, 'technique', c.technique, 'schoolTitle', null,
        'side', c.side)) from all_of c where c.person_id = ${who.personId}), '[]'::json) as mine,
      (select count(*)::integer from all_of c where c.side = 'show' and c.person_id <> ${who.personId}
        and ${neitherManages(who, person, today)} and ${isHere(who, person, today)}) as "couldShow"`.execute(
    db,
  );
  return rows[0]!;
}

/** One's own choices, colleagues who go with them, and what was asked. One statement. */
export async function selectExchange(
  db: Db,
  who: Who,
  today: string,
): Promise<{ mine: Choice[]; pairs: Pair[]; asks: Ask[] }> {
  const owner = who.organisationId;
  const person = sql`c.person_id`;
  const { rows } = await sql<{ mine: Choice[]; pairs: Pair[]; asks: Ask[] }>`
    with visible as materialized (select c.* from exchange_choice c
      join item i on i.owner_id = c.owner_id and i.id = c.id
      where c.owner_id = ${owner} and i.ended_at is null and ${who.sees('i', choicePolicy)}),
    mine as (select v.* from visible v where v.person_id = ${who.personId}),
    pairs as (select c.* from visible c join mine m on m.technique = c.technique and m.side <> c.side
      where c.person_id <> ${who.personId} and ${neitherManages(who, person, today)} and ${isHere(who, person, today)}
      order by c.chosen_at desc limit 60)
    select
      coalesce((select json_agg(json_build_object('id', m.id, 'technique', m.technique, 'side', m.side,
          'schoolTitle', ${titleOf('m', owner)}) order by m.chosen_at desc, m.id) from mine m), '[]'::json) as mine,
      coalesce((select json_agg(json_build_object('personId', c.person_id, 'name', p.name, 'technique', c.technique,
          'side', c.side, 'schoolTitle', ${titleOf('c', owner)},
          'mutual', exists (select 1 from pairs o where o.person_id = c.person_id and o.side <> c.side))
          order by p.sort_name, p.id)
        from pairs c join person p on p.id = c.person_id), '[]'::json) as pairs,
      coalesce((select json_agg(${askColumns(owner)} order by a.asked_at desc, a.id)
        from exchange_ask a join item i on i.owner_id = a.owner_id and i.id = a.id
        join person f on f.id = a.from_id join person t on t.id = a.to_id
        where a.owner_id = ${owner} and ${who.personId} in (a.from_id, a.to_id) and i.ended_at is null
          and ${who.sees('i', askPolicy)}), '[]'::json) as asks`.execute(db);
  return rows[0]!;
}

const askColumns = (owner: string): RawBuilder<Ask> =>
  sql`json_build_object('id', a.id, 'technique', a.technique, 'schoolTitle', ${titleOf('a', owner)},
    'fromId', a.from_id, 'from', f.name, 'toId', a.to_id, 'to', t.name, 'side', a.side, 'words', a.words,
    'askedAt', a.asked_at, 'answer', a.answer, 'answerWords', a.answer_words)`;

/** One question that the kernel opened already, and whether its answer waits to be read. */
export async function selectAsk(
  db: Db,
  who: Who,
  ownerId: string,
  id: string,
): Promise<{ ask: Ask; waits: boolean }> {
  const { rows } = await sql<{ ask: Ask; waits: boolean }>`select ${askColumns(ownerId)} as ask,
      exists (select 1 from notice n where n.owner_id = ${who.personId} and n.item_id = ${id}
        and n.kind = 'exchange.answered' and n.done_at is null) as waits
    from exchange_ask a join person f on f.id = a.from_id join person t on t.id = a.to_id
    where a.owner_id = ${ownerId} and a.id = ${id}`.execute(db);
  return rows[0]!;
}

/** Whether this colleague says that they would do their side of it: then they may be asked. */
export async function selectPairWith(
  db: Db,
  who: Who,
  asked: { personId: string; technique: string; side: Side },
  today: string,
): Promise<boolean> {
  const person = sql`c.person_id`;
  const { rows } = await sql`select 1 from exchange_choice c
    join item i on i.owner_id = c.owner_id and i.id = c.id
    where c.owner_id = ${who.organisationId} and c.person_id = ${asked.personId} and c.technique = ${asked.technique}
      and c.side = ${asked.side} and i.ended_at is null and ${who.sees('i', choicePolicy)}
      and ${neitherManages(who, person, today)} and ${isHere(who, person, today)}`.execute(db);
  return rows.length > 0;
}

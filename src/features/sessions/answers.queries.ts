import { randomUUID } from 'node:crypto';
import { type RawBuilder, type Selectable, sql } from 'kysely';
import type { Who } from '#platform/access/who.ts';
import type { Db } from '#platform/db/database.ts';
import type { Tables } from '#platform/db/schema.generated.ts';
import type { Protocol } from '#features/evidence/index.ts';
import type { Step } from '#features/programmes/index.ts';
import { minutesPolicy } from './sessions.policy.ts';
import { stepsOf } from './step-in-protocol.ts';

/** What one person wrote in one part; without a name there is nobody and no moment beside it. */
export interface Answer {
  id: string;
  section: string;
  text: string;
  authorId: string | null;
  author: string | null;
  version: number | null;
  writtenAt: string | null;
}

/** Everybody's own writing at a step, cut to what one person may read of it. */
export interface Answers {
  shown: Answer[];
  /** Whether the reader gave theirs. */
  gave: boolean;
  /** How many gave theirs. */
  givers: number;
  /** Whether somebody in the part that writes first has written; true where nobody is first. */
  open: boolean;
}

/** From so many givers on nameless words are shown before the day of the step is past. */
export const enoughGivers = 3;

/** From the day after a step nameless words are shown however few gave them, and nobody adds any. */
export const isPast = ({ on_date }: Pick<Step, 'on_date'>, today: string): boolean => on_date < today;

/**
 * What people wrote at the step `s`, as JSON. Decided here: with names, who writes before seeing reads others when
 * they gave theirs, and where a part writes first the others' stay closed until somebody in it has; nameless words
 * come from three givers on, or when no more can come, in the order of ids that say nothing. That a step is said to
 * be done opens nothing: anybody in it says so and takes it back, and would see whose words came in between.
 */
export function answersJson(
  who: Who,
  protocol: Protocol | undefined,
  { today, closed }: { today: string; closed: boolean },
): RawBuilder<Answers> {
  const me = who.personId;
  const before = stepsOf(protocol)
    .filter(({ writing }) => writing === 'each-before-seeing')
    .map(({ id }) => id);
  const first = sql`(${JSON.stringify(firstParts(protocol))}::jsonb ->> s.template_step)`;
  const inFirst = (person: string) => sql`exists (select 1 from circle_member m where m.owner_id = s.owner_id
    and m.circle_id = s.programme_id and m.person_id = ${sql.ref(person)} and m.part = ${first})`;
  const given = sql`from contribution_given g where g.owner_id = s.owner_id and g.step_id = s.id`;
  const gave = sql`exists (select 1 ${given} and g.person_id = ${me})`;
  const givers = sql`(select count(*)::int ${given})`;
  const open = sql`(${first} is null or exists (select 1 ${given} and ${inFirst('g.person_id')}))`;
  const over = sql`(${closed}::boolean or s.on_date < ${today}::date)`;
  return sql`json_build_object('gave', ${gave}, 'givers', ${givers}, 'open', ${open}, 'shown', coalesce((
    select json_agg(json_build_object('id', c.id, 'section', c.section, 'text', c.text, 'authorId', c.author_id,
      'author', p.name, 'version', c.version, 'writtenAt', c.written_at) order by p.sort_name, c.id)
    from contribution c
    join item i on i.owner_id = c.owner_id and i.id = c.step_id
    left join person p on p.id = c.author_id
    where c.owner_id = s.owner_id and c.step_id = s.id and i.ended_at is null and ${who.sees('i', minutesPolicy)}
      and (c.author_id = ${me}
        or (c.author_id is null and (${over} or ${givers} >= ${enoughGivers}))
        or (c.author_id is not null
          and (not coalesce(s.template_step = any(${before}::text[]), false) or ${gave})
          and (${open} or ${inFirst('c.author_id')})))), '[]'::json))`;
}

/** Steps at which one role writes first, and the part of a programme in which that role is held. */
const firstParts = (protocol: Protocol | undefined): Record<string, string> =>
  Object.fromEntries(
    stepsOf(protocol).flatMap(({ id, writing, first }) => {
      const role = writing === 'each' && protocol?.roles.find((each) => each.id === first);
      return role ? [[id, role.part] as const] : [];
    }),
  );

type Place = Pick<Step, 'owner_id' | 'id'>;

/** What this person wrote at a step with their name, part by part. */
export const selectOwnAnswers = (
  tx: Db,
  step: Place,
  personId: string,
): Promise<Selectable<Tables['contribution']>[]> =>
  tx
    .selectFrom('contribution')
    .selectAll()
    .where('owner_id', '=', step.owner_id)
    .where('step_id', '=', step.id)
    .where('author_id', '=', personId)
    .execute();

/** Whether this person gave theirs already. */
export const hasGiven = async (tx: Db, step: Place, personId: string): Promise<boolean> =>
  (await tx
    .selectFrom('contribution_given')
    .select('person_id')
    .where('owner_id', '=', step.owner_id)
    .where('step_id', '=', step.id)
    .where('person_id', '=', personId)
    .executeTakeFirst()) !== undefined;

/** Says that this person gave theirs, and nothing else of it. */
export async function noteGiven(tx: Db, step: Place, personId: string): Promise<void> {
  await tx
    .insertInto('contribution_given')
    .values({ owner_id: step.owner_id, step_id: step.id, person_id: personId })
    .onConflict((conflict) => conflict.columns(['owner_id', 'step_id', 'person_id']).doNothing())
    .execute();
}

/**
 * Adds nameless words to those of a step. All are written anew, in the order of their ids, which are made of chance:
 * neither the order in which rows lie in the database nor the transaction that wrote them tells whose they are.
 * Call it with the step locked.
 */
export async function addNameless(
  tx: Db,
  step: Place,
  words: readonly { section: string; text: string }[],
): Promise<void> {
  const nameless = { owner_id: step.owner_id, step_id: step.id, author_id: null };
  const there = await tx
    .deleteFrom('contribution')
    .where('owner_id', '=', step.owner_id)
    .where('step_id', '=', step.id)
    .where('author_id', 'is', null)
    .returning(['id', 'section', 'text'])
    .execute();
  const all = [...there, ...words.map((each) => ({ id: randomUUID(), ...each }))];
  await tx
    .insertInto('contribution')
    .values(
      all
        .toSorted((a, b) => (a.id < b.id ? -1 : 1))
        .map(({ id, section, text }) => ({ ...nameless, id, section, text })),
    )
    .execute();
}

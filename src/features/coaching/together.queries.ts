import { type Expression, type RawBuilder, sql } from 'kysely';
import { list, type List } from '#platform/access/composed.ts';
import type { Db } from '#platform/db/database.ts';
import type { Member, Together } from './together.ts';

/** As one statement brings it: the moments of people are still text. */
export type TogetherRow = Omit<Together, 'people'> & {
  people: (Omit<Member, 'leftAt'> & { leftAt: string | null })[];
};

const columns: RawBuilder<unknown> = sql`p.owner_id as "ownerId", c.id, p.id as "pairingId", p.kind, p.purpose, p.rhythm,
  p.every_days as "everyDays", p.minutes, p.asked_by as "askedBy", p.asked_at as "askedAt", p.agreed_at as "agreedAt",
  p.starts_on as "startsOn", p.ends_on as "endsOn", p.with_manager as "withManager", p.ended_at as "endedAt", p.version,
  c.asked_words as "askedWords", c.answers, c.version as "textVersion", c.written_by as "writtenBy",
  c.written_at as "writtenAt", c.in_force_version as "inForceVersion", c.in_force_at as "inForceAt",
  c.look_again_on as "lookAgainOn"`;

/** The people of pairing `p` as JSON: learners first, then by name. */
const peopleOf: RawBuilder<unknown> = sql`(
  select json_agg(json_build_object('personId', x.person_id, 'name', n.name, 'part', x.part, 'memberKind', m.kind,
      'answer', x.answer, 'leftAt', x.left_at) order by x.part <> 'learner', m.sort_name, x.person_id)
  from pairing_person x join person n on n.id = x.person_id
  left join member m on m.owner_id = x.owner_id and m.person_id = x.person_id
  where x.owner_id = p.owner_id and x.pairing_id = p.id)`;

const selectOne = (ownerId: unknown, id: unknown): RawBuilder<TogetherRow> => sql<TogetherRow>`
  select ${columns}, ${peopleOf} as people
  from coaching c join pairing p on p.owner_id = c.owner_id and p.circle_id = c.id
  where c.owner_id = ${ownerId} and c.id = ${id}`;

/** A pairing and what its people write together, by the coaching's id. Ask the kernel about its item first. */
export async function selectTogether(db: Db, ownerId: string, id: string): Promise<Together | undefined> {
  const { rows } = await selectOne(ownerId, id).execute(db);
  return rows[0] && togetherOf(rows[0]);
}

/** The same for a page that asks more in one statement; `togetherOf` makes the row whole. */
export const togetherList = (ownerId: string, id: Expression<string>): List<TogetherRow> =>
  list<TogetherRow>(selectOne(ownerId, id), {
    askedAt: 'moment',
    agreedAt: 'moment',
    endedAt: 'moment',
    writtenAt: 'moment',
    inForceAt: 'moment',
  });

export const togetherOf = (row: TogetherRow): Together => ({
  ...row,
  people: row.people.map((member) => ({
    ...member,
    leftAt: member.leftAt === null ? null : new Date(member.leftAt),
  })),
});

/** Holds the pairing until the change is written: of two acting at once the second sees what the first did. */
export async function lockPairing(tx: Db, ownerId: string, coachingId: string): Promise<void> {
  await tx
    .selectFrom('pairing')
    .select('id')
    .where('owner_id', '=', ownerId)
    .where('circle_id', '=', coachingId)
    .forUpdate()
    .execute();
}

import { type RawBuilder, sql } from 'kysely';
import type { Who } from '#platform/access/who.ts';
import type { Db } from '#platform/db/database.ts';
import { peerAssessmentPolicy } from './peer-assessment.policy.ts';
import type { Texts } from './assessment-form.ts';

export interface PeerAssessment {
  ownerId: string;
  id: string;
  circleId: string;
  circle: string | null;
  writerId: string;
  writer: string;
  subjectId: string;
  subject: string;
  texts: Texts;
  version: number;
  updatedAt: Date;
  sentAt: Date | null;
  reply: string;
  replyVersion: number;
}

/** The kind of the notice that says a partner sent one. */
export const sentNotice = 'peer-assessment.sent';

export const assessmentHref = ({ id }: Pick<PeerAssessment, 'id'>, below = ''): string =>
  `/peer-assessments/${id}${below && `/${below}`}`;

const columns: RawBuilder<unknown> = sql`a.owner_id as "ownerId", a.id, a.circle_id as "circleId", c.name as circle,
  a.writer_id as "writerId", w.name as writer, a.subject_id as "subjectId", s.name as subject, a.texts, a.version,
  a.updated_at as "updatedAt", a.sent_at as "sentAt", a.reply, a.reply_version as "replyVersion"`;

const joined: RawBuilder<unknown> = sql`peer_assessment a join item i on i.owner_id = a.owner_id and i.id = a.id
  join person w on w.id = a.writer_id join person s on s.id = a.subject_id
  left join circle c on c.owner_id = a.owner_id and c.id = a.circle_id`;

/** One account. Ask the kernel about its item first. `waits`: it still stands in the list of `readerId`. */
export async function selectAssessment(
  db: Db,
  ownerId: string,
  id: string,
  readerId: string | null = null,
): Promise<(PeerAssessment & { waits: boolean }) | undefined> {
  const { rows } = await sql<PeerAssessment & { waits: boolean }>`
    select ${columns}, exists (select 1 from notice n where n.owner_id = ${readerId} and n.item_id = ${id}
        and n.kind = ${sentNotice} and n.done_at is null) as waits
    from ${joined} where a.owner_id = ${ownerId} and a.id = ${id}`.execute(db);
  return rows[0];
}

/** What one wrote about partners and what they sent about oneself, the latest first. */
export async function selectMine(db: Db, who: Who): Promise<PeerAssessment[]> {
  const { rows } = await sql<PeerAssessment>`
    select ${columns} from ${joined}
    where a.owner_id = ${who.organisationId} and i.ended_at is null and ${who.sees('i', peerAssessmentPolicy)}
      and (a.writer_id = ${who.personId} or (a.subject_id = ${who.personId} and a.sent_at is not null))
    order by a.updated_at desc, a.id limit 100`.execute(db);
  return rows;
}

export interface Partner {
  circleId: string;
  circle: string;
  personId: string;
  name: string;
}

/** One's partners, in each partnership. */
export async function selectPartners(db: Db, who: Who): Promise<Partner[]> {
  const mine = [...who.standing.circles].filter(([, parts]) => parts.has('partner')).map(([id]) => id);
  const { rows } = await sql<Partner>`
    select c.id as "circleId", c.name as circle, p.id as "personId", p.name
    from circle c join circle_member m on m.owner_id = c.owner_id and m.circle_id = c.id and m.ends_at is null
    join person p on p.id = m.person_id
    where c.owner_id = ${who.organisationId} and c.id = any(${mine}::uuid[]) and c.kind = 'partnership'
      and c.ended_at is null and m.part = 'partner' and m.person_id <> ${who.personId}
    order by c.name, p.sort_name`.execute(db);
  return rows;
}

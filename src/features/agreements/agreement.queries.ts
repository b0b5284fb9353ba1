import { type Expression, sql } from 'kysely';
import { composed, type Given, list } from '#platform/access/composed.ts';
import { current } from '#platform/access/current.ts';
import { type ItemRow, itemList } from '#platform/access/select-item.ts';
import type { Db } from '#platform/db/database.ts';
import type { Visit } from '#platform/http/context.ts';
import { type PartnershipVisit, partnershipVisitsJson } from '#features/observations/index.ts';
import type { Agreement, Party, Signature, Task } from './agreement.ts';
import type { Answers } from './answers.ts';
import type { FormPart } from './form-parts.ts';

interface Row {
  programme_id: string;
  slug: string;
  programme_title: string;
  zone: string;
  proposal: string;
  form: FormPart[];
  answers: Answers;
  version: number;
  written_by: string;
  written_by_name: string;
  written_at: Date;
  in_force_version: number | null;
  in_force_at: Date | null;
  review_on: string | null;
  review_round: number;
  observed_at: Date | null;
  created_at: Date;
  closed_at: Date | null;
  parties: Timed<Party>[] | null;
  signatures: (Omit<Signature, 'at'> & { at: string })[] | null;
  observations: PartnershipVisit[] | null;
  tasks: Timed<Task>[] | null;
}

/** Moments come out of JSON as text. */
type Timed<T> = {
  [K in keyof T]: T[K] extends Date ? string : T[K] extends Date | null ? string | null : T[K];
};

/**
 * An agreement with its people, signatures and what follows from it, in one statement.
 * @param today '2026-11-22' at the school, for who is there
 */
export async function selectAgreement(
  db: Db,
  ownerId: string,
  id: string,
  today: string,
): Promise<Agreement | undefined> {
  const { rows } =
    await sql<Row>`${agreementRow(ownerId, { id: sql.val(id), today: sql.val(today) })}`.execute(db);
  const row = rows[0];
  return row && toAgreement(ownerId, id, row);
}

const ask = composed((who, { id, today, now }: Given<{ id: string; today: string; now: Date }>) => ({
  agreements: list<Row>(agreementRow(who.organisationId, { id, today }), {
    written_at: 'moment',
    in_force_at: 'moment',
    observed_at: 'moment',
    created_at: 'moment',
    closed_at: 'moment',
  }),
  items: itemList(who, { ownerId: sql.val(who.organisationId), id, now }),
}));

/** The same together with its item, on which the kernel decides. */
export async function selectWithItem(
  { db, who, today, now }: Visit,
  id: string,
): Promise<{ item: ItemRow | undefined; agreement: Agreement | undefined }> {
  const { agreements, items } = await ask(db, who, { id, today, now });
  const [row] = agreements;
  return { item: items[0], agreement: row && toAgreement(who.organisationId, id, row) };
}

const agreementRow = (ownerId: string, { id, today }: Given<{ id: string; today: string }>) => sql`
    select a.programme_id, p.slug, p.title as programme_title, o.time_zone as zone, a.proposal, f.parts as form,
      a.answers, a.version, a.written_by, w.name as written_by_name, a.written_at, a.in_force_version, a.in_force_at,
      a.review_on, a.review_round, a.observed_at, a.created_at, a.closed_at,
      (select json_agg(json_build_object('personId', q.person_id, 'name', n.name, 'givenName', n.given_name,
          'answer', q.answer, 'askedAt', q.asked_at, 'answeredAt', q.answered_at, 'leftAt', q.left_at,
          'why', q.why, 'here', ${isHere(ownerId, today)}) order by q.asked_at, n.sort_name)
        from agreement_party q join person n on n.id = q.person_id
        where q.owner_id = ${ownerId} and q.agreement_id = a.id) as parties,
      (select json_agg(json_build_object('version', s.version, 'personId', s.person_id, 'name', n.name,
          'at', s.signed_at) order by s.version, s.signed_at)
        from agreement_signature s join person n on n.id = s.person_id
        where s.owner_id = ${ownerId} and s.agreement_id = a.id) as signatures,
      ${partnershipVisitsJson(ownerId, sql`a.id`)} as observations,
      (select json_agg(json_build_object('id', k.id, 'key', k.key, 'title', k.title, 'personId', k.person_id,
          'dueOn', k.due_on, 'doneAt', k.done_at, 'createdAt', k.created_at, 'changedAt', k.changed_at)
          order by k.due_on, k.id)
        from agreement_task k where k.owner_id = ${ownerId} and k.agreement_id = a.id and k.ended_at is null) as tasks
    from agreement a
    join agreement_form f on f.owner_id = a.owner_id and f.version = a.form_version
    join programme p on p.owner_id = a.owner_id and p.id = a.programme_id
    join person w on w.id = a.written_by
    join organisation o on o.id = a.owner_id
    where a.owner_id = ${ownerId} and a.id = ${id}`;

/** Of `q`, a row of agreement_party: a member of the school now, and not a line manager of another partner. */
const isHere = (ownerId: string, today: Expression<unknown>) => sql`(
  exists (select 1 from member m where m.owner_id = ${ownerId} and m.person_id = q.person_id
    and ${current('m', today)})
  and not exists (select 1 from line_management lm
    join agreement_party other on other.owner_id = lm.owner_id and other.person_id = lm.person_id
    where lm.owner_id = ${ownerId} and lm.manager_id = q.person_id and ${current('lm', today)}
      and other.agreement_id = q.agreement_id and other.answer = 'accepted'))`;

const moment = (text: string | null): Date | null => (text === null ? null : new Date(text));

function toAgreement(ownerId: string, id: string, row: Row): Agreement {
  return {
    ownerId,
    id,
    zone: row.zone,
    programme: { id: row.programme_id, slug: row.slug, title: row.programme_title },
    proposal: row.proposal,
    form: row.form,
    answers: row.answers,
    version: row.version,
    writtenBy: { personId: row.written_by, name: row.written_by_name },
    writtenAt: row.written_at,
    inForceVersion: row.in_force_version,
    inForceAt: row.in_force_at,
    reviewOn: row.review_on,
    reviewRound: row.review_round,
    observedAt: row.observed_at,
    createdAt: row.created_at,
    closedAt: row.closed_at,
    parties: (row.parties ?? []).map((each) => ({
      ...each,
      askedAt: new Date(each.askedAt),
      answeredAt: moment(each.answeredAt),
      leftAt: moment(each.leftAt),
    })),
    signatures: (row.signatures ?? []).map((each) => ({ ...each, at: new Date(each.at) })),
    observations: (row.observations ?? []).map((each) => ({
      ...each,
      doneAt: moment(each.doneAt),
      calledOffAt: moment(each.calledOffAt),
      createdAt: new Date(each.createdAt),
      changedAt: new Date(each.changedAt),
    })),
    tasks: (row.tasks ?? []).map((each) => ({
      ...each,
      doneAt: moment(each.doneAt),
      createdAt: new Date(each.createdAt),
      changedAt: new Date(each.changedAt),
    })),
  };
}

/** Holds the agreement for the rest of the transaction, so that of two who act at once one waits. */
export async function lockAgreement(tx: Db, ownerId: string, id: string): Promise<void> {
  await tx
    .selectFrom('agreement')
    .select('id')
    .where('owner_id', '=', ownerId)
    .where('id', '=', id)
    .forUpdate()
    .execute();
}

/** Changes columns of one agreement. Answers whether it was there (and, given `version`, at that version). */
export async function updateAgreement(
  tx: Db,
  { ownerId, id }: Pick<Agreement, 'ownerId' | 'id'>,
  columns: {
    answers?: string;
    version?: number;
    written_by?: string;
    written_at?: Date;
    in_force_version?: number;
    in_force_at?: Date;
    review_on?: string | null;
    review_round?: number;
    observed_at?: Date | null;
    closed_at?: Date | null;
  },
): Promise<void> {
  await tx
    .updateTable('agreement')
    .set(columns)
    .where('owner_id', '=', ownerId)
    .where('id', '=', id)
    .execute();
}

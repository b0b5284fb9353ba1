import { type Expression, type RawBuilder, sql } from 'kysely';
import { composed, type Given, list, type List } from '#platform/access/composed.ts';
import type { Who } from '#platform/access/who.ts';
import type { Db } from '#platform/db/database.ts';
import { recordingPolicy } from '../recording.policy.ts';
import type { RecordingState } from '../recording.ts';
import { type Exemplar, rowOf } from './exemplar.ts';

/** The columns of exemplar `e`. */
const columns = sql`e.id, e.domain, e.subject, e.phase, e.rubric, e.rubric_row as "rubricRow",
  e.look_for as "lookFor", e.not_shown as "notShown", e.version`;

/** What stands beside one recording, for a page that asks more; a row or none. Ask the kernel about the item first. */
export const exemplarList = (ownerId: string, id: Expression<string>): List<Exemplar> =>
  list<Exemplar>(
    sql`select ${columns} from exemplar e where e.owner_id = ${ownerId} and e.id = ${id} and e.ended_at is null`,
  );

/** An example in the library. */
export interface ListedExemplar extends Exemplar {
  title: string;
  authorId: string;
  author: string;
  kind: 'video' | 'audio' | null;
  state: RecordingState;
  durationMs: number | null;
  hasPoster: boolean;
  /** Others may open it: its author has watched it, all staff have it, and no consent is missing. */
  isOpen: boolean;
  total: number;
}

/** How the library is narrowed; undefined where it is not. `row` is 'rubric/row'. */
export interface ExemplarFilter {
  domain: string | undefined;
  subject: string | undefined;
  phase: string | undefined;
  row: string | undefined;
  words: string | undefined;
}

/** Recording `r` with its item `i` is open to others than its author. */
const isOpen = (who: Who): RawBuilder<boolean> => sql<boolean>`(r.watched_at is not null
  and exists (select 1 from audience_grant g where g.owner_id = i.owner_id and g.audience_id = i.audience_id
    and g.principal = ${`staff:${who.organisationId}`})
  and not exists (select 1 from recording_pupil cp where cp.owner_id = r.owner_id and cp.recording_id = r.id
    and cp.shown = 'seen' and cp.taken_back_at is not null))`;

/** The examples this person may watch, and their own that are not open yet. */
export const shownExemplars = (who: Who): RawBuilder<unknown> => sql`exemplar e
  join recording r on r.owner_id = e.owner_id and r.id = e.id
  join item i on i.owner_id = e.owner_id and i.id = e.id
  join person a on a.id = i.author_id
  where e.owner_id = ${who.organisationId} and r.owner_id = ${who.organisationId}
    and i.owner_id = ${who.organisationId} and e.ended_at is null and i.ended_at is null and r.state <> 'erased'
    and (i.author_id = ${who.personId} or (${isOpen(who)} and ${who.sees('i', recordingPolicy)}))`;

interface Asked {
  domain: string | undefined;
  subject: string | undefined;
  phase: string | undefined;
  rubric: string | undefined;
  row: string | undefined;
  words: string | undefined;
  limit: number;
  offset: number;
}

const ask = composed((who, given: Given<Asked>) => {
  const { domain, subject, phase, rubric, row, words } = given;
  const narrowed = [
    ...(domain ? [sql`and e.domain = ${domain}`] : []),
    ...(subject ? [sql`and lower(e.subject) = lower(${subject})`] : []),
    ...(phase ? [sql`and e.phase in (${phase}, 'any')`] : []),
    ...(rubric && row ? [sql`and e.rubric = ${rubric} and e.rubric_row = ${row}`] : []),
    ...(words
      ? [
          sql`and (r.title ilike ${words} or r.lesson ilike ${words} or e.subject ilike ${words}
          or e.look_for ilike ${words} or a.name ilike ${words})`,
        ]
      : []),
  ];
  return {
    rows: list<ListedExemplar>(sql`select ${columns}, r.title, i.author_id as "authorId", a.name as author, r.kind,
        r.state, r.duration_ms as "durationMs", ${isOpen(who)} as "isOpen",
        exists (select 1 from recording_medium m where m.owner_id = r.owner_id and m.recording_id = r.id
          and m.part = 'poster' and m.ended_at is null) as "hasPoster",
        count(*) over ()::int as total
      from ${shownExemplars(who)} ${sql.join(narrowed, sql` `)}
      order by e.created_at desc, e.id desc limit ${given.limit}::int offset ${given.offset}::int`),
    subjects: list<{ subject: string }>(sql`select min(e.subject) as subject from ${shownExemplars(who)}
      group by lower(e.subject) order by lower(e.subject) limit 200`),
  };
});

/** One page of the library, the newest first, with every subject there is in it. One statement. */
export async function selectExemplars(
  db: Db,
  who: Who,
  { row, words, ...filter }: ExemplarFilter,
  { limit, offset }: { limit: number; offset: number },
): Promise<{ rows: ListedExemplar[]; subjects: string[] }> {
  const known = row === undefined ? undefined : rowOf(row);
  const { rows, subjects } = await ask(db, who, {
    ...filter,
    rubric: known?.rubric.id,
    row: known?.row.id,
    words: words && `%${words.replace(/[\\%_]/g, '\\$&')}%`,
    limit,
    offset,
  });
  return { rows, subjects: subjects.map(({ subject }) => subject) };
}

import { type Expression, type RawBuilder, sql } from 'kysely';
import { list, type List } from '#platform/access/composed.ts';
import type { Db } from '#platform/db/database.ts';
import type { Transcript, Utterance } from './transcript.ts';

/** Utterances on a page. */
export const utterancesAPage = 100;

const utteranceColumns: RawBuilder<unknown> = sql`x.id, x.transcript_id as "transcriptId", x.from_ms as "fromMs",
  x.to_ms as "toMs", x.speaker, x.text, x.tags, x.version`;

/** The utterances `x` of the transcript `s` that stands. */
const standing = (ownerId: string, recordingId: Expression<string>): RawBuilder<unknown> => sql`
  recording_transcript s join recording_utterance x on x.owner_id = s.owner_id and x.transcript_id = s.id
  where s.owner_id = ${ownerId} and s.recording_id = ${recordingId} and s.ended_at is null
    and x.owner_id = ${ownerId} and x.ended_at is null`;

/** Each time a transcript was brought in, the one that stands first. */
export const transcriptsList = (ownerId: string, recordingId: Expression<string>): List<Transcript> =>
  list<Transcript>(
    sql`select s.id, s.recording_id as "recordingId", s.language, s.origin, s.made_by as "madeBy", p.name as maker,
        s.created_at as "createdAt", s.ended_at as "endedAt"
      from recording_transcript s join person p on p.id = s.made_by
      where s.owner_id = ${ownerId} and s.recording_id = ${recordingId}
      order by s.ended_at desc nulls first, s.id desc limit 20`,
    { createdAt: 'moment', endedAt: 'moment' },
  );

/** What narrows the list: each is a place in the statement, or missing. `words` is a pattern of `ilike`. */
interface Narrowed {
  words?: Expression<string> | undefined;
  speaker?: Expression<string> | undefined;
  tag?: Expression<string> | undefined;
}

export interface ListedUtterance extends Utterance {
  total: number;
}

/** One page of what was said, by time. */
export const utterancesList = (
  ownerId: string,
  recordingId: Expression<string>,
  by: Narrowed,
  offset: Expression<number>,
): List<ListedUtterance> =>
  list<ListedUtterance>(
    sql`select ${utteranceColumns}, count(*) over ()::integer as total from ${standing(ownerId, recordingId)}
      ${by.words ? sql`and x.text ilike ${by.words}` : sql``}
      ${by.speaker ? sql`and x.speaker = ${by.speaker}::text` : sql``}
      ${by.tag ? sql`and ${by.tag}::text = any(x.tags)` : sql``}
      order by x.from_ms, x.id limit ${utterancesAPage} offset ${offset}::integer`,
  );

/** How long somebody speaks. Where utterances overlap, their time is counted once. */
export interface TalkTime {
  /** Null for all together. */
  speaker: string | null;
  spokenMs: number;
  /** Utterances one after another by the same speaker are one turn. */
  turns: number;
  longestMs: number;
}

/** Talk time by speaker, the longest first, and of all together. */
export const talkTimeList = (ownerId: string, recordingId: Expression<string>): List<TalkTime> =>
  list<TalkTime>(
    sql`select y.speaker, (select sum(upper(s) - lower(s)) from unnest(y.spoken) s)::integer as "spokenMs", y.turns,
        y.longest as "longestMs"
      from (select z.speaker, range_agg(z.spoken) as spoken, count(*)::integer as turns,
          max(z.to_ms - z.from_ms) as longest
        from (select v.speaker, v.turn, min(v.from_ms) as from_ms, max(v.to_ms) as to_ms,
            range_agg(int4range(v.from_ms, v.to_ms)) as spoken
          from (select w.*, sum(w.begins) over (order by w.from_ms, w.id) as turn
            from (select x.id, x.speaker, x.from_ms, x.to_ms, (lag(x.speaker) over (order by x.from_ms, x.id)
                is distinct from x.speaker)::integer as begins
              from ${standing(ownerId, recordingId)}) w) v
          group by v.speaker, v.turn) z
        group by grouping sets ((z.speaker), ())) y
      where y.spoken is not null
      order by y.speaker is null, "spokenMs" desc, y.speaker limit 60`,
  );

export interface SaidTag {
  tag: string;
  utterances: number;
  ms: number;
}

/** How often each tag stands on what was said. */
export const saidTagsList = (ownerId: string, recordingId: Expression<string>): List<SaidTag> =>
  list<SaidTag>(
    sql`select u.tag, count(*)::integer as utterances, sum(u.ms)::integer as ms
      from (select unnest(x.tags) as tag, x.to_ms - x.from_ms as ms from ${standing(ownerId, recordingId)}) u
      group by u.tag order by utterances desc, u.tag`,
  );

/** All that was said, by time; [] where there is no transcript. Ask the kernel about the recording first. */
export async function selectUtterances(db: Db, ownerId: string, recordingId: string): Promise<Utterance[]> {
  const { rows } = await sql<Utterance>`select ${utteranceColumns}
    from ${standing(ownerId, sql.val(recordingId))} order by x.from_ms, x.id`.execute(db);
  return rows;
}

/** One utterance of the transcript that stands. */
export async function selectUtterance(
  db: Db,
  ownerId: string,
  { recordingId, id }: { recordingId: string; id: string },
): Promise<Utterance | undefined> {
  const { rows } = await sql<Utterance>`select ${utteranceColumns}
    from ${standing(ownerId, sql.val(recordingId))} and x.id = ${id}`.execute(db);
  return rows[0];
}

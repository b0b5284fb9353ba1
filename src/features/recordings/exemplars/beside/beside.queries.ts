import { sql } from 'kysely';
import { composed, type Given, list } from '#platform/access/composed.ts';
import { itemList } from '#platform/access/select-item.ts';
import { isId } from '#platform/db/ids.ts';
import { NotFound } from '#platform/errors.ts';
import type { Visit } from '#platform/http/context.ts';
import { seenNotes } from '../../notes/seen-notes.ts';
import { admitToRecording } from '../../open-recording.ts';
import { recordingPolicy } from '../../recording.policy.ts';
import { recordingList } from '../../recording.queries.ts';
import type { Recording } from '../../recording.ts';
import { exemplarList } from '../exemplar.queries.ts';
import type { Exemplar } from '../exemplar.ts';

/** One's own note on one of the two. */
export interface OwnNote {
  id: string;
  recordingId: string;
  fromMs: number;
  toMs: number | null;
  text: string;
}

/** So many notes of one's own stand below each film; its own page has them all. */
const mostNotes = 100;

export interface Beside {
  one: Recording;
  other: Recording;
  /** What is said of either, where it is an example: the other first. */
  exemplars: Exemplar[];
  notes: OwnNote[];
}

const ask = composed((who, given: Given<{ one: string; other: string; now: Date }>) => {
  const { organisationId: owner, personId } = who;
  const { one, other, now } = given;
  const notesOn = (
    id: typeof one,
  ) => sql`(select n.id, n.recording_id as "recordingId", n.from_ms as "fromMs",
    n.to_ms as "toMs", n.text from recording_note n where n.owner_id = ${owner} and n.recording_id = ${id}
      and n.person_id = ${personId} and ${seenNotes('n', { ownerId: owner, personId })}
    order by n.from_ms, n.id limit ${mostNotes})`;
  return {
    oneItem: itemList(who, { ownerId: sql.val(owner), id: sql`${one}`, now: sql`${now}` }),
    otherItem: itemList(who, { ownerId: sql.val(owner), id: sql`${other}`, now: sql`${now}` }),
    one: recordingList(owner, personId, sql`${one}`),
    other: recordingList(owner, personId, sql`${other}`),
    onOne: exemplarList(owner, sql`${one}`),
    onOther: exemplarList(owner, sql`${other}`),
    notes: list<OwnNote>(sql`select * from (${notesOn(one)} union all ${notesOn(other)}) both_of_them
      order by "fromMs", id`),
  };
});

/**
 * The two recordings of the address, each opened by the rule of its own page, in one statement.
 * Throws as `openRecording` does, for either; `NotFound` where both are the same.
 */
export async function openBeside(visit: Visit): Promise<Beside> {
  const { recording: one = '', other = '' } = visit.params;
  if (!isId(one) || !isId(other) || one === other) throw new NotFound();
  const found = await ask(visit.db, visit.who, { one, other, now: visit.now });
  const oneItem = visit.admit(recordingPolicy, found.oneItem[0]);
  const admitted = admitToRecording(visit, oneItem, found.one[0]);
  const otherItem = visit.admit(recordingPolicy, found.otherItem[0]);
  return {
    one: admitted,
    other: admitToRecording(visit, otherItem, found.other[0]),
    exemplars: [...found.onOther, ...found.onOne],
    notes: found.notes,
  };
}

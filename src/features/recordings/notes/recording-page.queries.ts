import { sql } from 'kysely';
import { composed, type Given, type List } from '#platform/access/composed.ts';
import { type ItemRow, itemList } from '#platform/access/select-item.ts';
import { isId } from '#platform/db/ids.ts';
import { NotFound } from '#platform/errors.ts';
import type { Visit } from '#platform/http/context.ts';
import { admitToRecording, type OpenedRecording } from '../open-recording.ts';
import type { PagePart } from '../page-part.ts';
import type { Recording } from '../recording.ts';
import { recordingPolicy } from '../recording.policy.ts';
import { recordingList } from '../recording.queries.ts';
import { newsList, settleNews } from '../sharing/news.notices.ts';
import { type Narrow, narrowOf, type NarrowValues, narrowValues } from './narrow.ts';
import { type ListedNote, notesList, ownSetsList, totalList } from './note.queries.ts';
import { partsAbove, partsBelow } from './page-parts.ts';
import type { OwnTagSet } from './tags.ts';
import { type NotesTally, tallyList } from './tally.queries.ts';

/** Notes on a page of the list. */
export const notesAPage = 50;

/** The page of a recording, as far as its reader sees it. */
export interface RecordingPage extends OpenedRecording, NotesTally {
  notes: ListedNote[];
  /** How many fit what narrows the list. */
  total: number;
  narrow: Narrow;
  ownSets: OwnTagSet[];
  /** Each part with the rows it asked for. */
  above: PartRows[];
  below: PartRows[];
}
export interface PartRows {
  part: PagePart;
  rows: readonly unknown[];
}

const nameOf = (part: PagePart): string => `part${[...partsAbove, ...partsBelow].indexOf(part)}`;

interface Asked extends NarrowValues {
  id: string;
  now: Date;
  today: string;
  offset: number;
}

const ask = composed((who, given: Given<Asked>) => {
  const reader = { ownerId: who.organisationId, personId: who.personId };
  const { id, today, now, words, person, tag, sort, fromMs, untilMs } = given;
  const by = { words, person, tag, sort, fromMs, untilMs };
  const lists: Record<string, List<unknown>> = {
    items: itemList(who, { ownerId: sql.val(reader.ownerId), id, now }),
    recordings: recordingList(reader.ownerId, reader.personId, id),
    notes: notesList(reader, id, by, { limit: notesAPage, offset: given.offset }),
    total: totalList(reader, id, by),
    tally: tallyList(reader, id),
    ownSets: ownSetsList(reader.ownerId),
    news: newsList(who, id),
  };
  for (const part of [...partsAbove, ...partsBelow]) lists[nameOf(part)] = part.asks(who, { id, today, now });
  return lists;
});

/**
 * Asks for the page of the recording that the address names, in one statement with the lists of all its parts.
 * Throws as `openRecording` does.
 */
export async function openRecordingPage(visit: Visit): Promise<RecordingPage> {
  const id = visit.params.recording ?? '';
  if (!isId(id)) throw new NotFound();
  const narrow = narrowOf(visit.query);
  const found = await ask(visit.db, visit.who, {
    id,
    now: visit.now,
    today: visit.today,
    offset: (visit.pageNumber - 1) * notesAPage,
    ...narrowValues(narrow),
  });
  const item = visit.admit(recordingPolicy, found['items']![0] as ItemRow | undefined);
  const recording = admitToRecording(visit, item, found['recordings']![0] as Recording | undefined);
  await settleNews(visit, id, found['news']!);
  const withRows = (part: PagePart): PartRows => ({ part, rows: found[nameOf(part)] ?? [] });
  const [{ writers, figures }] = found['tally'] as [NotesTally];
  const [counted] = found['total'] as { total: number }[];
  return {
    item,
    recording,
    mine: item.authorId === visit.who.personId,
    may: (ability) => visit.who.may(ability, recordingPolicy, item),
    narrow,
    notes: found['notes'] as ListedNote[],
    total: counted?.total ?? writers.reduce((sum, { notes }) => sum + notes, 0),
    writers,
    figures,
    ownSets: found['ownSets'] as OwnTagSet[],
    above: partsAbove.map(withRows),
    below: partsBelow.map(withRows),
  };
}

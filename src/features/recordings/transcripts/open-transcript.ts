import { sql } from 'kysely';
import { composed, type Given } from '#platform/access/composed.ts';
import { itemList } from '#platform/access/select-item.ts';
import { isId } from '#platform/db/ids.ts';
import { NotFound } from '#platform/errors.ts';
import type { Visit } from '#platform/http/context.ts';
import { ownSetsList } from '../notes/note.queries.ts';
import type { OwnTagSet } from '../notes/tags.ts';
import { admitToRecording, type OpenedRecording } from '../open-recording.ts';
import { recordingPolicy } from '../recording.policy.ts';
import { recordingList } from '../recording.queries.ts';
import {
  type ListedUtterance,
  type SaidTag,
  saidTagsList,
  type TalkTime,
  talkTimeList,
  transcriptsList,
  utterancesAPage,
  utterancesList,
} from './transcript.queries.ts';
import type { Transcript } from './transcript.ts';

/** What narrows the page of a transcript, as the address says it: '' where it does not. */
export interface Narrow {
  words: string;
  speaker: string;
  tag: string;
}

export interface OpenedTranscript extends OpenedRecording {
  /** Null where none was brought in, or it was taken away. */
  transcript: Transcript | null;
  /** Those that were brought in before; its author's to bring back. */
  earlier: Transcript[];
  utterances: ListedUtterance[];
  narrow: Narrow;
  talk: TalkTime[];
  tags: SaidTag[];
  ownSets: OwnTagSet[];
}

interface Asked {
  id: string;
  now: Date;
  offset: number;
  words: string | undefined;
  speaker: string | undefined;
  tag: string | undefined;
}

const ask = composed((who, given: Given<Asked>) => {
  const ownerId = who.organisationId;
  const { id } = given;
  return {
    items: itemList(who, { ownerId: sql.val(ownerId), id, now: given.now }),
    recordings: recordingList(ownerId, who.personId, id),
    transcripts: transcriptsList(ownerId, id),
    utterances: utterancesList(ownerId, id, given, given.offset),
    talk: talkTimeList(ownerId, id),
    tags: saidTagsList(ownerId, id),
    ownSets: ownSetsList(ownerId),
  };
});

/** Opens the transcript of the recording that the address names, in one statement. Throws as `openRecording` does. */
export async function openTranscript(visit: Visit): Promise<OpenedTranscript> {
  const id = visit.params.recording ?? '';
  if (!isId(id)) throw new NotFound();
  const asked = (name: string): string => (visit.query[name] ?? '').trim().slice(0, 200);
  const narrow = { words: asked('words'), speaker: asked('speaker'), tag: asked('tag') };
  const { items, recordings, transcripts, ...rest } = await ask(visit.db, visit.who, {
    id,
    now: visit.now,
    offset: (visit.pageNumber - 1) * utterancesAPage,
    words: narrow.words === '' ? undefined : `%${narrow.words.replace(/[\\%_]/g, '\\$&')}%`,
    speaker: narrow.speaker || undefined,
    tag: narrow.tag || undefined,
  });
  const item = visit.admit(recordingPolicy, items[0]);
  const recording = admitToRecording(visit, item, recordings[0]);
  return {
    item,
    recording,
    mine: item.authorId === visit.who.personId,
    may: (ability) => visit.who.may(ability, recordingPolicy, item),
    transcript: transcripts.find(({ endedAt }) => endedAt === null) ?? null,
    earlier: transcripts.filter(({ endedAt }) => endedAt !== null),
    narrow,
    ...rest,
  };
}

/** Author and contributors correct it while the recording is there. */
export const mayCorrect = ({ may, item, recording }: OpenedRecording): boolean =>
  may('note') && !item.endedAt && recording.state !== 'erased';

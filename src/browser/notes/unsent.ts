import { newNoteId, queue, queued, takeBack } from '../note-queue.ts';
import { type NoteState, type NoteStateDetail, noteStateEvent, sendQueued } from '../note-sender.ts';
import { msOf } from './clock.ts';
import type { TimedNote } from './note-data.ts';

export { newNoteId };

/** What one notes, before it is on its way. */
export interface Noted {
  from: number;
  to: number | null;
  judges: boolean;
  text: string;
  tags: string[];
}

const seconds = (ms: number): string => (ms / 1000).toFixed(3);

/**
 * Sends a note, kept on this device until it is heard that it arrived: a failed sending and a closed page lose nothing.
 * Says whether the device keeps it; otherwise it is lost with this page.
 */
export async function send(
  id: string,
  noted: Noted,
  to: { action: string; about: string; leaving: string },
): Promise<boolean> {
  const kept = await queue({
    id,
    at: Date.now(),
    ...to,
    fields: {
      at: seconds(noted.from),
      until: noted.to === null ? '' : seconds(noted.to),
      sort: noted.judges ? 'judge' : 'describe',
      text: noted.text,
      // One value a name is kept on a device.
      tag_list: noted.tags.join(' '),
    },
  });
  sendAgain();
  return kept;
}

export const sendAgain = (): void => void sendQueued();

/** Its writer takes back a note that is not known to have arrived; should it have, that is sent as well. */
export async function giveUp(id: string): Promise<void> {
  await takeBack(id);
  sendAgain();
}

/** What can be done with a note that has arrived. */
export type NoteAct = 'share' | 'keep-back' | 'withdraw';

/** What waits on this device for this recording, as it would stand in the list. */
export async function unsentNotes(action: string, person: string): Promise<TimedNote[]> {
  const waiting = await queued();
  return waiting
    .filter((note) => note.action === action && !note.takenBack)
    .map(({ id, fields }) => ({
      id,
      from: msOf(fields['at'] ?? '') ?? 0,
      to: fields['until'] ? msOf(fields['until']) : null,
      judges: fields['sort'] === 'judge',
      person,
      text: fields['text'] ?? '',
      tags: (fields['tag_list'] ?? '').split(' ').filter(Boolean),
      shared: false,
      version: 1,
      answers: 0,
      state: 'waiting',
    }));
}

/** Hears how each note stands. */
export const onState = (hear: (id: string, state: NoteState) => void): void =>
  document.addEventListener(noteStateEvent, (event) => {
    const { id, state } = (event as CustomEvent<NoteStateDetail>).detail;
    hear(id, state);
  });

/**
 * Shares a note that has arrived, keeps it back, takes it away or brings it back. Says whether it was done: an answer
 * counts only when it names the note.
 */
export async function act(notes: string, id: string, part: NoteAct): Promise<boolean> {
  try {
    const response = await fetch(`${notes}/${id}/${part}`, {
      method: 'POST',
      body: new URLSearchParams({ queued: 'yes' }),
      redirect: 'error',
      signal: AbortSignal.timeout(20_000),
    });
    return response.ok && ((await response.json()) as { kept?: string }).kept === id;
  } catch {
    return false;
  }
}

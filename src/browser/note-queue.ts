import {
  canKeep,
  forgetMe,
  forgetOld,
  forgetVisitsOfOthers,
  keep,
  me,
  read,
  readAll,
  remove,
} from './device-store.ts';
import { bringOlderWords } from './older-notes.ts';

/**
 * Notes that have not arrived yet, kept on this device, encrypted, under an id made here. As the drafts of forms
 * (draft-store.ts) they are tied to the person who wrote them and the organisation they were written in, are sent
 * by nobody else and shown to nobody else, and go when one signs out, and after a while.
 */
export interface QueuedNote {
  id: string;
  /** When it was written, in milliseconds since 1970 by the clock of this device. */
  at: number;
  /** Where it is sent, and the fields of its form. */
  action: string;
  fields: Record<string, string>;
  /** Its first line in the list, where that is not what was typed; and what it is about. */
  says?: string;
  about: string;
  /** What it counts towards, for the numbers on buttons. */
  key?: string;
  /** What is told to whoever signs out before it was sent. */
  leaving: string;
  /** It was sent once at least, so it may have arrived although nobody heard. */
  tried?: boolean;
  /** Its writer took it back after that: what is sent now is that. */
  takenBack?: boolean;
}

/** Where the device keeps nothing notes stay in this page alone. */
const unkept = new Map<string, QueuedNote>();

/** What is done with the queue is done one after the other, so that nothing is read while it is written. */
let last: Promise<unknown> = Promise.resolve();
function inTurn<T>(work: () => Promise<T>): Promise<T> {
  const next = last.then(() => alone(work));
  last = next.catch(() => undefined);
  return next;
}

/** For so long a tab waits for another, in milliseconds: one that a phone has put to sleep must not stop it. */
const longestTurn = 2_000;

/** No other tab works on the queue meanwhile, where browsers can see to that. */
async function alone<T>(work: () => Promise<T>): Promise<T> {
  if (!navigator.locks) return work();
  let begun = false;
  try {
    return await navigator.locks.request('notes', { signal: AbortSignal.timeout(longestTurn) }, () => {
      begun = true;
      return work();
    });
  } catch (problem) {
    if (begun) throw problem;
    return work();
  }
}

/** First what an earlier version of these pages kept, then what is not for this person. */
void inTurn(async () => {
  await bringOlderWords();
  if (me().who !== '') await forgetVisitsOfOthers();
});

/**
 * Takes off what is too old, whoever wrote it. Once what waits of this person was sent: a clock that was wrong and is
 * put right makes what was written today look old.
 */
export const tidy = (): Promise<void> => inTurn(forgetOld);

/** Adds a note. Says whether the device keeps it: otherwise it is lost with this page. */
export const queue = (note: QueuedNote): Promise<boolean> => inTurn(() => put(note));

async function put(note: QueuedNote): Promise<boolean> {
  if (await keep('note', note.id, note, note.at)) {
    unkept.delete(note.id);
    return true;
  }
  unkept.set(note.id, note);
  return false;
}

/** What waits of this person in this organisation, the oldest first. */
export const queued = (): Promise<QueuedNote[]> => inTurn(() => all(false));

/** The same in whatever organisation it was written. */
export const leftHere = (): Promise<QueuedNote[]> => inTurn(() => all(true));

async function all(everywhere: boolean): Promise<QueuedNote[]> {
  const notes = new Map((await readAll<QueuedNote>('note', everywhere)).map((note) => [note.id, note]));
  for (const [id, note] of unkept) notes.set(id, note);
  return [...notes.values()].sort((one, other) => one.at - other.at);
}

/** Its writer takes it back: at once, where it cannot have arrived; otherwise that has to be sent as well. */
export const takeBack = (id: string): Promise<void> =>
  inTurn(async () => {
    const note = (await all(false)).find((each) => each.id === id);
    if (note?.tried) await put({ ...note, takenBack: true });
    else await drop(id);
  });

/** It is about to be sent. Answers whether it still waits as it was. */
export const beginSending = (note: QueuedNote): Promise<boolean> =>
  inTurn(async () => {
    const there = (await all(false)).find(({ id }) => id === note.id);
    if (!there || (there.takenBack ?? false) !== (note.takenBack ?? false)) return false;
    await put({ ...there, tried: true });
    return true;
  });

/** It is known that it has arrived, unless its writer took it back meanwhile. */
export const hasArrived = (note: QueuedNote): Promise<void> =>
  inTurn(async () => {
    const there = (await all(false)).find(({ id }) => id === note.id);
    if ((there?.takenBack ?? false) === (note.takenBack ?? false)) await drop(note.id);
  });

async function drop(id: string): Promise<void> {
  unkept.delete(id);
  await remove('note', id);
}

/** Whether something stands in this page alone. */
const onlyHere = (): boolean => unkept.size > 0;

type Typed = Record<string, string>;
const typed = 'forms';

/** What stands in the form at `action` and was not noted yet; '' forgets it. */
export const keepTyping = (action: string, text: string): Promise<void> =>
  inTurn(async () => {
    const words = (await read<Typed>('typing', typed)) ?? {};
    const { [action]: before = '', ...others } = words;
    if (before === text) return;
    const now = text === '' ? others : { ...others, [action]: text };
    if (Object.keys(now).length === 0) await remove('typing', typed);
    else await keep('typing', typed, now);
  });

export const typedAt = (action: string): Promise<string> =>
  inTurn(async () => (await read<Typed>('typing', typed))?.[action] ?? '');

/** Takes everything off this device that this person wrote here and that was not sent. */
export const forgetAll = (): Promise<void> =>
  inTurn(async () => {
    unkept.clear();
    await forgetMe();
  });

/** The device is shared from now on: what waits stands in this page alone. */
export const keepNothing = (): Promise<void> =>
  inTurn(async () => {
    for (const note of await all(false)) unkept.set(note.id, note);
    await forgetMe();
  });

/** It is no longer: what stands in this page is kept again. */
export const keepAgain = (): Promise<void> =>
  inTurn(async () => {
    if (canKeep()) for (const note of unkept.values()) await put(note);
  });

/** Nobody loses without warning what stands in this page alone. */
addEventListener('beforeunload', (event) => {
  if (onlyHere()) event.preventDefault();
});

/**
 * A new id: a random UUID (RFC 9562, version 4). `crypto.randomUUID` is missing where the page came without
 * encryption, as from a school's own machine.
 */
export function newNoteId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6]! & 0x0f) | 0x40;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}

/**
 * Notes that have not arrived yet, kept on this device under an id made here. As the drafts of forms
 * (draft-store.ts) they are tied to the person who wrote them and the organisation they were written in, are sent
 * by nobody else and shown to nobody else, and go when one signs out, and after a while.
 */
const prefix = 'queued:';
const typingPrefix = 'typing:';

/** After so long nobody knows any more what they had meant to send. */
const keptFor = 14 * 24 * 60 * 60 * 1000;

export interface QueuedNote {
  id: string;
  /** When it was written, in milliseconds since 1970 by the clock of this device. */
  at: number;
  /** Where it is sent, and the fields of its form. */
  action: string;
  fields: Record<string, string>;
  /** What it is about, in words, for the page that lists it. */
  about: string;
  /** What is told to whoever signs out before it was sent. */
  leaving: string;
  /** It was sent once at least, so it may have arrived although nobody heard. */
  tried?: boolean;
  /** Its writer took it back after that: what is sent now is that. */
  takenBack?: boolean;
}

const { who = '', organisation = '' } = document.documentElement.dataset;
const own = `${prefix}${who}:${organisation}:`;
const nameOf = (id: string): string => `${own}${id}`;

/** Where storage is full or forbidden notes stay in this page alone. */
const unkept = new Map<string, QueuedNote>();

/** Adds a note. Says whether the device keeps it: otherwise it is lost with this page. */
export function queue(note: QueuedNote): boolean {
  try {
    localStorage.setItem(nameOf(note.id), JSON.stringify(note));
    return true;
  } catch {
    unkept.set(note.id, note);
    return false;
  }
}

/** What waits of this person in this organisation, the oldest first. */
export function queued(): QueuedNote[] {
  const kept = who === '' ? [] : namesFrom(own).flatMap((name) => read(name) ?? []);
  return [...kept, ...unkept.values()].sort((one, other) => one.at - other.at);
}

/** The same in whatever organisation it was written. */
export const leftHere = (): QueuedNote[] => [
  ...namesFrom(`${prefix}${who}:`).flatMap((name) => read(name) ?? []),
  ...unkept.values(),
];

/** Its writer takes it back: at once, where it cannot have arrived; otherwise that has to be sent as well. */
export function takeBack(id: string): void {
  const note = queued().find((each) => each.id === id);
  if (note?.tried) queue({ ...note, takenBack: true });
  else unqueue(id);
}

/** It is known that it has arrived. */
export function unqueue(id: string): void {
  unkept.delete(id);
  remove(nameOf(id));
}

/** What stands in the form at `action` and was not noted yet; '' forgets it. */
export function keepTyping(action: string, text: string): void {
  const name = `${typingPrefix}${who}:${organisation}:${action}`;
  try {
    if (text === '') localStorage.removeItem(name);
    else localStorage.setItem(name, JSON.stringify({ at: Date.now(), text }));
  } catch {
    // Where storage is forbidden the words stand in the form alone.
  }
}

export function typedAt(action: string): string {
  try {
    const kept = localStorage.getItem(`${typingPrefix}${who}:${organisation}:${action}`);
    return kept === null ? '' : (JSON.parse(kept) as { text: string }).text;
  } catch {
    return '';
  }
}

/** Takes everything off this device that this person wrote here and that was not sent. */
export function forgetAll(): void {
  unkept.clear();
  for (const sort of [prefix, typingPrefix]) namesFrom(`${sort}${who}:`).forEach(remove);
}

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

function read(name: string): QueuedNote | null {
  try {
    return JSON.parse(localStorage.getItem(name) ?? 'null') as QueuedNote | null;
  } catch {
    return null;
  }
}

function remove(name: string): void {
  try {
    localStorage.removeItem(name);
  } catch {
    // Where storage is forbidden nothing was kept.
  }
}

function namesFrom(beginning: string): string[] {
  try {
    return Object.keys(localStorage).filter((name) => name.startsWith(beginning));
  } catch {
    // Where storage is forbidden nothing was kept.
    return [];
  }
}

/** Of everybody who uses this device: what is too old, or cannot be read. */
for (const name of [...namesFrom(prefix), ...namesFrom(typingPrefix)])
  if (Date.now() - (read(name)?.at ?? 0) > keptFor) remove(name);

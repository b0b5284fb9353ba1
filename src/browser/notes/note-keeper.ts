import type { NoteData, TimedNote } from './note-data.ts';
import { place } from './note-data.ts';
import {
  act,
  giveUp,
  newNoteId,
  type NoteAct,
  type Noted,
  onState,
  send,
  sendAgain,
  unsentNotes,
} from './unsent.ts';
import type { Words } from './words.ts';

interface KeeperOf {
  /** Where notes are sent, and below which each has its pages. */
  notes: string;
  me: string;
  words: Words;
  data(): NoteData;
  /** Something that is listed has changed. */
  changed(): void;
  say(words: string): void;
}

/** One's own notes: added at once, sent behind one's back, and said to be unsent until it is heard that they arrived. */
export class NoteKeeper {
  readonly #of: KeeperOf;

  constructor(of: KeeperOf) {
    this.#of = of;
    onState((id, state) => {
      const note = of.data().notes.find((each) => each.id === id);
      if (!note || note.state === undefined) return;
      if (state === 'sent') delete note.state;
      else note.state = state === 'elsewhere' ? 'offline' : state;
      of.changed();
      if (note.state !== undefined)
        of.say(of.words[note.state === 'signed-out' ? 'signedOut' : 'waiting'] ?? '');
    });
  }

  /** Puts what waits on this device into the list. */
  async readUnsent(): Promise<void> {
    const waiting = await unsentNotes(this.#of.notes, this.#of.me);
    const { notes } = this.#of.data();
    const known = new Set(notes.map(({ id }) => id));
    const added = waiting.filter(({ id }) => !known.has(id));
    for (const note of added) place(notes, note);
    if (added.length > 0) this.#of.changed();
    if (waiting.length > 0) sendAgain();
  }

  add(noted: Noted): void {
    const { notes, me, words, data } = this.#of;
    const id = newNoteId();
    const note: TimedNote = {
      id,
      person: me,
      shared: false,
      version: 1,
      answers: 0,
      state: 'waiting',
      ...noted,
    };
    place(data().notes, note);
    this.#of.changed();
    void this.#send(id, noted, { action: notes, about: '', leaving: words['leaving'] ?? '' });
  }

  async #send(id: string, noted: Noted, to: Parameters<typeof send>[2]): Promise<void> {
    if (!(await send(id, noted, to))) this.#of.say(this.#of.words['notKept'] ?? '');
  }

  again(): void {
    sendAgain();
  }

  /** Shares a note, keeps it back or takes it away. */
  async act(note: TimedNote, part: NoteAct): Promise<void> {
    const { words, data, say, changed, notes } = this.#of;
    if (note.state !== undefined) {
      if (part === 'withdraw') await giveUp(note.id);
    } else if (!(await act(notes, note.id, part))) return say(words['failed'] ?? '');
    if (part === 'withdraw') {
      const all = data().notes;
      const at = all.indexOf(note);
      if (at >= 0) all.splice(at, 1);
      say(words['gone'] ?? '');
    } else {
      note.shared = part === 'share';
      const waits = note.judges && !data().debrief;
      say(words[part === 'keep-back' ? 'keptBack' : waits ? 'sharedLater' : 'sharedNow'] ?? '');
    }
    changed();
  }
}

import { Drawing } from './drawing.ts';
import { type Command, commandOf, goesOn, keysAreOn, remember } from './keys.ts';
import { lanesOf } from './lanes.ts';
import { Marking } from './marking.ts';
import { type Narrow, narrowed, nothingNarrowed } from './narrow.ts';
import { fetchNotes, firstAfter, type NoteData, placeOfNext, type TimedNote } from './note-data.ts';
import { NoteKeeper } from './note-keeper.ts';
import { PlayerControl } from './player-control.ts';
import type { Lane } from './timeline.ts';
import type { Stretch } from './tools.ts';
import type { Noted } from './unsent.ts';
import type { Words } from './words.ts';
import { whenBack } from './when-back.ts';
import { Writing } from './writing.ts';

/** What the page of a recording does with a script: plays, marks, notes and the list, kept in step. `Drawing` shows it. */
export class RecordingPage {
  readonly #element: HTMLElement;
  readonly #words: Words;
  readonly #player: PlayerControl | null;
  readonly #keeper: NoteKeeper;
  readonly #marking: Marking;
  readonly #drawing: Drawing;
  readonly #writing: Writing;
  readonly #mayNote: boolean;
  #data: NoteData;
  #shown: TimedNote[] = [];
  #lanes: Lane[] = [];
  #narrow: Narrow = nothingNarrowed;
  #current: string | null = null;
  #follows = true;
  #chosen: Stretch | null = null;
  #said = '';
  #keysOn = keysAreOn();
  #goesOn = goesOn();

  /** Opens the page; where the notes cannot be fetched it stays as the server drew it. */
  static async open(element: HTMLElement): Promise<RecordingPage | null> {
    element.dataset['open'] = 'opening';
    try {
      const data = await fetchNotes(element.dataset['from'] ?? '');
      if (!data) return null;
      const page = new RecordingPage(element, data);
      await page.#begin();
      return page;
    } catch {
      delete element.dataset['open'];
      return null;
    }
  }

  private constructor(element: HTMLElement, data: NoteData) {
    const { words, notes, me, mayNote } = element.dataset;
    this.#element = element;
    this.#data = data;
    this.#words = JSON.parse(words ?? '{}') as Words;
    this.#mayNote = mayNote !== undefined;
    const media = element.querySelector<HTMLMediaElement>('video, audio');
    this.#player = media && new PlayerControl(media);
    this.#keeper = new NoteKeeper({
      notes: notes ?? '',
      me: me ?? '',
      words: this.#words,
      data: () => this.#data,
      changed: () => this.#redraw(),
      say: (said) => this.#say(said),
    });
    this.#marking = new Marking({
      words: this.#words,
      now: () => this.#player?.now ?? 0,
      note: (noted) => this.#keeper.add(noted),
      say: (said) => this.#say(said),
    });
    this.#drawing = new Drawing({
      element,
      words: this.#words,
      mayNote: this.#mayNote,
      shown: () => this.#now(),
      heard: {
        seek: (ms) => this.#player?.seek(ms),
        choose: (stretch) => this.#choose(stretch),
        playNote: (note) => this.#play(note),
        act: (note, part) => void this.#keeper.act(note, part),
        again: () => this.#keeper.again(),
        mark: ({ tag }) => this.#marking.mark(tag),
        noteOn: ({ from, to }) => this.#writing.open(from, to),
        playAgain: () => this.#playAgain(),
        jumpTo: (tag) => this.#jumpToTag(tag),
        narrow: (by) => {
          this.#narrow = by;
          this.#redraw();
        },
        follow: (follows) => (this.#follows = follows),
        keys: (on) => remember('keys', (this.#keysOn = on)),
        goOn: (on) => remember('goes-on', (this.#goesOn = on)),
      },
    });
    this.#writing = new Writing({
      element,
      player: this.#player,
      words: this.#words,
      goesOn: () => this.#goesOn,
      add: (noted) => this.#add(noted),
      say: (said) => this.#say(said),
    });
  }

  async #begin(): Promise<void> {
    this.#redraw();
    this.#listen();
    await this.#drawing.list.settled();
    this.#element.dataset['open'] = 'open';
    performance.measure('open_ms', { start: 0, end: performance.now() });
    await this.#keeper.readUnsent();
  }

  #listen(): void {
    document.addEventListener('keydown', (event) => {
      const command = this.#keysOn || event.key === 'Escape' ? commandOf(event, this.#tagKeys()) : null;
      if (!command) return;
      event.preventDefault();
      this.#do(command);
    });
    const media = this.#player?.media;
    const follow = (): void => {
      this.#drawing.timeline.at(this.#player!.now);
      this.#follow();
      if (this.#player!.playing) requestAnimationFrame(follow);
    };
    for (const event of ['play', 'seeked', 'loadedmetadata'] as const) media?.addEventListener(event, follow);
    media?.addEventListener('timeupdate', () => this.#drawing.timeline.at(this.#player!.now));
    whenBack(() => void this.#refresh());
  }

  /** What others wrote meanwhile, once one is back. */
  async #refresh(): Promise<void> {
    const data = await fetchNotes(this.#element.dataset['from'] ?? '').catch(() => null);
    if (!data) return;
    this.#data = data;
    this.#redraw();
    await this.#keeper.readUnsent();
  }

  #tagKeys(): Set<string> {
    return new Set(this.#mayNote ? this.#data.tags.map(({ key }) => key).filter(Boolean) : []);
  }

  #do(command: Command): void {
    const player = this.#player;
    switch (command.does) {
      case 'toggle':
        return player?.toggle();
      case 'by':
        return player?.by(command.seconds);
      case 'step':
        return player?.step(command.direction);
      case 'note':
        return this.#writing.open(this.#chosen?.from ?? player?.now ?? 0, this.#chosen?.to ?? null);
      case 'tag':
        return this.#marking.mark(this.#data.tags.find(({ key }) => key === command.key));
      case 'loop':
        return this.#playAgain();
      case 'before':
      case 'after':
        return this.#jump(command.does);
      case 'help':
        return this.#drawing.help();
      case 'leave':
        this.#marking.leave();
        this.#say('');
        return this.#choose(null);
    }
  }

  #add(noted: Noted): void {
    this.#keeper.add(noted);
    if (this.#chosen && noted.to !== null) this.#choose(null);
  }

  #play(note: TimedNote): void {
    this.#player?.seek(note.from);
    if (note.to !== null) this.#choose({ from: note.from, to: note.to });
    this.#mark(note.id);
  }

  #choose(stretch: Stretch | null): void {
    this.#chosen = stretch;
    this.#player?.playAgain(null);
    this.#drawing.timeline.show(stretch);
    this.#drawing.tools();
  }

  #playAgain(): void {
    const player = this.#player;
    if (!player) return;
    const note = this.#shown.find(({ id, to }) => id === this.#current && to !== null);
    const stretch = this.#chosen ?? (note ? { from: note.from, to: note.to! } : null);
    const again = player.loop ? null : stretch;
    if (again && !this.#chosen) this.#choose(again);
    player.playAgain(again);
    this.#drawing.tools();
  }

  #jump(direction: 'before' | 'after'): void {
    const next = placeOfNext(this.#shown, direction, { current: this.#current, now: this.#player?.now ?? 0 });
    const note = this.#shown[next];
    if (!note) return;
    this.#play(note);
    this.#drawing.list.reveal(next);
  }

  /** The list goes along with what is played. */
  #follow(): void {
    const index = firstAfter(this.#shown, this.#player!.now, ({ from }) => from) - 1;
    const note = this.#shown[index];
    const current = this.#shown.find(({ id }) => id === this.#current);
    if (!note || note.id === this.#current || current?.from === note.from) return;
    this.#mark(note.id);
    if (this.#follows && this.#player!.playing) this.#drawing.list.reveal(index);
  }

  #mark(id: string): void {
    this.#current = id;
    this.#drawing.notes();
  }

  #say(said: string): void {
    this.#said = said;
    this.#drawing.tools();
  }

  #redraw(): void {
    this.#shown = narrowed(this.#data.notes, this.#narrow, this.#data.titles);
    this.#lanes = lanesOf(this.#data, this.#words['noTag'] ?? '');
    this.#drawing.all();
    this.#drawing.timeline.at(this.#player?.now ?? 0);
  }

  #now = () => ({
    data: this.#data,
    notes: this.#shown,
    lanes: this.#lanes,
    narrow: this.#narrow,
    current: this.#current,
    chosen: this.#chosen,
    begun: this.#marking.begun,
    looping: this.#player?.loop != null,
    follows: this.#follows,
    keysOn: this.#keysOn,
    goesOn: this.#goesOn,
    said: this.#said,
  });

  #jumpToTag(tag: string): void {
    const its = this.#data.notes.filter(({ tags }) => tags.includes(tag));
    const note = its[firstAfter(its, this.#player?.now ?? 0, ({ from }) => from)] ?? its[0];
    if (!note) return;
    this.#play(note);
    this.#drawing.list.reveal(this.#shown.indexOf(note));
    this.#element.scrollIntoView({ block: 'start' });
  }
}

import { drawFigures } from './figures-table.ts';
import { drawFilters } from './filters.ts';
import { openHelp } from './help.ts';
import { type Command, commandOf, goesOn, keysAreOn, remember } from './keys.ts';
import { countsOf, lanesOf } from './lanes.ts';
import { layOut } from './lay-out.ts';
import { NoteList } from './list.ts';
import { Marking } from './marking.ts';
import { fetchNotes, firstAfter, type NoteData, placeOfNext, type TimedNote } from './note-data.ts';
import { type Narrow, narrowed, nothingNarrowed } from './narrow.ts';
import { NoteForm } from './note-form.ts';
import { NoteKeeper } from './note-keeper.ts';
import { PlayerControl } from './player-control.ts';
import { type Lane, Timeline } from './timeline.ts';
import { drawLanes, drawTools, type Stretch } from './tools.ts';
import type { Noted } from './unsent.ts';
import type { Words } from './words.ts';

/** After so long away what others wrote meanwhile is asked for again. */
const staleAfter = 20_000;

/** Everything on the page of a recording that needs a script: each part draws itself, this one says when. */
export class RecordingPage {
  readonly #element: HTMLElement;
  readonly #words: Words;
  readonly #player: PlayerControl | null;
  readonly #keeper: NoteKeeper;
  readonly #marking: Marking;
  readonly #list: NoteList;
  readonly #timeline: Timeline;
  readonly #form: NoteForm | null;
  readonly #places: { filters: HTMLElement; tools: HTMLElement; lanes: HTMLElement; help: HTMLElement };
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
  #resumes = false;
  #fetchedAt = Date.now();

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
    const places = layOut(element);
    this.#places = places;
    this.#list = new NoteList(places.list, {
      play: (note) => this.#play(note),
      act: (note, part) => void this.#keeper.act(note, part),
      again: () => this.#keeper.again(),
    });
    this.#timeline = new Timeline(places.line, {
      seek: (ms) => this.#player?.seek(ms),
      choose: (stretch) => this.#choose(stretch),
    });
    const form = element.querySelector<HTMLFormElement>('.make-note form');
    this.#form =
      form &&
      new NoteForm(form, {
        begun: () => this.#wait(),
        save: (noted) => this.#save(noted),
        left: () => this.#goOn(),
        now: () => this.#player?.now ?? 0,
      });
  }

  async #begin(): Promise<void> {
    this.#redraw();
    this.#listen();
    await this.#list.settled();
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
      this.#timeline.at(this.#player!.now);
      this.#follow();
      if (this.#player!.playing) requestAnimationFrame(follow);
    };
    for (const event of ['play', 'seeked', 'loadedmetadata'] as const) media?.addEventListener(event, follow);
    media?.addEventListener('timeupdate', () => this.#timeline.at(this.#player!.now));
    document.addEventListener('visibilitychange', () => void this.#refresh());
    addEventListener('pageshow', ({ persisted }) => {
      if (persisted) void this.#refresh(true);
    });
  }

  /** What others wrote meanwhile, once one is back. */
  async #refresh(now = false): Promise<void> {
    if (document.visibilityState !== 'visible' || (!now && Date.now() - this.#fetchedAt < staleAfter)) return;
    this.#fetchedAt = Date.now();
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
        return this.#write(this.#chosen?.from ?? player?.now ?? 0, this.#chosen?.to ?? null);
      case 'tag':
        return this.#marking.mark(this.#data.tags.find(({ key }) => key === command.key));
      case 'loop':
        return this.#playAgain();
      case 'before':
      case 'after':
        return this.#jump(command.does);
      case 'help':
        return openHelp(this.#places.help, this.#words, this.#mayNote ? this.#data.tags : []);
      case 'leave':
        this.#marking.leave();
        this.#say('');
        return this.#choose(null);
    }
  }

  /** Where there is room, player, form and list are all in sight while one writes. */
  #write(from: number, to: number | null): void {
    if (matchMedia('(min-width: 62rem)').matches) this.#element.scrollIntoView({ block: 'start' });
    this.#form?.open(from, to);
  }

  #save(noted: Noted): string | undefined {
    if (noted.text === '' && noted.tags.length === 0) {
      this.#say(this.#words['empty'] ?? '');
      return this.#words['empty'];
    }
    this.#keeper.add(noted);
    this.#say(this.#words['saved'] ?? '');
    if (this.#chosen && noted.to !== null) this.#choose(null);
    return undefined;
  }

  /** The film waits while one writes, unless one said that it goes on. */
  #wait(): void {
    if (this.#goesOn || !this.#player?.playing) return;
    this.#resumes = true;
    this.#player.pause();
  }

  #goOn(): void {
    this.#player?.media.focus({ preventScroll: true });
    if (this.#resumes) this.#player?.play();
    this.#resumes = false;
  }

  #play(note: TimedNote): void {
    this.#player?.seek(note.from);
    if (note.to !== null) this.#choose({ from: note.from, to: note.to });
    this.#mark(note.id);
  }

  #choose(stretch: Stretch | null): void {
    this.#chosen = stretch;
    this.#player?.playAgain(null);
    this.#timeline.show(stretch);
    this.#drawTools();
  }

  #playAgain(): void {
    const player = this.#player;
    if (!player) return;
    const note = this.#shown.find(({ id, to }) => id === this.#current && to !== null);
    const stretch = this.#chosen ?? (note ? { from: note.from, to: note.to! } : null);
    const again = player.loop ? null : stretch;
    if (again && !this.#chosen) this.#choose(again);
    player.playAgain(again);
    this.#drawTools();
  }

  #jump(direction: 'before' | 'after'): void {
    const next = placeOfNext(this.#shown, direction, { current: this.#current, now: this.#player?.now ?? 0 });
    const note = this.#shown[next];
    if (!note) return;
    this.#play(note);
    this.#list.reveal(next);
  }

  /** The list goes along with what is played. */
  #follow(): void {
    const index = firstAfter(this.#shown, this.#player!.now, ({ from }) => from) - 1;
    const note = this.#shown[index];
    const current = this.#shown.find(({ id }) => id === this.#current);
    if (!note || note.id === this.#current || current?.from === note.from) return;
    this.#mark(note.id);
    if (this.#follows && this.#player!.playing) this.#list.reveal(index);
  }

  #mark(id: string): void {
    this.#current = id;
    this.#drawList();
  }

  #say(said: string): void {
    this.#said = said;
    this.#drawTools();
  }

  /** All that depends on which notes there are. */
  #redraw(): void {
    this.#shown = narrowed(this.#data.notes, this.#narrow, this.#data.titles);
    this.#lanes = lanesOf(this.#data, this.#words['noTag'] ?? '');
    this.#drawList();
    this.#timeline.draw(this.#shown, this.#data, this.#lanes);
    this.#timeline.at(this.#player?.now ?? 0);
    this.#drawTools();
    this.#drawFilters();
    const figures = document.querySelector<HTMLElement>('[aria-labelledby="tag-figures"] tbody');
    if (figures) drawFigures(figures, this.#data, (tag) => this.#jumpToTag(tag));
  }

  #jumpToTag(tag: string): void {
    const its = this.#data.notes.filter(({ tags }) => tags.includes(tag));
    const note = its[firstAfter(its, this.#player?.now ?? 0, ({ from }) => from)] ?? its[0];
    if (!note) return;
    this.#play(note);
    this.#list.reveal(this.#shown.indexOf(note));
    this.#element.scrollIntoView({ block: 'start' });
  }

  #drawList(): void {
    const { me, notes } = this.#element.dataset;
    this.#list.draw(this.#shown, {
      data: this.#data,
      words: this.#words,
      me: me ?? '',
      notes: notes ?? '',
      mayNote: this.#mayNote,
      current: this.#current,
    });
  }

  #drawFilters(): void {
    drawFilters(
      this.#places.filters,
      {
        data: this.#data,
        words: this.#words,
        narrow: this.#narrow,
        shown: this.#shown.length,
        follows: this.#follows,
        mayNote: this.#mayNote,
      },
      {
        narrow: (by) => {
          this.#narrow = by;
          this.#redraw();
        },
        follow: (follows) => (this.#follows = follows),
      },
    );
  }

  #drawTools(): void {
    const of = {
      words: this.#words,
      lanes: this.#lanes,
      counts: countsOf(this.#data, this.#lanes),
      begun: this.#marking.begun,
      chosen: this.#chosen,
      looping: this.#player?.loop != null,
      mayNote: this.#mayNote,
      keysOn: this.#keysOn,
      goesOn: this.#goesOn,
      said: this.#said,
    };
    const heard = {
      tag: ({ tag }: Lane) => this.#marking.mark(tag),
      noteOn: ({ from, to }: Stretch) => this.#write(from, to),
      playAgain: () => this.#playAgain(),
      leave: () => this.#choose(null),
      help: () => this.#do({ does: 'help' }),
      keys: (on: boolean) => remember('keys', (this.#keysOn = on)),
      goOn: (on: boolean) => remember('goes-on', (this.#goesOn = on)),
    };
    drawLanes(this.#places.lanes, of, heard);
    drawTools(this.#places.tools, of, heard);
  }
}

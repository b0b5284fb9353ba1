import { drawFigures } from './figures-table.ts';
import { drawFilters } from './filters.ts';
import { openHelp } from './help.ts';
import { countsOf } from './lanes.ts';
import { layOut } from './lay-out.ts';
import { NoteList } from './list.ts';
import type { Narrow } from './narrow.ts';
import type { NoteData, TimedNote } from './note-data.ts';
import { type Lane, Timeline } from './timeline.ts';
import { drawLanes, drawTools, type Stretch } from './tools.ts';
import type { NoteAct } from './unsent.ts';
import type { Words } from './words.ts';

/** What is shown. Moments are milliseconds. */
export interface Shown {
  data: NoteData;
  /** The notes that fit what narrows them, in order of time. */
  notes: readonly TimedNote[];
  lanes: readonly Lane[];
  narrow: Narrow;
  /** The note that is playing. */
  current: string | null;
  chosen: Stretch | null;
  /** Tags whose stretch has begun, and where. */
  begun: ReadonlyMap<string, number>;
  looping: boolean;
  follows: boolean;
  keysOn: boolean;
  goesOn: boolean;
  said: string;
}

interface Heard {
  seek(ms: number): void;
  choose(stretch: Stretch | null): void;
  playNote(note: TimedNote): void;
  act(note: TimedNote, part: NoteAct): void;
  again(): void;
  mark(lane: Lane): void;
  noteOn(stretch: Stretch): void;
  playAgain(): void;
  jumpTo(tag: string): void;
  narrow(by: Narrow): void;
  follow(follows: boolean): void;
  keys(on: boolean): void;
  goOn(on: boolean): void;
}

interface DrawingOf {
  element: HTMLElement;
  words: Words;
  mayNote: boolean;
  shown(): Shown;
  heard: Heard;
}

/** Each part of the page of a recording, drawn from what is shown; it holds nothing of that itself. */
export class Drawing {
  readonly list: NoteList;
  readonly timeline: Timeline;
  readonly #of: DrawingOf;
  readonly #places: ReturnType<typeof layOut>;

  constructor(of: DrawingOf) {
    this.#of = of;
    this.#places = layOut(of.element);
    const { playNote, act, again, seek, choose } = of.heard;
    this.list = new NoteList(this.#places.list, { play: playNote, act, again });
    this.timeline = new Timeline(this.#places.line, { seek, choose });
  }

  /** All that depends on which notes there are. */
  all(): void {
    const { shown, heard } = this.#of;
    const { data, notes, lanes } = shown();
    this.notes();
    this.timeline.draw(notes, data, lanes);
    this.tools();
    this.#filters();
    this.#allOwn();
    const figures = document.querySelector<HTMLElement>('[aria-labelledby="tag-figures"] tbody');
    if (figures) drawFigures(figures, data, heard.jumpTo);
  }

  /** Of the two things one can do with all of one's own notes, those that fit. */
  #allOwn(): void {
    const { element, shown } = this.#of;
    const own = shown().data.notes.filter(({ person }) => person === element.dataset['me']);
    for (const place of element.querySelectorAll<HTMLElement>('[data-all]'))
      place.hidden = !own.some(({ shared }) => shared !== (place.dataset['all'] === 'share'));
  }

  notes(): void {
    const { element, words, mayNote, shown } = this.#of;
    const { me = '', notes: pages = '' } = element.dataset;
    const { data, notes, current } = shown();
    this.list.draw(notes, { data, words, me, notes: pages, mayNote, current });
  }

  /** The lanes' names, what is chosen and what was said last. */
  tools(): void {
    const { words, mayNote, shown, heard } = this.#of;
    const { data, lanes, begun, chosen, looping, keysOn, goesOn, said } = shown();
    const counts = countsOf(data, lanes);
    const of = { words, lanes, counts, begun, chosen, looping, mayNote, keysOn, goesOn, said };
    const hear = {
      tag: heard.mark,
      noteOn: heard.noteOn,
      playAgain: heard.playAgain,
      leave: () => heard.choose(null),
      help: () => this.help(),
      keys: heard.keys,
      goOn: heard.goOn,
    };
    drawLanes(this.#places.lanes, of, hear);
    drawTools(this.#places.tools, of, hear);
  }

  help(): void {
    const { words, mayNote, shown } = this.#of;
    openHelp(this.#places.help, words, mayNote ? shown().data.tags : []);
  }

  #filters(): void {
    const { words, mayNote, shown, heard } = this.#of;
    const { data, narrow, notes, follows } = shown();
    drawFilters(
      this.#places.filters,
      { data, words, narrow, shown: notes.length, follows, mayNote },
      { narrow: heard.narrow, follow: heard.follow },
    );
  }
}

import { AreaBoxes, usual } from './area-boxes.ts';
import {
  addArea,
  addSilence,
  changeArea,
  changeSpan,
  type HasSpan,
  removeArea,
  removePosition,
  removeSilence,
} from './change-edits.ts';
import { clockTime } from './clock-time.ts';
import { EditHistory } from './edit-history.ts';
import { type Edits, type Place, placed, type Span, turned } from './edits.ts';
import { entryOf, fill, showAreas, showSilences } from './entry-lists.ts';
import type { Film } from './open-film.ts';
import { part, say, type Words } from './page-words.ts';
import { PartStrip } from './part-strip.ts';
import { Stage } from './stage.ts';
import { type Field, withTyped } from './typed-edits.ts';

export interface EditorNeeds {
  root: HTMLElement;
  film: Film;
  words: Words;
  edits: Edits;
  changed(edits: Edits): void;
  tell(words: string): void;
  /** Ends it. */
  signal: AbortSignal;
}

/** Where one says what is done to one film: the picture, the strip, the lists and their fields, kept in step. */
export class Editor {
  readonly #needs: EditorNeeds;
  readonly #history: EditHistory;
  readonly #stage: Stage;
  readonly #strip: PartStrip;
  readonly #boxes: AreaBoxes;

  constructor(needs: EditorNeeds) {
    this.#needs = needs;
    const { root, film, words, signal } = needs;
    this.#history = new EditHistory(needs.edits, (edits) => {
      needs.changed(edits);
      this.#show();
    });
    const rest = (): void => this.#history.rest();
    this.#stage = new Stage(
      root,
      film.file,
      () => this.edits,
      () => this.#showMoment(),
      signal,
    );
    const goTo = (moment: number): void => this.#stage.goTo(moment);
    const choose = (span: Span, gesture: string): void =>
      this.#history.change({ ...this.edits, part: span }, gesture);
    this.#strip = new PartStrip(root, film, words, { rest, goTo, choose }, signal);
    this.#boxes = new AreaBoxes(
      part(root, 'boxes'),
      words,
      {
        rest,
        move: (id, place, gesture) => this.#move(id, place, gesture),
        draw: (place) => this.#add(place),
        remove: (id) => this.#remove(id),
        open: (id) => this.#open(id),
      },
      signal,
    );
    root.addEventListener('click', ({ target }) => this.#press(target as Element), { signal });
    root.addEventListener('change', ({ target }) => this.#typed(target as Field), { signal });
    offer(root, film);
    this.#show();
  }

  get edits(): Edits {
    return this.#history.now;
  }

  pause(): void {
    this.#stage.pause();
  }

  /** To a tenth of a second, so that what is said and what is done are the same. */
  get #now(): number {
    return Math.min(Math.round(this.#stage.now * 10) / 10, this.#needs.film.duration);
  }

  #move(id: number, place: Place, gesture: string): void {
    this.#stage.pause();
    const at = this.#now;
    this.#history.change(
      changeArea(this.edits, id, (area) => placed(area, at, place)),
      gesture,
    );
    const isMoving = this.edits.areas.some((area) => area.id === id && area.positions.length > 1);
    if (isMoving) this.#tell('moved', { name: this.#blur(id), time: clockTime(at) });
  }

  #add(place: Place): void {
    this.#stage.pause();
    const [edits, id] = addArea(this.edits, place, this.#now, this.#needs.film.duration);
    this.#history.change(edits);
    this.#boxes.focus(id);
    this.#tell('added', { name: this.#blur(id) });
  }

  #remove(id: number): void {
    this.#history.change(removeArea(this.edits, id));
    this.#removed(this.#blur(id), 'draw');
  }

  /** What was pressed has gone, so that one goes on where the next is added. */
  #removed(name: string, next: string): void {
    this.#needs.root.querySelector<HTMLElement>(`[data-do="${next}"]`)?.focus();
    this.#tell('removed', { name });
  }

  /** Goes to the entry of an area in the list. */
  #open(id: number): void {
    const entry = part(this.#needs.root, 'areas').querySelector(`[data-number="${id}"]`);
    if (!entry) return;
    entry.closest('details')!.open = true;
    part(entry, 'name').focus();
  }

  #lookAt(id: number): void {
    const area = this.edits.areas.find((each) => each.id === id);
    if (!area) return;
    if (this.#now < area.from || this.#now >= area.until) this.#stage.goTo(area.from);
    part(this.#needs.root, 'picture').scrollIntoView({ block: 'nearest' });
    this.#boxes.focus(id);
  }

  #draw(): void {
    this.#stage.pause();
    this.#boxes.isDrawing = true;
    part(this.#needs.root, 'picture').scrollIntoView({ block: 'nearest' });
    this.#tell('draw');
  }

  readonly #acts: Readonly<Record<string, (pressed: Element) => void>> = {
    play: () => this.#stage.playOrPause(),
    back: () => this.#stage.goTo(this.#now - 1),
    forward: () => this.#stage.goTo(Math.min(this.#now + 1, this.#needs.film.duration)),
    undo: () => this.#history.undo() && this.#tell('undone'),
    turn: () => this.#history.change(turned(this.edits)),
    draw: () => this.#draw(),
    'put-one': () => this.#add({ x: 0.5 - usual.width / 2, y: 0.5 - usual.height / 2, ...usual }),
    'show-area': (pressed) => this.#lookAt(entryOf(pressed, 'area')),
    'remove-area': (pressed) => this.#remove(entryOf(pressed, 'area')),
    'remove-position': (pressed) =>
      this.#history.change(
        removePosition(this.edits, entryOf(pressed, 'area'), entryOf(pressed, 'position')),
      ),
    'add-silence': () => this.#history.change(addSilence(this.edits, this.#now, this.#needs.film.duration)),
    'remove-silence': (pressed) => {
      const id = entryOf(pressed, 'silence');
      this.#history.change(removeSilence(this.edits, id));
      this.#removed(say(this.#needs.words.silence, { n: id }), 'add-silence');
    },
  };

  #press(target: Element): void {
    const pressed = target.closest<HTMLElement>('[data-do]');
    if (!pressed) return;
    const { do: act = '' } = pressed.dataset;
    this.#needs.tell('');
    this.#acts[act]?.(pressed);
    const [, of, end] = /^(part|area|silence)-(from|until)-here$/.exec(act) ?? [];
    if (!of || !end) return;
    const id = of === 'part' ? 0 : entryOf(pressed, of as 'area' | 'silence');
    const change = { [end]: this.#now };
    this.#take(changeSpan(this.edits, of as HasSpan, id, change, this.#needs.film.duration) ?? 'wrongOrder');
  }

  #typed(field: Field): void {
    const result = withTyped(field, this.edits, this.#needs.film.duration);
    if (result === null) return;
    const typed = field.value;
    // What stands in the field one is in is not drawn over, so it is left before.
    if (typeof result === 'string') field.blur();
    this.#take(result, typed);
    if (typeof result === 'string') refuse(field, say(this.#needs.words[result], { typed }));
  }

  #take(result: Edits | 'unreadableTime' | 'wrongOrder', typed = ''): void {
    if (typeof result !== 'string') return this.#history.change(result);
    this.#tell(result, { typed });
    this.#show();
  }

  #blur = (id: number): string => say(this.#needs.words.blur, { n: id });

  #tell(sentence: keyof Words, fillings: Readonly<Record<string, string>> = {}): void {
    this.#needs.tell(say(this.#needs.words[sentence], fillings));
  }

  #show(): void {
    const { root, film, words } = this.#needs;
    const { part: kept, picture, areas, silences } = this.edits;
    fill(root, 'part-from', clockTime(kept.from));
    fill(root, 'part-until', clockTime(kept.until));
    for (const radio of root.querySelectorAll<HTMLInputElement>('[data-field="picture"]'))
      radio.checked = radio.value === picture;
    part(root, 'drawing').hidden = picture !== 'shown';
    part(root, 'picture').classList.toggle('dropped', picture === 'dropped');
    const time = clockTime(kept.until - kept.from);
    part(root, 'kept').textContent = say(words.kept, { time, whole: clockTime(film.duration) });
    root.querySelector<HTMLButtonElement>('[data-do="undo"]')!.disabled = !this.#history.canUndo;
    showAreas(root, areas, words);
    showSilences(root, silences, words);
    this.#stage.draw();
  }

  #showMoment(): void {
    const { root, film, words } = this.#needs;
    const { part: kept, picture, areas } = this.edits;
    const whole = say(words.now, { whole: clockTime(film.duration) });
    this.#strip.show(kept, this.#stage.now, whole);
    this.#boxes.show(picture === 'shown' ? areas : [], this.#stage.now);
    part(root, 'now').textContent = clockTime(this.#stage.now);
    root.querySelector('[data-do="play"]')!.textContent = this.#stage.isPlaying ? words.pause : words.play;
  }
}

/** Hides what cannot be done: a sound has no picture, and some films have no sound. */
function offer(root: HTMLElement, film: Film): void {
  for (const each of root.querySelectorAll<HTMLElement>('[data-video], [data-is="picture"]'))
    each.hidden = film.kind === 'audio';
  part(root, 'sounding').hidden = !film.audio;
  root.querySelector('[value="dropped"]')!.closest('label')!.hidden = !film.audio;
}

/** Says at the field too why it has its old value again: the line beside the film may be out of sight. */
function refuse(field: Field, why: string): void {
  field.setCustomValidity(why);
  field.reportValidity();
  field.setCustomValidity('');
}

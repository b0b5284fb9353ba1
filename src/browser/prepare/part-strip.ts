import { clockTime } from './clock-time.ts';
import { between, type Span } from './edits.ts';
import { type Film, picturesOf } from './open-film.ts';
import { part, say, type Words } from './page-words.ts';

/** The shortest part one can keep, in seconds. */
const shortest = 0.5;
const pictures = 8;
/** In pixels, before they are cut to the strip. */
const pictureHeight = 160;

export interface StripHands {
  choose(part: Span, gesture: string): void;
  goTo(moment: number): void;
  rest(): void;
}

/** The film as a strip of pictures, with a handle at each end of the part that is kept. */
export class PartStrip {
  readonly #strip: HTMLElement;
  readonly #ends: readonly [HTMLElement, HTMLElement];
  readonly #film: Film;
  readonly #hands: StripHands;
  #part: Span;
  #gestures = 0;

  constructor(root: ParentNode, film: Film, words: Words, hands: StripHands, signal: AbortSignal) {
    this.#strip = part(root, 'strip');
    this.#ends = [part(root, 'start'), part(root, 'end')];
    this.#film = film;
    this.#hands = hands;
    this.#part = { from: 0, until: film.duration };
    this.#ends[0].setAttribute('aria-label', words.startHandle);
    this.#ends[1].setAttribute('aria-label', words.endHandle);
    this.#strip.addEventListener('pointerdown', (event) => this.#press(event), { signal });
    for (const end of this.#ends)
      end.addEventListener('keydown', (event) => this.#key(event, end), { signal });
    void this.#drawPictures(part(root, 'frames'), signal);
  }

  show(kept: Span, now: number, whole: string): void {
    this.#part = kept;
    const share = (moment: number): string =>
      `${(between(0, moment / this.#film.duration, 1) * 100).toFixed(2)}%`;
    const [start, end] = this.#ends;
    start.style.left = share(kept.from);
    end.style.left = share(kept.until);
    part(this.#strip, 'before').style.width = share(kept.from);
    part(this.#strip, 'after').style.left = share(kept.until);
    part(this.#strip, 'playhead').style.left = share(now);
    for (const [handle, moment] of [
      [start, kept.from],
      [end, kept.until],
    ] as const) {
      handle.setAttribute('aria-valuemin', '0');
      handle.setAttribute('aria-valuemax', this.#film.duration.toFixed(1));
      handle.setAttribute('aria-valuenow', moment.toFixed(1));
      handle.setAttribute('aria-valuetext', say(whole, { now: clockTime(moment) }));
    }
  }

  #choose(end: HTMLElement, moment: number, gesture: string): void {
    const { from, until } = this.#part;
    const { duration } = this.#film;
    const chosen =
      end === this.#ends[0]
        ? { from: between(0, moment, until - shortest), until }
        : { from, until: between(from + shortest, moment, duration) };
    this.#hands.choose(chosen, gesture);
    this.#hands.goTo(end === this.#ends[0] ? chosen.from : chosen.until);
  }

  #press(down: PointerEvent): void {
    if (down.button !== 0) return;
    down.preventDefault();
    const end = this.#ends.find((each) => each === down.target);
    end?.focus({ preventScroll: true });
    const { left, width } = this.#strip.getBoundingClientRect();
    const gesture = `end ${++this.#gestures}`;
    const ends = new AbortController();
    const { signal } = ends;
    const follow = (event: PointerEvent): void => {
      if (event.pointerId !== down.pointerId) return;
      const moment = between(0, (event.clientX - left) / width, 1) * this.#film.duration;
      if (end) this.#choose(end, moment, gesture);
      else this.#hands.goTo(moment);
    };
    const up = (event: PointerEvent): void => {
      if (event.pointerId !== down.pointerId) return;
      ends.abort();
      this.#hands.rest();
    };
    this.#strip.setPointerCapture(down.pointerId);
    this.#strip.addEventListener('pointermove', follow, { signal });
    this.#strip.addEventListener('pointerup', up, { signal });
    this.#strip.addEventListener('pointercancel', up, { signal });
    if (!end) follow(down);
  }

  #key(event: KeyboardEvent, end: HTMLElement): void {
    const now = end === this.#ends[0] ? this.#part.from : this.#part.until;
    const steps: Record<string, number> = {
      ArrowLeft: now - 1,
      ArrowDown: now - 1,
      ArrowRight: now + 1,
      ArrowUp: now + 1,
      PageDown: now - 10,
      PageUp: now + 10,
      Home: 0,
      End: this.#film.duration,
    };
    const moment = steps[event.key];
    if (moment === undefined) return;
    event.preventDefault();
    this.#choose(end, moment, `keys ${end.dataset['is']}`);
  }

  async #drawPictures(canvas: HTMLCanvasElement, signal: AbortSignal): Promise<void> {
    [canvas.width, canvas.height] = [canvas.clientWidth, canvas.clientHeight];
    const surface = canvas.getContext('2d')!;
    const each = canvas.width / pictures;
    let left = 0;
    try {
      for await (const picture of picturesOf(this.#film, pictures, pictureHeight)) {
        if (signal.aborted) return;
        // Its middle, as much of it as fills the place.
        const scale = Math.max(each / picture.width, canvas.height / picture.height);
        const [width, height] = [each / scale, canvas.height / scale];
        const [x, y] = [(picture.width - width) / 2, (picture.height - height) / 2];
        surface.drawImage(picture, x, y, width, height, left, 0, each, canvas.height);
        left += each;
      }
    } catch {
      // The strip serves without its pictures.
    }
  }
}

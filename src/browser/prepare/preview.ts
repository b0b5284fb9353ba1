import { clockTime } from './clock-time.ts';
import type { MadeFilm } from './made-file.ts';
import { part, say, type Words } from './page-words.ts';

/** What was made, to be looked at before it is sent, and the tick that one did. */
export class Preview {
  readonly #root: HTMLElement;
  readonly #words: Words;
  #address = '';

  constructor(root: HTMLElement, words: Words) {
    this.#root = root;
    this.#words = words;
    this.#tick?.addEventListener('change', () => this.#showWhether());
    for (const event of ['timeupdate', 'loadedmetadata'])
      this.#made.addEventListener(event, () => this.#showWhether());
  }

  show({ file, name, durationMs }: MadeFilm): void {
    this.empty();
    this.#address = URL.createObjectURL(file);
    this.#made.src = this.#address;
    const time = clockTime(durationMs / 1000);
    part(this.#root, 'made-words').textContent = say(this.#words.made, { name, time, size: size(file.size) });
    this.#showWhether();
  }

  /** Where nobody has to be hidden, nobody has to say that they looked. */
  get isLookedAt(): boolean {
    return this.#tick?.checked ?? true;
  }

  empty(): void {
    const video = this.#made;
    if (video.src !== '') {
      video.pause();
      video.removeAttribute('src');
      video.load();
      URL.revokeObjectURL(this.#address);
    }
    if (this.#tick) this.#tick.checked = false;
  }

  get #made(): HTMLVideoElement {
    return part<HTMLVideoElement>(this.#root, 'made');
  }

  get #tick(): HTMLInputElement | null {
    return this.#root.querySelector<HTMLInputElement>('[data-is="looked"]');
  }

  #showWhether(): void {
    this.#root.querySelector<HTMLButtonElement>('[data-do="send"]')!.disabled = !this.isLookedAt;
    const hint = this.#root.querySelector('[data-is="not-yet"]');
    if (hint) hint.textContent = [this.isLookedAt ? '' : this.#words.tickFirst, this.#played()].join(' ');
  }

  /** How much of it was on, so that nobody ticks by mistake that they looked at the whole. Empty once it was the whole. */
  #played(): string {
    const { played, duration } = this.#made;
    if (!Number.isFinite(duration)) return '';
    let seconds = 0;
    for (let n = 0; n < played.length; n += 1) seconds += played.end(n) - played.start(n);
    if (seconds > duration - 1) return '';
    return say(this.#words.played, { time: clockTime(Math.floor(seconds)), whole: clockTime(duration) });
  }
}

function size(bytes: number): string {
  const unit = bytes < 1e6 ? 'kilobyte' : 'megabyte';
  const inUnit = bytes / (unit === 'kilobyte' ? 1e3 : 1e6);
  return inUnit.toLocaleString(document.documentElement.lang, {
    style: 'unit',
    unit,
    maximumSignificantDigits: 2,
  });
}

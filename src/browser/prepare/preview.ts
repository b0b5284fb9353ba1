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
  }

  show({ file, name, durationMs }: MadeFilm): void {
    this.empty();
    this.#address = URL.createObjectURL(file);
    part<HTMLVideoElement>(this.#root, 'made').src = this.#address;
    const time = clockTime(durationMs / 1000);
    part(this.#root, 'made-words').textContent = say(this.#words.made, { name, time, size: size(file.size) });
    this.#showWhether();
  }

  /** Where nobody has to be hidden, nobody has to say that they looked. */
  get isLookedAt(): boolean {
    return this.#tick?.checked ?? true;
  }

  empty(): void {
    const video = part<HTMLVideoElement>(this.#root, 'made');
    if (video.src !== '') {
      video.pause();
      video.removeAttribute('src');
      video.load();
      URL.revokeObjectURL(this.#address);
    }
    if (this.#tick) this.#tick.checked = false;
  }

  get #tick(): HTMLInputElement | null {
    return this.#root.querySelector<HTMLInputElement>('[data-is="looked"]');
  }

  #showWhether(): void {
    this.#root.querySelector<HTMLButtonElement>('[data-do="send"]')!.disabled = !this.isLookedAt;
    const hint = this.#root.querySelector('[data-is="not-yet"]');
    if (hint) hint.textContent = this.isLookedAt ? '' : this.#words.tickFirst;
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

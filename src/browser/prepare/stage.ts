import type { Edits } from './edits.ts';
import { hideIn } from './hide.ts';
import { part } from './page-words.ts';

/** Of the longer side of what is shown while one edits, in pixels. */
const shownSide = 720;
/** A picture that stands still is shown for about so long, in seconds. */
const stillness = 0.02;

/** Shows the film as it will be sent: turned, hidden where it is hidden, silent where it is silenced. */
export class Stage {
  readonly #video: HTMLVideoElement;
  readonly #canvas: HTMLCanvasElement;
  readonly #edits: () => Edits;
  readonly #moved: () => void;
  readonly #address: string;

  /** @param moved told whenever another moment is shown */
  constructor(root: ParentNode, film: File, edits: () => Edits, moved: () => void, signal: AbortSignal) {
    const video = part<HTMLVideoElement>(root, 'video');
    this.#video = video;
    this.#canvas = part(root, 'canvas');
    this.#edits = edits;
    this.#moved = moved;
    this.#address = URL.createObjectURL(film);
    video.src = this.#address;
    // Some phones show no picture before one is asked for.
    // The first picture shows itself; whoever has chosen a moment before it was there stays at it.
    video.addEventListener('loadedmetadata', () => this.now === 0 && this.goTo(0.001), { signal });
    for (const event of ['loadeddata', 'seeked', 'pause'])
      video.addEventListener(event, () => this.draw(), { signal });
    video.addEventListener('play', () => this.#run(), { signal });
    signal.addEventListener('abort', () => this.#close());
  }

  get now(): number {
    return this.#video.currentTime;
  }

  get isPlaying(): boolean {
    return !this.#video.paused;
  }

  goTo(moment: number): void {
    this.#video.currentTime = Math.max(0, moment);
  }

  pause(): void {
    this.#video.pause();
  }

  /** Plays the part that is kept, from its start where the end was reached. */
  playOrPause(): void {
    const { from, until } = this.#edits().part;
    if (this.isPlaying) return this.pause();
    if (this.now < from || this.now >= until - 0.1) this.goTo(from);
    void this.#video.play().catch(() => {
      // The browser wants another press first; the button still says Play.
    });
  }

  draw(): void {
    const { videoWidth, videoHeight } = this.#video;
    if (videoWidth > 0) this.#drawPicture(videoWidth, videoHeight);
    this.#moved();
  }

  #drawPicture(width: number, height: number): void {
    const edits = this.#edits();
    const scale = Math.min(1, shownSide / Math.max(width, height));
    const [across, down] = [Math.round(width * scale), Math.round(height * scale)];
    const canvas = this.#canvas;
    const size = edits.turns % 2 === 0 ? [across, down] : [down, across];
    if (canvas.width !== size[0] || canvas.height !== size[1])
      [canvas.width, canvas.height] = [size[0]!, size[1]!];
    const surface = canvas.getContext('2d')!;
    surface.save();
    surface.translate(canvas.width / 2, canvas.height / 2);
    surface.rotate((edits.turns * Math.PI) / 2);
    surface.drawImage(this.#video, -across / 2, -down / 2, across, down);
    surface.restore();
    hideIn(surface, edits, { from: this.now, until: this.now + stillness });
  }

  #run(): void {
    if (!this.isPlaying) return;
    const { part: kept, silences } = this.#edits();
    this.#video.muted = silences.some(({ from, until }) => from <= this.now && this.now < until);
    if (this.now >= kept.until && this.now < kept.until + 1) this.pause();
    this.draw();
    requestAnimationFrame(() => this.#run());
  }

  #close(): void {
    this.#video.pause();
    this.#video.removeAttribute('src');
    this.#video.load();
    URL.revokeObjectURL(this.#address);
  }
}

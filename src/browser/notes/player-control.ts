/** One picture of a film at twenty-five a second: how many a film really has, a browser does not say. */
const picture = 1 / 25;

/** What two moments may differ by and be the same, in milliseconds. */
const hair = 20;

/** The browser's own player, led by the page. */
export class PlayerControl {
  readonly media: HTMLMediaElement;
  #loop: { from: number; to: number } | null = null;
  /**
   * Where it was sent while it stands still, in milliseconds; null once it plays, or its own bar was moved. A browser
   * takes a moment to get there, and stops at a picture and not at a millisecond.
   */
  #sent: number | null = null;

  constructor(media: HTMLMediaElement) {
    this.media = media;
    media.addEventListener('timeupdate', () => this.#again());
    media.addEventListener('ended', () => this.#again());
    media.addEventListener('timeupdate', () => {
      if (this.playing) this.#sent = null;
    });
    media.addEventListener('seeking', () => {
      if (Math.abs(media.currentTime * 1000 - (this.#sent ?? 0)) > hair) this.#sent = null;
    });
  }

  /** Where it is, in milliseconds. */
  get now(): number {
    return this.#sent ?? Math.round(this.media.currentTime * 1000);
  }
  get playing(): boolean {
    return !this.media.paused;
  }
  get loop(): { from: number; to: number } | null {
    return this.#loop;
  }

  seek(ms: number): void {
    const end = Number.isFinite(this.media.duration) ? this.media.duration : Infinity;
    const seconds = Math.min(Math.max(0, ms / 1000), end);
    this.#sent = this.playing ? null : Math.round(seconds * 1000);
    this.media.currentTime = seconds;
  }

  play(): void {
    // A browser may refuse to begin by itself; its own button is there.
    this.media.play().catch(() => undefined);
  }
  pause(): void {
    this.media.pause();
  }
  toggle(): void {
    if (this.playing) this.pause();
    else this.play();
  }

  by(seconds: number): void {
    this.seek(this.now + seconds * 1000);
  }

  /** One picture on, or back; it stands still for that. */
  step(direction: 1 | -1): void {
    this.pause();
    this.by(direction * picture);
  }

  /** Plays a stretch again and again, until null. */
  playAgain(stretch: { from: number; to: number } | null): void {
    this.#loop = stretch;
    if (!stretch) return;
    this.seek(stretch.from);
    this.play();
  }

  #again(): void {
    if (!this.#loop || this.media.seeking) return;
    if (this.now >= this.#loop.to || this.media.ended) {
      this.seek(this.#loop.from);
      this.play();
    }
  }
}

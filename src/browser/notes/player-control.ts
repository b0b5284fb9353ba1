/** One picture of a film at twenty-five a second: how many a film really has, a browser does not say. */
const picture = 1 / 25;

/** A browser stops at a picture, not at a millisecond. */
const hair = 20;

/** The browser's own player, led by the page. */
export class PlayerControl {
  readonly media: HTMLMediaElement;
  #loop: { from: number; to: number } | null = null;
  /** Where it was sent last, in milliseconds: standing a hair beside it, it is there. */
  #sent = -Infinity;

  constructor(media: HTMLMediaElement) {
    this.media = media;
    media.addEventListener('timeupdate', () => this.#again());
    media.addEventListener('ended', () => this.#again());
  }

  /** Where it is, in milliseconds. */
  get now(): number {
    const there = Math.round(this.media.currentTime * 1000);
    return Math.abs(there - this.#sent) < hair ? this.#sent : there;
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
    this.#sent = Math.round(seconds * 1000);
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

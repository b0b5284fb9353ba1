/** The two may be so far apart from each other, in seconds: more is seen and heard. */
const mostDrift = 0.15;
/** So little is let be. Between the two the one that follows plays a little faster or slower. */
const littleDrift = 0.03;
/** How often it is looked at, in milliseconds. */
const every = 80;

type Film = HTMLMediaElement;

/**
 * Two films on one clock. Its moments, in seconds, are those of the first; the second runs `apart` ahead of it. One of
 * the two leads, the other follows and is brought back into step; before one begins and after it ends the other goes on
 * alone. While either loads the other waits. The films' own buttons and bars move both as well.
 */
export class Pair {
  readonly films: readonly [Film, Film];
  /** Both move together; otherwise each by itself, to be lined up. */
  together = true;
  /** One is waited for. */
  waiting = false;
  #apart: number;
  #now = 0;
  #speed = 1;
  #playing = false;
  #timer: number | undefined;
  /** What this class does itself is no wish of whoever watches. */
  readonly #ownSeek = new Set<Film>();
  readonly #heldBack = new Set<Film>();
  readonly #hears = new Set<() => void>();

  constructor(first: Film, second: Film, apart: number) {
    this.films = [first, second];
    this.#apart = apart;
    this.#now = Math.max(0, this.start);
    for (const film of this.films) this.#listenTo(film);
    this.seek(this.#now);
  }

  onChange(hear: () => void): void {
    this.#hears.add(hear);
  }

  get apart(): number {
    return this.#apart;
  }
  get now(): number {
    return this.#now;
  }
  get playing(): boolean {
    return this.#playing;
  }
  get speed(): number {
    return this.#speed;
  }
  /** The earliest and the latest moment of either. */
  get start(): number {
    return Math.min(0, -this.#apart);
  }
  get end(): number {
    return Math.max(this.#lengthOf(this.films[0]), this.#lengthOf(this.films[1]) - this.#apart);
  }

  play(): void {
    if (!this.together) this.join();
    if (this.#now >= this.end - 0.05) this.seek(this.start);
    this.#playing = true;
    this.#timer ??= window.setInterval(() => this.look(), every);
    this.look();
  }

  pause(): void {
    this.#playing = false;
    this.waiting = false;
    clearInterval(this.#timer);
    this.#timer = undefined;
    for (const film of this.films) {
      this.#hold(film);
      film.playbackRate = this.#speed;
    }
    if (this.together) this.seek(this.#now);
    this.#changed();
  }

  toggle(): void {
    if (this.#playing) this.pause();
    else this.play();
  }

  /** Moves both to a moment of the clock. */
  seek(moment: number): void {
    this.#now = Math.min(Math.max(moment, this.start), this.end);
    for (const film of this.films) this.#put(film, this.#placeOf(film));
    this.#changed();
  }

  /** Moves both, so that one of them shows a moment of its own. */
  showMoment(film: Film, moment: number): void {
    if (this.together) this.seek(moment - this.#shiftOf(film));
    else this.#put(film, moment);
  }

  set speed(speed: number) {
    this.#speed = speed;
    for (const film of this.films) film.playbackRate = speed;
    this.#changed();
  }

  /** From now on each moves by itself. */
  part(): void {
    this.pause();
    this.together = false;
    this.#changed();
  }

  /** What both show now is the same moment from now on. */
  join(): void {
    const [first, second] = this.films;
    for (const film of this.films) this.#hold(film);
    this.#apart = second.currentTime - first.currentTime;
    this.together = true;
    this.#now = first.currentTime;
    this.#changed();
  }

  /** Moves the second alone by so many seconds: they are lined up anew. */
  nudge(seconds: number): void {
    this.#apart = Math.round((this.#apart + seconds) * 1000) / 1000;
    this.seek(this.#now);
  }

  /** Looks where both are, and brings them into step. */
  look(): void {
    if (!this.#playing || !this.together) return;
    const within = this.films.filter((film) => this.#isWithin(film));
    const leader = within.find((film) => !film.paused && !film.seeking) ?? within[0];
    if (leader && !leader.paused && !leader.seeking) this.#now = leader.currentTime - this.#shiftOf(leader);
    if (this.#now >= this.end - 0.03 || within.length === 0) return this.#over();
    this.waiting = within.some((film) => film.readyState < film.HAVE_FUTURE_DATA && !film.ended);
    for (const film of this.films) {
      if (!this.#isWithin(film)) this.#rest(film);
      else if (this.waiting) this.#hold(film);
      else this.#goOn(film, film === leader);
    }
    this.#changed();
  }

  /** The one that is followed keeps its pace; the other is brought to it. */
  #goOn(film: Film, leads: boolean): void {
    const drift = film.currentTime - this.#placeOf(film);
    if (film.paused) {
      if (Math.abs(drift) > littleDrift) this.#put(film, this.#placeOf(film));
      this.#heldBack.delete(film);
      film.play().catch((error: unknown) => this.#refused(error));
    }
    if (leads || film.seeking) return void (leads && (film.playbackRate = this.#speed));
    if (Math.abs(drift) > mostDrift) this.#put(film, this.#placeOf(film));
    const nudge = Math.abs(drift) > littleDrift ? Math.max(-0.1, Math.min(0.1, -drift)) : 0;
    film.playbackRate = this.#speed * (1 + nudge);
  }

  /** A browser may refuse to begin by itself. That it was stopped before it had begun is no refusal. */
  #refused(error: unknown): void {
    if (error instanceof DOMException && error.name === 'AbortError') return;
    this.pause();
  }

  /** It has not begun yet, or is over: it stands at its edge. */
  #rest(film: Film): void {
    if (film.paused) return;
    this.#hold(film);
    this.#put(film, this.#placeOf(film));
  }

  #over(): void {
    this.#now = this.end;
    this.pause();
  }

  #hold(film: Film): void {
    this.#heldBack.add(film);
    film.pause();
  }

  #put(film: Film, place: number): void {
    if (Math.abs(film.currentTime - place) < 0.005) return;
    this.#ownSeek.add(film);
    film.currentTime = place;
  }

  #lengthOf = (film: Film): number =>
    Number.isFinite(film.duration) ? film.duration : Number(film.dataset['duration'] ?? 0) / 1000;

  #shiftOf = (film: Film): number => (film === this.films[1] ? this.#apart : 0);

  /** Where a film stands at the clock's moment, at its edges where that lies outside. */
  #placeOf(film: Film): number {
    return Math.min(Math.max(0, this.#now + this.#shiftOf(film)), this.#lengthOf(film));
  }

  #isWithin(film: Film): boolean {
    const place = this.#now + this.#shiftOf(film);
    return place >= 0 && place < this.#lengthOf(film) - 0.03 && !film.ended;
  }

  /** The films' own controls: what is done to one is done to both, while they move together. */
  #listenTo(film: Film): void {
    film.addEventListener('play', () => {
      this.#heldBack.delete(film);
      if (this.together && !this.#playing) this.play();
    });
    film.addEventListener('pause', () => {
      const own = this.#heldBack.has(film) || film.ended;
      if (this.together && this.#playing && !own) this.pause();
    });
    film.addEventListener('seeking', () => {
      if (this.together && !this.#ownSeek.has(film)) this.seek(film.currentTime - this.#shiftOf(film));
    });
    film.addEventListener('seeked', () => this.#ownSeek.delete(film));
    film.addEventListener('timeupdate', () => this.#changed());
  }

  #changed(): void {
    for (const hear of this.#hears) hear();
  }
}

interface Clip {
  item: HTMLElement;
  /** In seconds. */
  from: number;
  to: number;
}

type Word = 'playAll' | 'stop' | 'before' | 'next' | 'now' | 'keys' | 'ended';

/** Leads the browser's own player from one clip of the page to the next. */
export class ReelPlayer {
  readonly #media: HTMLMediaElement;
  readonly #clips: readonly Clip[];
  readonly #words: Readonly<Record<Word, string>>;
  readonly #all: HTMLButtonElement;
  readonly #said: HTMLElement;
  readonly #ends = new AbortController();
  /** The clip that is playing, or was; -1 before the first. */
  #at = -1;
  /** The reel goes on by itself. */
  #going = false;
  /** It came to the end of its last clip. */
  #over = false;

  constructor(root: HTMLElement, media: HTMLMediaElement, tools: HTMLElement) {
    this.#media = media;
    this.#words = JSON.parse(root.dataset['words'] ?? '{}') as Record<Word, string>;
    this.#clips = [...root.querySelectorAll<HTMLElement>('.clip')].map((item) => ({
      item,
      from: Number(item.dataset['from']) / 1000,
      to: Number(item.dataset['to']) / 1000,
    }));
    this.#all = this.#button(this.#words.playAll, () => this.#toggle());
    this.#said = document.createElement('p');
    this.#said.role = 'status';
    const keys = document.createElement('p');
    keys.className = 'meta';
    keys.textContent = this.#words.keys;
    const row = document.createElement('p');
    row.className = 'buttons';
    row.append(
      this.#button(this.#words.before, () => this.#go(this.#at - 1)),
      this.#all,
      this.#button(this.#words.next, () => this.#go(this.#at + 1)),
    );
    tools.replaceChildren(row, this.#said, keys);
    this.#leaveFragment();
    this.#listen(root);
  }

  close(): void {
    this.#ends.abort();
  }

  /** An address that names one clip makes the browser stop at its end; here the reel goes on. */
  #leaveFragment(): void {
    const [source = '', fragment] = this.#media.src.split('#');
    if (fragment === undefined) return;
    const from = Number(/^t=([\d.]+)/.exec(fragment)?.[1] ?? 0);
    this.#media.src = source;
    this.#media.currentTime = from;
    this.#at = this.#clips.findIndex((clip) => clip.from === from);
  }

  #listen(root: HTMLElement): void {
    const { signal } = this.#ends;
    this.#media.addEventListener('timeupdate', () => this.#watch(), { signal });
    this.#media.addEventListener('ended', () => this.#watch(), { signal });
    this.#media.addEventListener('play', () => this.#draw(), { signal });
    this.#media.addEventListener('pause', () => this.#draw(), { signal });
    root.addEventListener('click', (event) => this.#clicked(event), { signal });
    root.addEventListener('keydown', (event) => this.#pressed(event), { signal });
  }

  #button(words: string, pressed: () => void): HTMLButtonElement {
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'button secondary';
    button.textContent = words;
    button.addEventListener('click', pressed);
    return button;
  }

  /** A clip that is chosen plays here, and the reel goes on after it. */
  #clicked(event: MouseEvent): void {
    const link = (event.target as Element).closest('.play-clip');
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    this.#go(this.#clips.findIndex(({ item }) => item.contains(link)));
  }

  /** Letters are keys while the focus is in the reel, where nobody writes, and only by themselves (WCAG 2.1.4). */
  #pressed(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    if ((event.target as Element).closest('input, textarea, select, [contenteditable]')) return;
    const act = { p: () => this.#toggle(), j: () => this.#go(this.#at - 1), k: () => this.#go(this.#at + 1) }[
      event.key.toLowerCase()
    ];
    if (!act) return;
    event.preventDefault();
    act();
  }

  #toggle(): void {
    if (this.#going && !this.#media.paused) {
      this.#media.pause();
      return;
    }
    const clip = this.#clips[this.#at];
    const inside = clip && this.#media.currentTime >= clip.from && this.#media.currentTime < clip.to;
    if (!inside) this.#go(clip && this.#going ? this.#at : 0);
    else this.#begin();
  }

  #go(index: number): void {
    const clip = this.#clips[Math.min(Math.max(0, index), this.#clips.length - 1)];
    if (!clip) return;
    this.#at = this.#clips.indexOf(clip);
    this.#media.currentTime = clip.from;
    this.#begin();
  }

  #begin(): void {
    this.#going = true;
    this.#over = false;
    // A browser may refuse to begin by itself; its own button is there.
    this.#media.play().catch(() => undefined);
    this.#draw();
  }

  /** At the end of a clip the next begins; after the last the reel stands still. */
  #watch(): void {
    const clip = this.#clips[this.#at];
    if (!this.#going || !clip || this.#media.seeking) return;
    const { currentTime, ended } = this.#media;
    // Whoever seeks elsewhere by hand has left the reel.
    if (currentTime < clip.from - 1 || currentTime > clip.to + 1) {
      this.#going = false;
      this.#draw();
    } else if (currentTime >= clip.to || ended) {
      if (this.#at + 1 < this.#clips.length) this.#go(this.#at + 1);
      else this.#finish();
    }
  }

  #finish(): void {
    this.#media.pause();
    this.#going = false;
    this.#over = true;
    this.#at = -1;
    this.#draw();
  }

  #draw(): void {
    const plays = this.#going && !this.#media.paused;
    this.#all.textContent = plays ? this.#words.stop : this.#words.playAll;
    for (const [index, { item }] of this.#clips.entries())
      if (this.#going && index === this.#at) item.setAttribute('aria-current', 'true');
      else item.removeAttribute('aria-current');
    this.#said.textContent = this.#going
      ? this.#words.now.replace('{n}', String(this.#at + 1)).replace('{all}', String(this.#clips.length))
      : this.#over
        ? this.#words.ended
        : '';
  }
}

import { clock } from './clock.ts';
import type { Tag } from './note-data.ts';
import type { Noted } from './unsent.ts';
import { fill, type Words } from './words.ts';

interface MarkingOf {
  words: Words;
  /** Where the player is. */
  now(): number;
  note(noted: Noted): void;
  say(words: string): void;
}

/** Notes by one key: a moment is noted at once; a stretch is begun, and noted when it ends. */
export class Marking {
  readonly #of: MarkingOf;
  readonly #begun = new Map<string, number>();

  constructor(of: MarkingOf) {
    this.#of = of;
  }

  /** Where the stretch of each tag began that has not ended. */
  get begun(): ReadonlyMap<string, number> {
    return this.#begun;
  }

  mark(tag: Tag | undefined): void {
    if (!tag) return;
    const { words, now, say } = this.#of;
    const at = now();
    if (!tag.spans) {
      this.#note(tag, at, null);
      return say(fill(words['marked'], { tag: tag.title, time: clock(at) }));
    }
    const since = this.#begun.get(tag.value);
    if (since === undefined) {
      this.#begun.set(tag.value, at);
      return say(fill(words['began'], { tag: tag.title, time: clock(at) }));
    }
    this.#begun.delete(tag.value);
    const [from, to] = [Math.min(since, at), Math.max(since, at)];
    this.#note(tag, from, to > from ? to : null);
    say(fill(words['stretch'], { from: clock(from), until: clock(to) }));
  }

  /** What was begun is given up. */
  leave(): void {
    this.#begun.clear();
  }

  #note(tag: Tag, from: number, to: number | null): void {
    this.#of.note({ from, to, judges: false, text: '', tags: [tag.value] });
  }
}

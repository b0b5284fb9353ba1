import type { Edits } from './edits.ts';

/** The edits as they stand, and all they were before. */
export class EditHistory {
  #now: Edits;
  #before: Edits[] = [];
  #gesture: string | undefined;
  readonly #changed: (edits: Edits) => void;

  constructor(now: Edits, changed: (edits: Edits) => void) {
    this.#now = now;
    this.#changed = changed;
  }

  get now(): Edits {
    return this.#now;
  }

  get canUndo(): boolean {
    return this.#before.length > 0;
  }

  /** Changes of one `gesture` in a row, such as the way of a finger, are undone together. */
  change(next: Edits, gesture?: string): void {
    if (gesture === undefined || gesture !== this.#gesture) this.#before.push(this.#now);
    this.#gesture = gesture;
    this.#now = next;
    this.#changed(next);
  }

  /** A finger was lifted: what comes next is another gesture. */
  rest(): void {
    this.#gesture = undefined;
  }

  undo(): boolean {
    const before = this.#before.pop();
    this.rest();
    if (!before) return false;
    this.#now = before;
    this.#changed(before);
    return true;
  }
}

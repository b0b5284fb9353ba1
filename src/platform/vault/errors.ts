import { Refused } from '../errors.ts';

/** The key of a recording was wrapped by another instance key than the one on this machine, or for another recording. */
export class KeyMissing extends Error {
  constructor() {
    super(
      'The key to this recording is not on this machine, so it cannot be opened. Whoever runs Staffroom can put back the folder of keys from its copy.',
    );
  }
}

/** A sealed file is not as it was written: bytes were changed, its end is missing, or the key is another file's. */
export class Damaged extends Error {
  constructor(id: string, cause?: unknown) {
    super(`The sealed file ${id} is not as it was written, or its key is another.`, { cause });
  }
}

/** More was to be added at another place than the end of what is there. */
export class NotAtTheEnd extends Error {
  /** How long the file is now, in bytes of its content. */
  readonly length: number;
  constructor(length: number) {
    super(`This file goes on at byte ${length}.`);
    this.length = length;
  }
}

/** Somebody else is adding to this file at this moment. */
export class BeingWritten extends Error {
  constructor() {
    super('This is being sent already, from another window or device.');
  }
}

/** What was sent is longer than it may be. */
export class TooLarge extends Refused {}

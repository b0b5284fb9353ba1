import type { Content } from './content.ts';

/** Where to go after a change, and what to say there. `undo` is the address that takes it back. */
export class See {
  readonly to: string;
  readonly said: string | undefined;
  readonly undo: string | undefined;
  /** The secret of a session that has just begun; null when it has just ended. */
  readonly cookie: string | null | undefined;

  constructor(to: string, said?: string, undo?: string, cookie?: string | null) {
    this.to = to;
    this.said = said;
    this.undo = undo;
    this.cookie = cookie;
  }

  /** The same, beginning a session with this secret, or with null ending it. */
  withCookie(secret: string | null): See {
    return new See(this.to, this.said, this.undo, secret);
  }
}
export const see = (to: string, said?: string, undo?: string): See => new See(to, said, undo);

/** A page in answer to a change: for what is shown this once and has no address to come back to. */
export class Shown {
  /** Done when all is written, in the reader's language. */
  readonly draw: () => Content;

  constructor(draw: () => Content) {
    this.draw = draw;
  }
}
export const show = (draw: () => Content): Shown => new Shown(draw);

/** Bytes that are not a page: a file, a feed, a sheet. */
export interface Bytes {
  body: string | Uint8Array | NodeJS.ReadableStream;
  type: string;
  /** Given, the browser saves it under this name. */
  saveAs?: string;
  status?: number;
  headers?: Record<string, string>;
}

/** What an action answers. */
export type Done = See | Shown | Bytes;

/** Every way in which a request can end badly. The http layer turns each into a page that says what to do. */

/** Input that was understood but cannot be accepted. `fields` maps a field's name (or '' for the whole form) to a sentence. */
export class Refused extends Error {
  readonly fields: Record<string, string>;
  constructor(fields: Record<string, string> | string) {
    const named = typeof fields === 'string' ? { '': fields } : fields;
    super(Object.values(named).join(' '));
    this.fields = named;
  }
}

/** There is nothing here, or nothing that may be spoken of to this person. */
export class NotFound extends Error {
  constructor(what = 'There is nothing at this address.') {
    super(what);
  }
}

/** It exists and the person may not see it or do it. `ask` says whom to ask, when anyone. */
export class NotAllowed extends Error {
  readonly ask: string;
  constructor(why: string, ask = '') {
    super(why);
    this.ask = ask;
  }
}

/** The form was drawn for somebody else, or for another organisation than the one they are in now; nothing of it is done. */
export class DrawnElsewhere extends Error {
  readonly other: 'person' | 'organisation';

  constructor(other: 'person' | 'organisation') {
    super('Nothing was changed.');
    this.other = other;
  }
}

/** Nobody is signed in. */
export class NotSignedIn extends Error {}

/** A text as it stands, for a person who was about to save over it. */
export interface CurrentText {
  version: number;
  /** Whose text it is; null where that is not known. One's own is told from others' by it. */
  writerId: string | null;
  writtenBy: string;
  writtenAt: Date;
  fields: {
    name: string;
    label: string;
    text: string;
    /** What is chosen rather than written: both are offered in words, with what became of it meanwhile. */
    choice?: { hint: string; chosen: string; options: { value: string; label: string }[] };
  }[];
  /**
   * Ticks that decide whether others read it. They are never sent again unseen: the page of both texts shows
   * them, and `ticked` is the choice that shows less, of what stands and what was sent.
   */
  ticks?: { name: string; label: string; value?: string; ticked: boolean }[];
}

/** It was saved meanwhile, by somebody else or by oneself elsewhere. Carries that text, so that both can be shown. */
export class Stale extends Error {
  readonly current: CurrentText;
  constructor(current: CurrentText) {
    super('Somebody saved this while you were writing.');
    this.current = current;
  }
}

/** Too many tries. `seconds` until the next is heard. */
export class TooMany extends Error {
  readonly seconds: number;
  constructor(seconds: number) {
    super('Too many tries.');
    this.seconds = seconds;
  }
}

/** The change itself was saved; what should have followed it failed, for the reason in `cause`. */
export class HalfDone extends Error {
  constructor(cause: unknown) {
    super('The change was saved, but what should have followed it failed.', { cause });
  }
}

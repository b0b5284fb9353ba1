/** What a view gives back, and what surrounds it. The `ui` layer turns the two into a document. */

/** Who can see this, in words, on every page. */
export interface AudienceNote {
  icon: 'private' | 'people' | 'group' | 'school' | 'world';
  /** One line: "Only you", "The four people of this partnership". */
  words: string;
  /** Why it is so, in a sentence or two. */
  why: string;
  /** Where the person may change it, when they may. */
  change?: string;
}

/** Anything that prints itself as safe markup; in practice `Html` of the `ui` layer. */
export interface Markup {
  toString(): string;
}

export interface Content {
  title: string;
  audience: AudienceNote;
  /** For whatever runs over time. */
  status?: { where?: string; next?: string; promised?: string };
  /** The one main action of the page. */
  action?: { label: string; href: string };
  /** The pages above this one, nearest last. */
  trail?: { label: string; href: string }[];
  body: Markup;
  /** The page shows something under way: it asks again after so many seconds. */
  reloadAfter?: number;
  /** For tables and pictures that need the whole width. */
  wide?: boolean;
}

export interface Place {
  key: string;
  label: string;
  href: string;
  current: boolean;
}

/** What surrounds every page: worked out by the server, the same everywhere. */
export interface Frame {
  locale: string;
  direction: 'ltr' | 'rtl';
  path: string;
  demo: boolean;
  /** Who is signed in; the id tells apart people of one name. */
  person: { id: string; name: string } | null;
  organisation: { id: string; name: string } | null;
  places: Place[];
  /** What was just done, shown once; with a way back where there is one. */
  said: { text: string; undo?: string } | null;
  theme: 'auto' | 'light' | 'dark' | 'contrast';
  /** For those who do not read yet: larger, with more room to press, the same pages. */
  young?: boolean;
  /** The address of a bundled file, with its fingerprint. */
  asset(name: string): string;
}

/** Draws a page; given to the server by `app.ts`, so that the platform needs no knowledge of `ui`. */
export type Renderer = (content: Content, frame: Frame) => Markup;

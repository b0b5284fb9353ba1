import { createHash } from 'node:crypto';
import { Refused } from '#platform/errors.ts';
import { formatNumber, t } from '#platform/i18n/i18n.ts';
import {
  type About,
  answerStays,
  type CarriedNote,
  type LeftOut,
  mostCarried,
  type Words,
} from './carried-note.ts';

/** Where in a file something stands, and what its reader has to know. */
export interface At {
  where: string;
  about: About;
  keys: Keys;
  /** For what of a note could not be carried. */
  leftOut: LeftOut[];
}

/**
 * The notes that the items of a file are. `read` answers the note an item is, or why it is none; that, and one that
 * stands there twice, goes to `leftOut`. Throws `Refused` beside `file` where there are too many.
 */
export function collectNotes<Item>(
  items: readonly Item[],
  whereOf: (item: Item, index: number) => string,
  read: (item: Item, at: At) => CarriedNote | string,
  { about, leftOut }: Pick<At, 'about' | 'leftOut'>,
): CarriedNote[] {
  const keys = new Keys();
  const there = new Set<string>();
  const notes = items.flatMap((item, index) => {
    const where = whereOf(item, index);
    const note = read(item, { where, about, keys, leftOut });
    if (typeof note !== 'string' && !there.has(note.key)) {
      there.add(note.key);
      return [note];
    }
    leftOut.push({
      where,
      why: typeof note === 'string' ? note : t('The same id stands there twice.'),
      whole: true,
    });
    return [];
  });
  // Answers stay where they are, so that what went out whole comes in again.
  const answers = leftOut.filter(({ why }) => why === answerStays()).length;
  if (items.length - answers > mostCarried)
    throw new Refused({
      file: t('There are too many in it: {n} at most.', { n: formatNumber(mostCarried) }),
    });
  return notes;
}

/** For a note without an id: its own words, and the how-many-eth of those alike it is. */
class Keys {
  readonly #seen = new Map<string, number>();

  of({ fromMs, toMs, sort, text, tags }: Words & Pick<CarriedNote, 'sort'>): string {
    const words = createHash('sha256')
      .update(JSON.stringify([fromMs, toMs, sort, text, tags]))
      .digest('hex');
    const before = this.#seen.get(words) ?? 0;
    this.#seen.set(words, before + 1);
    return `${words} ${before}`;
  }
}

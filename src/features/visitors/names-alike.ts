import { nameKey } from './visitors.ts';

/** Little words that some write apart and others together: O’Brien and OBrien, Van Dyke and Vandyke. */
const joined = new Set('al ap bin da de del den der di du el la le mac mc o st ter van von'.split(' '));
/** What stands before a name and is none. */
const titles = new Set('dr madam miss mr mrs ms mx prof professor rev sir'.split(' '));
/** So many parts of a name are compared. */
const mostParts = 6;

/**
 * Whether two names may be those of one person, as somebody at a desk would ask: without regard to case, accents, marks
 * and order, where one gives fewer names than the other, an initial, a shorter spelling ("Rob" of "Robert") or one letter
 * that is not the same. One name at least is given whole and alike. It says yes too often rather than too seldom, since
 * what follows is a question.
 */
export function namesAlike(one: string, other: string): boolean {
  const [a, b] = [nameKey(one), nameKey(other)];
  if (a === '' || b === '') return false;
  if (a === b || squeezed(a) === squeezed(b)) return true;
  return spellings(a).some((left) => spellings(b).some((right) => partsAlike(left, right)));
}

const squeezed = (key: string): string => key.replaceAll(' ', '');

/** A name by its parts: as it is written, and with little words drawn to what follows them. */
function spellings(key: string): string[][] {
  const all = key.split(' ');
  const untitled = all.filter((part) => !titles.has(part));
  const parts = (untitled.length === 0 ? all : untitled).slice(0, mostParts);
  const drawn: string[] = [];
  let before = '';
  for (const part of parts) {
    if (joined.has(part)) before += part;
    else {
      drawn.push(before + part);
      before = '';
    }
  }
  if (before !== '') drawn.push(before);
  return drawn.length === parts.length ? [parts] : [parts, drawn];
}

/** Whether each part of the shorter name has one of its own in the longer that is like it, and one is whole. */
function partsAlike(a: readonly string[], b: readonly string[]): boolean {
  const [few, many] = a.length <= b.length ? [a, b] : [b, a];
  return isPaired(few, many, false);
}

function isPaired(few: readonly string[], many: readonly string[], hasWhole: boolean): boolean {
  const [first, ...rest] = few;
  if (first === undefined) return hasWhole;
  return many.some((part, at) => {
    const like = likeness(first, part);
    return (
      like !== 'none' &&
      isPaired(rest, [...many.slice(0, at), ...many.slice(at + 1)], hasWhole || like === 'whole')
    );
  });
}

/** `whole`: the same word, but for a letter. `short`: one begins the other. */
function likeness(one: string, other: string): 'whole' | 'short' | 'none' {
  const [a, b] = one.length <= other.length ? [one, other] : [other, one];
  if (a === b) return a.length > 1 ? 'whole' : 'short';
  // An initial, or the three letters that a short form keeps.
  if (b.startsWith(a) && (a.length === 1 || a.length >= 3)) return 'short';
  return a.length >= 4 && isOneLetterOff(a, b) ? 'whole' : 'none';
}

/** Whether one letter put in, left out, changed or swapped with the next makes `b` of `a`, which is no longer than it. */
function isOneLetterOff(a: string, b: string): boolean {
  if (b.length - a.length > 1) return false;
  let at = 0;
  while (at < a.length && a[at] === b[at]) at += 1;
  if (a.length < b.length) return a.slice(at) === b.slice(at + 1);
  if (a.slice(at + 1) === b.slice(at + 1)) return true;
  return a[at] === b[at + 1] && a[at + 1] === b[at] && a.slice(at + 2) === b.slice(at + 2);
}

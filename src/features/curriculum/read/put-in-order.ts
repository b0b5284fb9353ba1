import {
  deepest,
  type FrameworkDocument,
  type LeftOut,
  longestWords,
  type ReadStatement,
} from './framework-document.ts';

/**
 * Statements as a tree in reading order: what has no parent first, each followed by what belongs to it, in the order
 * in which they were given. What would stand twice, in a loop or too deep is left out and said.
 */
export function putInOrder(read: readonly ReadStatement[], left: LeftOut[]): FrameworkDocument['statements'] {
  const known = new Map<string, ReadStatement>();
  for (const each of read) {
    if (each.words === '') left.push({ what: each.address, why: 'no-words' });
    else if (known.has(each.address)) left.push({ what: each.words, why: 'repeated' });
    else known.set(each.address, each);
  }
  const children = new Map<string | null, ReadStatement[]>();
  for (const each of known.values()) {
    const parent = each.parent !== null && known.has(each.parent) ? each.parent : null;
    if (each.parent !== null && parent === null) left.push({ what: each.words, why: 'parent-unknown' });
    const siblings = children.get(parent);
    if (siblings) siblings.push({ ...each, parent });
    else children.set(parent, [{ ...each, parent }]);
  }
  const ordered: FrameworkDocument['statements'] = [];
  const put = (each: ReadStatement, depth: number): void => {
    if (depth >= deepest) {
      left.push({ what: each.words, why: 'too-deep' });
      return;
    }
    known.delete(each.address);
    const below = children.get(each.address) ?? [];
    ordered.push({ ...each, words: each.words.slice(0, longestWords), depth, isLeaf: below.length === 0 });
    for (const child of below) put(child, depth + 1);
  };
  for (const each of children.get(null) ?? []) put(each, 0);
  // What is reached from no beginning hangs in a circle; what was too deep is said already.
  const said = new Set(left.map(({ what }) => what));
  for (const { words } of known.values()) if (!said.has(words)) left.push({ what: words, why: 'loop' });
  return ordered;
}

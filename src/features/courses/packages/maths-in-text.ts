import type { Nodes, Parents, PhrasingContent, Text } from 'mdast';

const pairs: readonly (readonly [string, string])[] = [
  ['\\(', '\\)'],
  ['\\[', '\\]'],
  ['$$', '$$'],
];
/** More than this between two marks is a text and no formula. */
const longest = 2000;

/** Turns `\(…\)`, `\[…\]` and `$$…$$`, as other systems write mathematics in words, into mathematics. */
export function mathsInText(node: Nodes): void {
  if (!('children' in node)) return;
  const parent = node as Parents;
  const children = parent.children.flatMap((child): Nodes[] => {
    if (child.type === 'text') return split(child);
    mathsInText(child);
    return [child];
  });
  parent.children = children as typeof parent.children;
}

function split({ value }: Text): PhrasingContent[] {
  const parts: PhrasingContent[] = [];
  const never = new Set<string>();
  let said = 0;
  let at = 0;
  while (at < value.length) {
    const pair = pairs.find(([begin]) => value.startsWith(begin, at));
    const end = pair && !never.has(pair[1]) ? value.indexOf(pair[1], at + 2) : -1;
    if (pair && end < 0) never.add(pair[1]);
    const tex = end < 0 ? '' : value.slice(at + 2, end).trim();
    if (tex === '' || tex.length > longest) {
      at += pair ? 2 : 1;
      continue;
    }
    if (at > said) parts.push({ type: 'text', value: value.slice(said, at) });
    parts.push({ type: 'inlineMath', value: tex.replace(/\s+/g, ' ') });
    at = end + 2;
    said = at;
  }
  if (said === 0) return [{ type: 'text', value }];
  if (said < value.length) parts.push({ type: 'text', value: value.slice(said) });
  return parts;
}

import type { Root } from 'mdast';

/** Cuts a page at its highest headings, each box with its heading; what stands before the first is a box too. */
export function boxesOf({ children }: Root): Root[] {
  const depths = children.flatMap((node) => (node.type === 'heading' ? [node.depth] : []));
  const highest = Math.min(...depths);
  const boxes: Root[] = [];
  for (const node of children) {
    const begins = node.type === 'heading' && node.depth === highest;
    if (begins || boxes.length === 0) boxes.push({ type: 'root', children: [] });
    boxes.at(-1)!.children.push(node);
  }
  return boxes;
}

import type { Nodes, Root } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { mathFromMarkdown } from 'mdast-util-math';
import { gfm } from 'micromark-extension-gfm';
import { math } from 'micromark-extension-math';

/** More than this many characters are no page but a book, and are refused where texts are saved. */
export const longestText = 200_000;

const options = {
  extensions: [gfm({ singleTilde: false }), math({ singleDollarTextMath: true })],
  mdastExtensions: [gfmFromMarkdown(), mathFromMarkdown()],
};

/**
 * A text with headings, lists, tables, pictures, code and mathematics, as a tree. What people write is Markdown
 * (CommonMark 0.31, tables and task lists of GFM, `$…$` for mathematics): readable as it stands, and the same whether
 * written in the editor or by hand. Tags in it are text like any other.
 */
export const parseText = (text: string): Root => fromMarkdown(text, options);

/** Every node of a tree, from the outermost in reading order. */
export function* nodesOf(node: Nodes): Generator<Nodes> {
  yield node;
  if ('children' in node) for (const child of node.children) yield* nodesOf(child);
}

import { createRequire } from 'node:module';
import type { Nodes, Root } from 'mdast';
import type * as FromMarkdown from 'mdast-util-from-markdown';
import type * as Gfm from 'mdast-util-gfm';
import type * as Mathematics from 'mdast-util-math';
import type * as GfmMarks from 'micromark-extension-gfm';
import type * as MathematicsMarks from 'micromark-extension-math';

const require = createRequire(import.meta.url);

/** More than this many characters are no page but a book, and are refused where texts are saved. */
export const longestText = 200_000;

/** Read when the first text is: fourteen megabytes that the site need not hold before. */
function reader(): (text: string) => Root {
  const { fromMarkdown } = require('mdast-util-from-markdown') as typeof FromMarkdown;
  const { gfmFromMarkdown } = require('mdast-util-gfm') as typeof Gfm;
  const { mathFromMarkdown } = require('mdast-util-math') as typeof Mathematics;
  const { gfm } = require('micromark-extension-gfm') as typeof GfmMarks;
  const { math } = require('micromark-extension-math') as typeof MathematicsMarks;
  const options = {
    extensions: [gfm({ singleTilde: false }), math({ singleDollarTextMath: true })],
    mdastExtensions: [gfmFromMarkdown(), mathFromMarkdown()],
  };
  return (text) => fromMarkdown(text, options);
}
let read: ReturnType<typeof reader> | undefined;

/**
 * A text with headings, lists, tables, pictures, code and mathematics, as a tree. What people write is Markdown
 * (CommonMark 0.31, tables and task lists of GFM, `$…$` for mathematics): readable as it stands, and the same whether
 * written in the editor or by hand. Tags in it are text like any other.
 */
export const parseText = (text: string): Root => (read ??= reader())(text);

/** Every node of a tree, from the outermost in reading order. */
export function* nodesOf(node: Nodes): Generator<Nodes> {
  yield node;
  if ('children' in node) for (const child of node.children) yield* nodesOf(child);
}
